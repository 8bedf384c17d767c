// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/detectability_panel.h"

#include "ui/panels/method_bars.h"
#include "ui/plot/curve_plot.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

double meanRecall(const pipeline::DetectabilityResult& method)
{
    double sum = 0.0;
    for (const auto& level : method.levels) {
        sum += level.recall;
    }
    return method.levels.empty() ? 0.0 : sum / static_cast<double>(method.levels.size());
}

QString levelText(Decibel level)
{
    return DetectabilityPanel::tr("%1 dB").arg(QLocale().toString(level.value, 'f', 1));
}

/// "≤ -18.0 dB" where nothing smaller was tried; a dash where nothing was caught.
QString smallestText(const pipeline::DetectabilityResult& method)
{
    const auto smallest = smallestCaught(method);
    if (!smallest) {
        return QStringLiteral("–");
    }
    return (isLowestTried(method, *smallest) ? QStringLiteral("≤ ") : QString()) +
           levelText(*smallest);
}

QString sentenceOf(const pipeline::DetectabilityResult& method)
{
    const auto smallest = smallestCaught(method);
    if (!smallest) {
        return DetectabilityPanel::tr(
            "Even the strongest planted fault was caught less than nine times of ten.");
    }
    const QString level = levelText(*smallest);
    const QString times = numberText(std::pow(10.0, smallest->value / 20.0));
    return isLowestTried(method, *smallest)
               ? DetectabilityPanel::tr("The smallest defect you would catch nine times of ten, in "
                                        "a single window: at most %1, the smallest tried (%2 times "
                                        "the healthy vibration).")
                     .arg(level, times)
               : DetectabilityPanel::tr("The smallest defect you would catch nine times of ten, in "
                                        "a single window: one of %1 times the healthy vibration "
                                        "(%2).")
                     .arg(times, level);
}

} // namespace

DetectabilityPanel::DetectabilityPanel(Focus& focus, DetectabilityJob* job, QWidget* parent)
    : DockPanel(focus, parent),
      m_job(job),
      m_plot(new CurvePlot({tr("Recall"),
                            tr("level of the planted fault, dB re healthy deviation"),
                            tr("at 2 % false alarms · smallest fault caught nine times of ten"),
                            0.0,
                            -18.0})),
      m_sentence(new QLabel)
{
    m_plot->setAccessibleName(tr("Detectability: recall against the level of planted faults"));
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(10, 0, 10, 0);
    setLook(m_sentence, "title");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeControls());
    column->addWidget(m_sentence);
    column->addWidget(m_plot, 1);
    for (const auto change : {&Document::modelChanged, &Document::recordingsChanged}) {
        connect(&focus.document(), change, this, [this] {
            m_hasResults = false;
            showLater();
        });
    }
    if (m_job) {
        connectJob();
    }
    showState();
}

QWidget* DetectabilityPanel::makeControls()
{
    auto* controls = new QWidget;
    m_faults = new QComboBox;
    m_faults->addItem(tr("Synthetic faults of the bearing"));
    m_faults->addItem(tr("Faults cut from the faulty recordings"));
    m_faults->setAccessibleName(tr("Planted faults"));
    m_start = new QPushButton(tr("Find out"));
    setLook(m_start, "primary");
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(8);
    m_progress->setAccessibleName(tr("Progress"));
    auto* line = new QHBoxLayout(controls);
    line->setContentsMargins(8, 0, 8, 0);
    line->addWidget(m_faults);
    line->addWidget(m_start);
    line->addWidget(m_progress, 1);
    line->addStretch();
    connect(m_start, &QPushButton::clicked, this, &DetectabilityPanel::toggle);
    return controls;
}

void DetectabilityPanel::connectJob()
{
    connect(m_job, &DetectabilityJob::stateChanged, this, &DetectabilityPanel::showState);
    connect(m_job, &DetectabilityJob::done, this, &DetectabilityPanel::show);
    connect(m_job, &DetectabilityJob::forgotten, this, [this] {
        m_hasResults = false;
        showLater();
    });
    connect(m_job, &DetectabilityJob::progressed, this, [this](const Progress& progress) {
        m_progress->setRange(0, static_cast<int>(progress.total));
        m_progress->setValue(static_cast<int>(progress.done));
    });
    connect(m_job, &DetectabilityJob::failed, this, [this](const Error& error) {
        m_plot->setMessage(error.code == ErrorCode::Cancelled ? tr("Stopped.") : errorText(error));
    });
    if (!m_job->results().empty()) {
        show(m_job->results());
    }
}

void DetectabilityPanel::toggle()
{
    if (m_job->isRunning()) {
        m_job->stop();
        return;
    }
    const auto faults = m_faults->currentIndex() == 0 ? DetectabilityJob::Faults::Synthetic
                                                      : DetectabilityJob::Faults::Recorded;
    m_progress->setRange(0, 0);
    m_job->start(faults, focus().machine());
}

void DetectabilityPanel::showState()
{
    const bool isRunning = m_job && m_job->isRunning();
    m_start->setText(isRunning ? tr("Stop") : tr("Find out"));
    m_start->setEnabled(m_job && focus().document().model());
    m_faults->setEnabled(!isRunning);
    m_progress->setVisible(isRunning);
    if (!m_hasResults && !isRunning) {
        m_sentence->setText(tr("The smallest defect you would catch, on your machine"));
    }
}

void DetectabilityPanel::compute()
{
    if (!m_hasResults) {
        m_plot->setMessage(
            focus().document().model()
                ? tr("Faults of falling strength are planted into your own healthy windows that "
                     "the "
                     "model has not learned. No fault data are needed. It takes a minute or two.")
                : tr("Train a model first. Then faults of falling strength are planted into your "
                     "own healthy windows, to see how small one would be found."));
    }
    showState();
    Q_EMIT shown();
}

void DetectabilityPanel::show(const std::vector<pipeline::DetectabilityResult>& results)
{
    std::vector<const pipeline::DetectabilityResult*> order;
    for (const auto& method : results) {
        order.push_back(&method);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        return meanRecall(*a) > meanRecall(*b);
    });
    CurveAxes axes{tr("Recall"),
                   tr("level of the planted fault, dB re healthy deviation (smaller to the right)"),
                   tr("at 2 % false alarms · on the right the smallest fault caught 9 of 10 times"),
                   0.0,
                   -18.0};
    std::vector<Curve> curves;
    for (const auto* method : order) {
        Curve curve{methodName(method->name), smallestText(*method), {}, method->name == "spall"};
        for (const auto& level : method->levels) {
            curve.points.emplace_back(level.level.value, level.recall);
            axes.left = std::max(axes.left, level.level.value);
            axes.right = std::min(axes.right, level.level.value);
        }
        curves.push_back(std::move(curve));
    }
    m_hasResults = !curves.empty();
    m_plot->setAxes(axes);
    m_plot->setCurves(std::move(curves));
    showSentence(results);
    Q_EMIT shown();
}

void DetectabilityPanel::showSentence(const std::vector<pipeline::DetectabilityResult>& results)
{
    for (const auto& method : results) {
        if (method.name == "spall") {
            m_sentence->setText(sentenceOf(method));
        }
    }
}

} // namespace spall::ui
