// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scatter_panel.h"

#include "ui/panels/control_line.h"
#include "ui/plot/score_scale.h"
#include "ui/text/format.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spall::ui {

namespace {

constexpr std::size_t kMostPoints = 3000; ///< of one cloud; more would hide each other
constexpr double kClickReach = 0.15;      ///< on the axis, from a point that a click still means
enum Rule { OneThreshold, BothAbove, EitherAbove };

bool isJudged(const pipeline::ScoredRecording& scored, std::size_t window)
{
    const bool isLearned = window < scored.learned.size() && scored.learned[window] != 0;
    return !isLearned && std::isfinite(scored.channels.rec[window]) &&
           std::isfinite(scored.channels.critic[window]);
}

/// Appends the judged windows of a recording.
void append(ScatterPoints& points, const pipeline::ScoredRecording& scored)
{
    for (std::size_t window = 0; window < scored.channels.rec.size(); ++window) {
        if (isJudged(scored, window)) {
            points.rec.push_back(scored.channels.rec[window]);
            points.critic.push_back(scored.channels.critic[window]);
        }
    }
}

/// Every n-th point, so that at most `kMostPoints` are left.
ScatterPoints thinned(const ScatterPoints& points)
{
    const auto count = static_cast<std::size_t>(points.rec.size());
    const std::size_t every = std::max<std::size_t>(1, (count + kMostPoints - 1) / kMostPoints);
    ScatterPoints kept;
    for (std::size_t at = 0; at < count; at += every) {
        kept.rec.push_back(points.rec[static_cast<qsizetype>(at)]);
        kept.critic.push_back(points.critic[static_cast<qsizetype>(at)]);
    }
    return kept;
}

struct Clouds {
    ScatterPoints healthy;
    ScatterPoints faulty;
};

} // namespace

ScatterPanel::ScatterPanel(Focus& focus, QWidget* parent)
    : DockPanel(focus, parent),
      m_line(new ControlLine),
      m_rule(new QComboBox),
      m_plot(new ScatterPlot)
{
    m_rule->addItem(tr("One threshold of the fused score"));
    m_rule->addItem(tr("Two thresholds, both exceeded (AND)"));
    m_rule->addItem(tr("Two thresholds, either exceeded (OR)"));
    m_rule->setAccessibleName(tr("Alarm rule"));
    m_rule->setToolTip(tr("What makes a window an alarm: one threshold on the fused score, or a "
                          "threshold of its own for each of the two scores."));
    m_line->add(m_rule);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_line);
    column->addWidget(m_plot, 1);
    Document& document = focus.document();
    connect(m_rule, &QComboBox::activated, this, &ScatterPanel::chooseRule);
    connect(m_plot, &ScatterPlot::thresholdDragged, this, &ScatterPanel::moveThreshold);
    connect(m_plot, &ScatterPlot::dualRuleDragged, this, &ScatterPanel::moveRule);
    connect(m_plot, &ScatterPlot::released, &document, &Document::endGesture);
    connect(m_plot, &ScatterPlot::picked, this, &ScatterPanel::pick);
    connect(m_plot, &ScatterPlot::clicked, this, &ScatterPanel::goToNearest);
    connect(&document, &Document::recordingsChanged, this, &ScatterPanel::showLater);
    connect(&document, &Document::scoredChanged, this, &ScatterPanel::showLater);
    connect(&document, &Document::judgementChanged, this, &ScatterPanel::showRule);
    connect(&focus.axis(), &TimeAxis::viewChanged, this, &ScatterPanel::showInView);
    connect(&focus, &Focus::sourceChanged, this, &ScatterPanel::showInView);
    showRule();
}

void ScatterPanel::compute()
{
    std::vector<std::pair<pipeline::Role, pipeline::ScoredPtr>> recordings;
    for (const Entry& entry : focus().document().entries()) {
        if (entry.scored && entry.input.role != pipeline::Role::Unknown) {
            recordings.emplace_back(entry.input.role, entry.scored);
        }
    }
    run<Clouds>(
        [recordings = std::move(recordings)] {
            Clouds clouds;
            for (const auto& [role, scored] : recordings) {
                append(role == pipeline::Role::Healthy ? clouds.healthy : clouds.faulty, *scored);
            }
            return Clouds{thinned(clouds.healthy), thinned(clouds.faulty)};
        },
        [this](const Result<Clouds>& clouds) {
            if (clouds) {
                m_plot->setPoints(clouds->healthy, clouds->faulty);
                showInView();
            }
        });
}

void ScatterPanel::showInView()
{
    const Entry* current = focus().document().current();
    ScatterPoints points;
    if (current && current->scored && isVisible()) {
        const auto& scored = *current->scored;
        const double rate = scored.recording->rate.value.value;
        const TimeRange view = focus().axis().view();
        const auto first = std::partition_point(
            scored.windows.begin(), scored.windows.end(), [&](const SampleRange& window) {
                return static_cast<double>(window.first) < view.first * rate;
            });
        for (auto at = first;
             at != scored.windows.end() && static_cast<double>(at->last) <= view.last * rate;
             ++at) {
            const auto window = static_cast<std::size_t>(at - scored.windows.begin());
            points.rec.push_back(scored.channels.rec[window]);
            points.critic.push_back(scored.channels.critic[window]);
        }
        const bool isEverything =
            points.rec.size() == static_cast<qsizetype>(scored.windows.size());
        m_plot->setInView(isEverything ? ScatterPoints{} : thinned(points));
        return;
    }
    m_plot->setInView(points);
}

void ScatterPanel::showRule()
{
    const detect::DecisionOptions& decision = focus().document().decision();
    m_plot->setRule(
        decision.fusion, decision.lambda, focus().document().judgement().threshold.value);
    m_plot->setDualRule(decision.dual);
    const QSignalBlocker silent(m_rule);
    m_rule->setCurrentIndex(!decision.dual        ? OneThreshold
                            : decision.dual->both ? BothAbove
                                                  : EitherAbove);
    m_rule->setEnabled(focus().document().model() != nullptr);
    m_line->setNote(decision.dual ? ruleText(*decision.dual) : QString());
}

void ScatterPanel::chooseRule(int rule)
{
    Document& document = focus().document();
    detect::DecisionOptions decision = document.decision();
    if (rule == OneThreshold) {
        decision.dual.reset();
    } else {
        const double start = document.judgement().threshold.value;
        detect::DualRule dual = decision.dual.value_or(detect::DualRule{start, start, true});
        dual.both = rule == BothAbove;
        decision.dual = dual;
    }
    document.endGesture();
    document.setDecision(decision, tr("alarm rule"));
    document.endGesture();
}

void ScatterPanel::moveThreshold(double threshold)
{
    detect::DecisionOptions decision = focus().document().decision();
    decision.policy = {detect::PolicyKind::Manual, threshold};
    focus().document().setDecision(decision, tr("threshold"));
}

void ScatterPanel::moveRule(const detect::DualRule& rule)
{
    detect::DecisionOptions decision = focus().document().decision();
    decision.dual = rule;
    focus().document().setDecision(decision, tr("two thresholds"));
}

void ScatterPanel::pick(const ScoreBox& box)
{
    const Entry* current = focus().document().current();
    std::vector<char> picked;
    if (current && current->scored && box.recHigh > box.recLow) {
        const auto& channels = current->scored->channels;
        for (std::size_t window = 0; window < channels.rec.size(); ++window) {
            picked.push_back(box.contains(channels.rec[window], channels.critic[window]) ? 1 : 0);
        }
        const auto count = std::count(picked.begin(), picked.end(), 1);
        m_line->setNote(tr("%1 windows of %2 picked, marked in the score plot")
                            .arg(countText(count), current->name));
    } else {
        showRule();
    }
    Q_EMIT focus().windowsPicked(picked);
}

void ScatterPanel::goToNearest(double rec, double critic)
{
    double least = kClickReach;
    int entry = -1;
    std::int64_t window = 0;
    const auto& entries = focus().document().entries();
    for (std::size_t at = 0; at < entries.size(); ++at) {
        if (!entries[at].scored) {
            continue;
        }
        const auto& scored = *entries[at].scored;
        for (std::size_t each = 0; each < scored.channels.rec.size(); ++each) {
            const double away = std::hypot(
                score_scale::toAxis(scored.channels.rec[each]) - score_scale::toAxis(rec),
                score_scale::toAxis(scored.channels.critic[each]) - score_scale::toAxis(critic));
            if (away < least && isJudged(scored, each)) {
                least = away;
                entry = static_cast<int>(at);
                window = static_cast<std::int64_t>(each);
            }
        }
    }
    if (entry >= 0) {
        focus().goTo(entry, window);
    }
}

} // namespace spall::ui
