// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/threshold_panel.h"

#include "ui/panels/confusion_table.h"
#include "ui/panels/method_bars.h"
#include "ui/panels/number_card.h"
#include "ui/panels/score_control.h"
#include "ui/panels/threshold_control.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace spall::ui {

namespace {

QLabel* wrappedLabel(const char* look, const QString& text = {})
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    setLook(label, look);
    return label;
}

QString plainInterval(const evaluate::Rate& rate)
{
    const QLocale locale;
    return QStringLiteral("%1 – %2").arg(locale.toString(rate.low, 'f', 3),
                                         locale.toString(rate.high, 'f', 3));
}

/// Shows a rate with its interval and count, or what is missing for it.
void showRate(NumberCard& card, const std::optional<evaluate::Rate>& rate, const QString& missing)
{
    if (rate) {
        card.show(
            percentText(rate->value),
            ThresholdPanel::tr("%1 · n = %2").arg(intervalText(*rate), countText(rate->trials)));
    } else {
        card.show(QStringLiteral("–"), missing);
    }
}

/// True when the options lead to other scores, not just to another threshold on them.
bool haveOtherScores(const detect::DecisionOptions& a, const detect::DecisionOptions& b)
{
    // Best F1 shows the half that it was not chosen on.
    const auto isBestF1 = [](const detect::DecisionOptions& options) {
        return options.policy.kind == detect::PolicyKind::BestF1;
    };
    return isBestF1(a) != isBestF1(b) || a.fusion != b.fusion || a.lambda != b.lambda ||
           a.smoothing != b.smoothing;
}

/// The content of the panel in a frame that scrolls when the window is low.
QVBoxLayout* scrolledColumn(QFrame& panel)
{
    auto* inside = new QWidget;
    setLook(inside, "clear");
    auto* area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* frame = new QVBoxLayout(&panel);
    frame->setContentsMargins(1, 1, 1, 1);
    frame->addWidget(area);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(6);
    return column;
}

/// What would be found is told as soon as the faulty recordings have scores.
bool waitsForFaulty(const Document& document)
{
    const auto& entries = document.entries();
    return std::any_of(entries.begin(), entries.end(), [](const Entry& entry) {
        return entry.input.role == pipeline::Role::Faulty && !entry.scored;
    });
}

} // namespace

ThresholdPanel::ThresholdPanel(Document& document, QWidget* parent)
    : QFrame(parent),
      m_document(document),
      m_control(new ThresholdControl),
      m_problem(wrappedLabel("alarm")),
      m_methods(new MethodBars),
      m_verdict(new QLabel),
      m_limits(wrappedLabel("muted")),
      m_confusion(new ConfusionTable)
{
    setLook(this, "card");
    QVBoxLayout* column = scrolledColumn(*this);
    column->addWidget(wrappedLabel("heading", tr("THRESHOLD")));
    column->addWidget(m_control);
    m_policies = makePolicies();
    column->addWidget(m_policies);
    column->addWidget(m_problem);
    column->addWidget(makeNumbers());
    column->addWidget(makeVerdict());
    m_beside = wrappedLabel("heading", tr("BESIDE IT, AT THE SAME FALSE ALARMS"));
    m_beside->setToolTip(
        tr("Recall of this model and of plain methods, each with its own threshold chosen for the "
           "same false-alarm rate on healthy windows."));
    column->addWidget(m_beside);
    column->addWidget(m_methods);
    column->addWidget(wrappedLabel("heading", tr("SCORE")));
    column->addWidget(new ScoreControl(document));
    column->addWidget(wrappedLabel("heading", tr("COUNTS")));
    column->addWidget(m_precision);
    column->addWidget(m_confusion);
    column->addWidget(m_limits);
    column->addStretch();

    connect(m_control, &ThresholdControl::thresholdDragged, this, &ThresholdPanel::moveThreshold);
    connect(m_control, &ThresholdControl::thresholdReleased, &m_document, &Document::endGesture);
    connect(&m_document, &Document::judgementChanged, this, &ThresholdPanel::showJudgement);
    connect(&m_document, &Document::evaluationChanged, this, &ThresholdPanel::showEvaluation);
    for (const auto change :
         {&Document::recordingsChanged, &Document::modelChanged, &Document::labelsChanged}) {
        connect(&m_document, change, this, &ThresholdPanel::showScores);
    }
    connect(&m_document, &Document::scoredChanged, this, &ThresholdPanel::showScores);
    showScores();
    showJudgement();
    showEvaluation();
}

/// The words stand right under the numbers: they must not be what a low window cuts off.
QWidget* ThresholdPanel::makeVerdict()
{
    auto* frame = new QFrame;
    setLook(frame, "notice");
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(10, 7, 10, 7);
    inside->addWidget(m_verdict);
    m_verdict->setWordWrap(true);
    return frame;
}

QWidget* ThresholdPanel::makePolicies()
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    m_rate = new QPushButton(tr("2 % false alarms"));
    m_rate->setToolTip(
        tr("The threshold that 2 % of unseen healthy windows are expected to exceed"));
    m_bestF1 = new QPushButton(tr("Best F1"));
    m_bestF1->setToolTip(
        tr("The threshold with the best F1 on the validation half of the labelled windows"));
    m_budget = new QPushButton(tr("Budget…"));
    m_budget->setToolTip(tr("A threshold for so many false alarms in a time"));
    for (QPushButton* button : {m_rate, m_bestF1, m_budget}) {
        button->setStyleSheet(QStringLiteral("QPushButton { padding: 5px 8px; }"
                                             "QPushButton::menu-indicator { width: 0; }"));
        line->addWidget(button);
    }
    auto* menu = new QMenu(m_budget);
    for (const double share : {0.01, 0.02, 0.05}) {
        menu->addAction(tr("%1 of healthy windows").arg(percentText(share)), this, [this, share] {
            choose({detect::PolicyKind::FalseAlarmRate, share});
        });
    }
    menu->addSeparator();
    const std::array budgets{std::pair{tr("1 false alarm an hour"), 1.0},
                             std::pair{tr("1 false alarm in a shift of 8 h"), 1.0 / 8.0},
                             std::pair{tr("1 false alarm a day"), 1.0 / 24.0}};
    for (const auto& [text, perHour] : budgets) {
        menu->addAction(text, this, [this, rate = perHour] {
            choose({detect::PolicyKind::AlarmsPerHour, rate});
        });
    }
    m_budget->setMenu(menu);
    connect(m_rate, &QPushButton::clicked, this, [this] {
        choose({detect::PolicyKind::FalseAlarmRate, 0.02});
    });
    connect(m_bestF1, &QPushButton::clicked, this, [this] {
        choose({detect::PolicyKind::BestF1, 0.0});
    });
    return row;
}

QWidget* ThresholdPanel::makeNumbers()
{
    m_f1 = new NumberCard(
        tr("F1"), tr("Harmonic mean of recall and precision, by window, with its 95 % interval"));
    m_recall = new NumberCard(tr("Recall"),
                              tr("Share of faulty windows that are alarmed, with its 95 % "
                                 "interval; n counts the windows"));
    m_falseRate = new NumberCard(tr("False-alarm rate"),
                                 tr("Share of unseen healthy windows that are alarmed, with its 95 "
                                    "% interval; n counts the windows"));
    m_perHour = new NumberCard(tr("False alarms"),
                               tr("Runs of alarms in unseen healthy signal, an hour, with "
                                  "the 95 % interval; how many there were"));
    m_precision = wrappedLabel("muted");
    m_precision->setToolTip(
        tr("Share of alarmed windows that are faulty; depends on how much faulty signal is open"));
    auto* numbers = new QWidget;
    auto* grid = new QGridLayout(numbers);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    grid->addWidget(m_f1, 0, 0);
    grid->addWidget(m_recall, 0, 1);
    grid->addWidget(m_falseRate, 1, 0);
    grid->addWidget(m_perHour, 1, 1);
    return numbers;
}

void ThresholdPanel::moveThreshold(double threshold)
{
    detect::DecisionOptions decision = m_document.decision();
    decision.policy = {detect::PolicyKind::Manual, threshold};
    m_document.setDecision(decision, tr("threshold"));
}

void ThresholdPanel::choose(const detect::Policy& policy)
{
    detect::DecisionOptions decision = m_document.decision();
    decision.policy = policy;
    m_document.endGesture(); // never merges with a drag before it
    m_document.setDecision(decision, tr("threshold policy"));
    m_document.endGesture();
}

void ThresholdPanel::focusThreshold()
{
    m_control->focusSlider();
}

void ThresholdPanel::showScores()
{
    m_shown = m_document.decision();
    m_control->showScores(m_document.judgement());
}

void ThresholdPanel::showJudgement()
{
    const Judgement& judgement = m_document.judgement();
    const bool hasModel = m_document.model() != nullptr;
    if (haveOtherScores(m_document.decision(), m_shown)) {
        showScores();
    } else {
        m_control->show(judgement);
    }
    m_problem->setVisible(judgement.problem.has_value());
    if (judgement.problem) {
        m_problem->setText(errorText(*judgement.problem));
    }
    m_policies->setEnabled(!judgement.dual);
    m_confusion->show(hasModel ? std::optional(judgement.metrics.confusion) : std::nullopt);
    setEnabled(hasModel);
    showNumbers();
    showMissing();
}

void ThresholdPanel::showNumbers()
{
    const evaluate::Metrics& metrics = m_document.judgement().metrics;
    const bool hasModel = m_document.model() != nullptr;
    const QString noFaulty = !hasModel                    ? tr("needs a model")
                             : waitsForFaulty(m_document) ? tr("no scores yet")
                                                          : tr("needs a faulty recording");
    const QString noHealthy = hasModel ? tr("no unseen healthy signal") : tr("needs a model");
    if (metrics.f1) {
        m_f1->show(QLocale().toString(metrics.f1->value, 'f', 3), plainInterval(*metrics.f1));
    } else {
        m_f1->show(QStringLiteral("–"), noFaulty);
    }
    showRate(*m_recall, metrics.recall, noFaulty);
    showRate(*m_falseRate, metrics.falseAlarmRate, noHealthy);
    if (const auto& hourly = metrics.falseAlarmsPerHour) {
        m_perHour->show(tr("%1 / h").arg(numberText(hourly->value)),
                        tr("%1 – %2 · %3 in %4")
                            .arg(numberText(hourly->low),
                                 numberText(hourly->high),
                                 countText(hourly->events),
                                 durationText(hourly->duration)));
    } else {
        m_perHour->show(QStringLiteral("–"), noHealthy);
    }
    m_precision->setText(metrics.precision ? tr("Precision %1 (%2 · n = %3 alarmed)")
                                                 .arg(percentText(metrics.precision->value),
                                                      intervalText(*metrics.precision),
                                                      countText(metrics.precision->trials))
                                           : tr("Precision: nothing to tell from yet"));
}

void ThresholdPanel::showMissing()
{
    const Judgement& judgement = m_document.judgement();
    m_bestF1->setEnabled(!judgement.counted->faulty.empty() && !judgement.counted->healthy.empty());
    if (m_document.evaluation()) {
        return;
    }
    if (!m_document.model()) {
        m_verdict->setText(tr("There is no model yet: train one to get scores."));
    } else if (judgement.counted->faulty.empty() && waitsForFaulty(m_document)) {
        m_verdict->setText(tr("Only false alarms can be judged so far: the faulty recordings have "
                              "no scores yet."));
    } else if (judgement.counted->faulty.empty()) {
        m_verdict->setText(tr(
            "Only false alarms can be judged so far. To learn what would be found, open a faulty "
            "recording or label a faulty stretch."));
    } else if (const auto& problem = m_document.evaluationProblem()) {
        m_verdict->setText(errorText(*problem));
    } else {
        m_verdict->setText(tr("The comparison with the plain methods is being made."));
    }
}

void ThresholdPanel::showEvaluation()
{
    const auto evaluation = m_document.evaluation();
    m_methods->show(evaluation);
    // A row of dashes tells nothing; the verdict says what is missing.
    const bool canCompare =
        evaluation && std::any_of(evaluation->methods.begin(),
                                  evaluation->methods.end(),
                                  [](const auto& method) { return method.metrics.recall; });
    m_beside->setVisible(canCompare);
    m_methods->setVisible(canCompare);
    QStringList limits;
    if (evaluation) {
        m_verdict->setText(saidText(evaluation->verdict));
        for (const std::string& limit : evaluation->limits) {
            limits << saidText(limit);
        }
    }
    m_limits->setText(limits.join(QLatin1Char('\n')));
    m_limits->setVisible(!limits.isEmpty());
    showMissing();
}

} // namespace spall::ui
