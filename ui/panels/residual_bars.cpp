// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/residual_bars.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr int kHeading = 15;
constexpr int kFoot = 14;
constexpr double kFullGain = 12.0; ///< decibel that fill the height at least

QColor ink(Ink which)
{
    return Theme::instance().colour(which);
}

void paintHeading(QPainter& painter, const QRect& area, const QString& text)
{
    painter.setFont(Theme::instance().font(TextSize::Small));
    painter.setPen(ink(Ink::TextMuted));
    const QString fitting = painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width());
    painter.drawText(QRect(area.left(), area.top(), area.width(), kHeading),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     fitting);
}

void paintEnds(QPainter& painter, const QRect& area, const QString& left, const QString& right)
{
    const QRect foot(area.left(), area.bottom() - kFoot + 1, area.width(), kFoot);
    painter.setFont(Theme::instance().font(TextSize::Small));
    painter.setPen(ink(Ink::TextMuted));
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, left);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, right);
}

} // namespace

ResidualBars::ResidualBars(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Where the residual of the window is, in time and frequency"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ResidualBars::show(const pipeline::Explanation& explanation, Hertz rate)
{
    m_explanation = explanation;
    m_rate = rate;
    update();
}

void ResidualBars::clear()
{
    m_explanation.reset();
    update();
}

QSize ResidualBars::sizeHint() const
{
    return {210, 150};
}

void ResidualBars::paintEvent(QPaintEvent*)
{
    if (!m_explanation) {
        return;
    }
    QPainter painter(this);
    const int half = height() / 2;
    paintTime(painter, QRect(0, 0, width(), half - 2));
    paintBands(painter, QRect(0, half + 2, width(), height() - half - 2));
}

void ResidualBars::paintTime(QPainter& painter, const QRect& area)
{
    paintHeading(painter, area, tr("residual energy along the window"));
    const QRect bars = area.adjusted(0, kHeading, 0, -kFoot);
    const auto& shares = m_explanation->residualShare;
    const double top = *std::max_element(shares.begin(), shares.end());
    const double width = static_cast<double>(bars.width()) / static_cast<double>(shares.size());
    for (std::size_t part = 0; part < shares.size(); ++part) {
        const double height = top > 0.0 ? shares[part] / top * bars.height() : 0.0;
        painter.fillRect(QRectF(bars.left() + static_cast<double>(part) * width,
                                bars.bottom() + 1.0 - height,
                                std::max(1.0, width - 1.0),
                                height),
                         ink(Ink::Signal));
    }
    paintEnds(painter,
              area,
              QStringLiteral("0"),
              durationText(duration(m_explanation->range.size(), m_rate)));
}

void ResidualBars::paintBands(QPainter& painter, const QRect& area)
{
    if (!m_explanation->gain) {
        paintHeading(painter, area, tr("no healthy windows to compare with"));
        return;
    }
    paintHeading(painter, area, tr("residual, dB above healthy"));
    const QRect bars = area.adjusted(0, kHeading, 0, -kFoot);
    const auto& gain = *m_explanation->gain;
    const auto [low, high] = std::minmax_element(gain.begin(), gain.end());
    const double top = std::max(kFullGain, *high);
    const double bottom = std::min(0.0, *low);
    const double scale = bars.height() / (top - bottom);
    const double ground = bars.bottom() + 1.0 + bottom * scale;
    const double width = static_cast<double>(bars.width()) / static_cast<double>(gain.size());
    for (std::size_t band = 0; band < gain.size(); ++band) {
        const double height = gain[band] * scale;
        const QRectF bar(bars.left() + static_cast<double>(band) * width,
                         std::min(ground, ground - height),
                         std::max(1.0, width - 2.0),
                         std::abs(height));
        painter.fillRect(bar, ink(gain[band] > 3.0 ? Ink::Alarm : Ink::Healthy));
    }
    painter.setPen(ink(Ink::Border));
    painter.drawLine(QPointF(bars.left(), ground), QPointF(bars.right(), ground));
    paintEnds(painter,
              area,
              frequencyText(pipeline::profileBand(0, m_rate).high),
              frequencyText(Hertz{m_rate.value / 2.0}));
}

} // namespace spall::ui
