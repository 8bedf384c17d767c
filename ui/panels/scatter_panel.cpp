// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scatter_panel.h"

#include "ui/plot/scatter_plot.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::ui {

namespace {

constexpr std::size_t kMostPoints = 3000; ///< of one cloud; more would hide each other

/// Appends the judged windows of a recording.
void append(ScatterPoints& points, const pipeline::ScoredRecording& scored)
{
    const auto& [rec, critic] = scored.channels;
    for (std::size_t window = 0; window < std::min(rec.size(), critic.size()); ++window) {
        const bool isLearned = window < scored.learned.size() && scored.learned[window] != 0;
        if (!isLearned && std::isfinite(rec[window]) && std::isfinite(critic[window])) {
            points.rec.push_back(rec[window]);
            points.critic.push_back(critic[window]);
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

} // namespace

ScatterPanel::ScatterPanel(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_plot(new ScatterPlot)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_plot);
    connect(&m_document, &Document::recordingsChanged, this, &ScatterPanel::showPointsLater);
    connect(&m_document, &Document::scoredChanged, this, &ScatterPanel::showPointsLater);
    connect(&m_document, &Document::judgementChanged, this, &ScatterPanel::showRule);
    showRule();
}

void ScatterPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false)) {
        showPoints();
    }
}

void ScatterPanel::showPointsLater()
{
    m_stale = !isVisible();
    if (!m_stale) {
        showPoints();
    }
}

void ScatterPanel::showPoints()
{
    ScatterPoints healthy;
    ScatterPoints faulty;
    for (const Entry& entry : m_document.entries()) {
        if (entry.scored && entry.input.role != pipeline::Role::Unknown) {
            append(entry.input.role == pipeline::Role::Healthy ? healthy : faulty, *entry.scored);
        }
    }
    m_plot->setPoints(thinned(healthy), thinned(faulty));
}

void ScatterPanel::showRule()
{
    const detect::DecisionOptions& decision = m_document.decision();
    m_plot->setRule(decision.fusion, decision.lambda, m_document.judgement().threshold.value);
}

} // namespace spall::ui
