// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/snapshot_view.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace spall::ui {

SnapshotView::SnapshotView(QWidget* parent) : QWidget(parent)
{
    setMinimumHeight(64);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SnapshotView::show(std::span<const float> window, std::span<const float> reconstruction)
{
    m_window.assign(window.begin(), window.end());
    m_reconstruction.assign(reconstruction.begin(), reconstruction.end());
    update();
}

void SnapshotView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::instance();
    painter.setPen(QPen(theme.colour(Ink::Grid), 1.0));
    painter.drawLine(QPointF(0.0, 0.5 * height()), QPointF(width(), 0.5 * height()));
    double reach = 1e-6;
    for (const float value : m_window) {
        reach = std::max(reach, std::fabs(static_cast<double>(value)));
    }
    painter.setPen(QPen(theme.colour(Ink::Signal), 1.0));
    drawLine(painter, m_window, reach);
    painter.setPen(QPen(theme.colour(Ink::Reconstruction), 1.6));
    drawLine(painter, m_reconstruction, reach);
}

void SnapshotView::drawLine(QPainter& painter, const std::vector<float>& values, double reach) const
{
    if (values.size() < 2) {
        return;
    }
    QPolygonF line;
    const double middle = 0.5 * height();
    const double scale = 0.92 * middle / reach;
    const double step = static_cast<double>(width()) / static_cast<double>(values.size() - 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        line.append(
            {step * static_cast<double>(i), middle - scale * static_cast<double>(values[i])});
    }
    painter.drawPolyline(line);
}

} // namespace spall::ui
