// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/threshold_control.h"

#include "ui/plot/score_scale.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {
constexpr int kThresholdPositions = 2000;
constexpr double kRoom = 0.25; ///< on both sides of the scores, on the axis
} // namespace

ThresholdControl::ThresholdControl(QWidget* parent)
    : QWidget(parent),
      m_histogram(new HistogramPlot),
      m_slider(new QSlider(Qt::Horizontal)),
      m_value(new QLabel),
      m_source(new QLabel)
{
    m_slider->setRange(0, kThresholdPositions);
    m_slider->setPageStep(kThresholdPositions / 20);
    m_slider->setAccessibleName(tr("Threshold"));
    m_slider->setToolTip(tr("A window is an alarm when its score is above the threshold. The score "
                            "counts standard deviations of healthy windows (σ)."));
    m_value->setAlignment(Qt::AlignCenter);
    setLook(m_value, "title");
    m_source->setWordWrap(true);
    m_source->setAlignment(Qt::AlignCenter);
    setLook(m_source, "muted");
    m_histogram->setFixedHeight(m_histogram->sizeHint().height());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* part : {static_cast<QWidget*>(m_histogram),
                          static_cast<QWidget*>(m_slider),
                          static_cast<QWidget*>(m_value),
                          static_cast<QWidget*>(m_source)}) {
        column->addWidget(part);
    }
    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &ThresholdControl::restyle);
    connect(m_slider, &QSlider::valueChanged, this, &ThresholdControl::slide);
    connect(m_slider, &QSlider::sliderReleased, this, &ThresholdControl::thresholdReleased);
    connect(m_histogram, &HistogramPlot::thresholdDragged, this, [this](double threshold) {
        m_dragging = true; // the range stands still under the pointer
        Q_EMIT thresholdDragged(threshold);
    });
    connect(m_histogram, &HistogramPlot::thresholdReleased, this, [this] {
        m_dragging = false;
        Q_EMIT thresholdReleased();
    });
}

void ThresholdControl::restyle()
{
    const QString ink = Theme::instance().colour(Ink::Threshold).name();
    m_slider->setStyleSheet(QStringLiteral("QSlider::sub-page:horizontal { background: %1; }"
                                           "QSlider::handle:horizontal { border-color: %1; }")
                                .arg(ink));
    m_value->setStyleSheet(QStringLiteral("color: %1").arg(ink));
}

void ThresholdControl::fitRange(const Judgement& judgement)
{
    double low = std::min(0.0, judgement.threshold.value);
    double high = std::max(3.0, judgement.threshold.value);
    for (const auto* scores : {&judgement.counted->healthy, &judgement.counted->faulty}) {
        if (!scores->empty()) {
            low = std::isfinite(scores->front()) ? std::min(low, scores->front()) : low;
            high = std::isfinite(scores->back()) ? std::max(high, scores->back()) : high;
        }
    }
    m_range = {score_scale::toScore(score_scale::toAxis(low) - kRoom),
               score_scale::toScore(score_scale::toAxis(high) + kRoom)};
    m_histogram->setRange(m_range);
}

void ThresholdControl::showScores(const Judgement& judgement)
{
    m_histogram->setScores(judgement.counted->healthy, judgement.counted->faulty);
    fitRange(judgement);
    show(judgement);
}

void ThresholdControl::show(const Judgement& judgement)
{
    const double threshold = judgement.threshold.value;
    const bool isInside = m_range.low <= threshold && threshold <= m_range.high;
    if (!isInside && !m_dragging && !m_slider->isSliderDown()) {
        fitRange(judgement);
    }
    m_histogram->setThreshold(judgement.oneThreshold());
    m_histogram->setEnabled(!judgement.dual);
    m_slider->setEnabled(!judgement.dual);
    const double low = score_scale::toAxis(m_range.low);
    const double share =
        (score_scale::toAxis(threshold) - low) / (score_scale::toAxis(m_range.high) - low);
    if (!m_slider->isSliderDown()) {
        const QSignalBlocker silent(m_slider);
        m_slider->setValue(static_cast<int>(std::lround(share * kThresholdPositions)));
    }
    if (judgement.dual) {
        m_value->setText(tr("two thresholds"));
        m_source->setText(
            tr("%1 – choose one threshold in the view Rec × critic to use this slider")
                .arg(ruleText(*judgement.dual)));
        m_source->setToolTip(m_source->text());
        return;
    }
    const bool isKnown = !judgement.threshold.source.empty();
    m_value->setText(isKnown ? tr("%1 σ").arg(QLocale().toString(threshold, 'f', 2))
                             : tr("no threshold yet"));
    const QString source = saidText(judgement.threshold.source);
    m_source->setText(source);
    m_source->setToolTip(source);
}

void ThresholdControl::slide(int position)
{
    const double low = score_scale::toAxis(m_range.low);
    const double high = score_scale::toAxis(m_range.high);
    Q_EMIT thresholdDragged(
        score_scale::toScore(low + (high - low) * position / kThresholdPositions));
    if (!m_slider->isSliderDown()) { // a key or the wheel: a gesture of its own
        Q_EMIT thresholdReleased();
    }
}

void ThresholdControl::focusSlider()
{
    m_slider->setFocus(Qt::ShortcutFocusReason);
}

} // namespace spall::ui
