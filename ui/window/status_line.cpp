// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace spall::ui {

namespace {

constexpr int kBarWidth = 120;

QString learnedFrom(const pipeline::Model& model)
{
    std::vector<std::string> paths;
    for (const pipeline::LearnedPart& part : model.learned) {
        if (!part.isForCalibration) {
            paths.push_back(part.path);
        }
    }
    if (paths.size() == 1) {
        return QFileInfo(QString::fromStdString(paths.front())).completeBaseName();
    }
    return StatusLine::tr("%n recordings", nullptr, static_cast<int>(paths.size()));
}

} // namespace

StatusLine::StatusLine(Workbench& bench, QWidget* parent)
    : QStatusBar(parent),
      m_bench(bench),
      m_model(new QLabel),
      m_work(new QLabel),
      m_bar(new QProgressBar),
      m_stop(new QToolButton),
      m_limit(new QLabel(this))
{
    setLook(m_model, "muted");
    setLook(m_work, "muted");
    setLook(m_limit, "limit");
    setSizeGripEnabled(false);
    setContentsMargins(12, 0, 12, 0);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_stop->setStyleSheet(QStringLiteral("QToolButton { padding: 0 6px; }")); // as low as the words
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Give up what is being worked on"));
    m_stop->setAccessibleName(tr("Stop the work that goes on"));
    connect(m_stop, &QToolButton::clicked, this, [this] { m_stopWork(); });
    // One widget, which a message hides: a job that begins meanwhile would be shown over its words.
    auto* left = new QWidget(this);
    auto* row = new QHBoxLayout(left);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_model);
    row->addWidget(m_work);
    row->addWidget(m_bar);
    row->addWidget(m_stop);
    row->addStretch(1); // what is told stands together
    addWidget(left);
    // As high with the button as without: a status bar that grows lays itself out anew, and shows
    // again what a message has hidden.
    m_stop->ensurePolished();
    left->setFixedHeight(std::max(m_stop->sizeHint().height(), m_model->sizeHint().height()));
    addPermanentWidget(m_limit);
    watch(m_bench.reading);
    watch(m_bench.analysis);
    connect(&m_bench.document, &Document::modelChanged, this, &StatusLine::showModel);
    connect(&m_bench.document, &Document::evaluationChanged, this, &StatusLine::showLimit);
    showModel();
    showLimit();
    showIdle();
}

void StatusLine::watch(JobRunner& runner)
{
    connect(&runner, &JobRunner::started, this, [this, &runner](quint64 number) {
        showWork(runner, number, nullptr);
    });
    connect(&runner,
            &JobRunner::progressed,
            this,
            [this, &runner](quint64 number, const Progress& progress) {
                showWork(runner, number, &progress);
            });
    connect(&runner, &JobRunner::finished, this, &StatusLine::showIdle);
}

void StatusLine::showWork(JobRunner& runner, quint64 number, const Progress* progress)
{
    const QString what = runner.what(number);
    const bool isTraining = &runner == &m_bench.analysis && m_bench.training.isActive();
    const auto& known = m_bench.training.progress(); // other work may have stood here meanwhile
    if (!progress && isTraining && known) {
        progress = &*known;
    }
    // What a job was called when it began may be of another language.
    const QString note =
        isTraining ? stageText(progress ? progress->stage : Stage::Train) : QString();
    m_work->setText(QStringLiteral("·  %1…").arg(note.isEmpty() ? what : note));
    m_work->show();
    const bool isKnown = progress && progress->total > 0;
    m_bar->setVisible(isKnown);
    m_stop->setVisible(isKnown && !isTraining);
    m_stopWork = [&runner, number] {
        runner.requestStop(number);
    };
    if (isKnown) {
        m_bar->setRange(0, static_cast<int>(progress->total));
        m_bar->setValue(static_cast<int>(progress->done));
    }
}

void StatusLine::showIdle()
{
    for (JobRunner* runner : {&m_bench.analysis, &m_bench.reading}) {
        if (runner->isBusy()) {
            showWork(*runner, runner->current(), nullptr);
            return;
        }
    }
    m_work->hide();
    m_bar->hide();
    m_stop->hide();
}

void StatusLine::showModel()
{
    const pipeline::ModelPtr model = m_bench.document.model();
    if (!model) {
        m_model->setText(tr("No model yet"));
        return;
    }
    m_model->setText(tr("Model %1 · seed %2 · %3 · trained on %4 (first 60 %)")
                         .arg(QString::fromStdString(model->settings.preset))
                         .arg(model->settings.seed.value)
                         .arg(frequencyText(model->rate), learnedFrom(*model)));
}

void StatusLine::showLimit()
{
    const auto evaluation = m_bench.document.evaluation();
    if (!evaluation || evaluation->limits.empty()) {
        m_limit->clear();
        return;
    }
    QStringList limits;
    for (const std::string& limit : evaluation->limits) {
        limits.append(saidText(limit));
    }
    m_limit->setText(limits.front());
    m_limit->setToolTip(limits.join(QLatin1Char('\n')));
}

} // namespace spall::ui
