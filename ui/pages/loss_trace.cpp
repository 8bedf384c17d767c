// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loss_trace.h"

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr qsizetype kNeighbours = 2; // on either side

} // namespace

void LossTrace::add(double x, double value)
{
    if (std::isfinite(x) && std::isfinite(value)) {
        m_points.emplace_back(x, value);
    }
}

void LossTrace::clear()
{
    m_points.clear();
}

QVector<QPointF> LossTrace::raw(int most) const
{
    QVector<QPointF> points;
    if (m_points.empty() || most < 1) {
        return points;
    }
    const std::size_t stride =
        (m_points.size() + static_cast<std::size_t>(most) - 1) / static_cast<std::size_t>(most);
    // Counted from the newest, so that it is always there.
    for (std::size_t i = (m_points.size() - 1) % stride; i < m_points.size(); i += stride) {
        points.append(m_points[i]);
    }
    return points;
}

QVector<QPointF> LossTrace::smoothed(int most) const
{
    QVector<QPointF> means;
    if (m_points.empty() || most < 1) {
        return means;
    }
    const std::size_t size = std::max<std::size_t>(
        1, (m_points.size() + static_cast<std::size_t>(most) - 1) / static_cast<std::size_t>(most));
    for (std::size_t first = 0; first < m_points.size(); first += size) {
        const std::size_t last = std::min(first + size, m_points.size());
        QPointF sum;
        for (std::size_t i = first; i < last; ++i) {
            sum += m_points[i];
        }
        means.append(sum / static_cast<double>(last - first));
    }
    QVector<QPointF> line;
    for (qsizetype i = 0; i < means.size(); ++i) {
        // As many on one side as on the other, so that a slope is not bent at the ends.
        const qsizetype reach = std::min({kNeighbours, i, means.size() - 1 - i});
        double sum = 0.0;
        for (qsizetype k = i - reach; k <= i + reach; ++k) {
            sum += means[k].y();
        }
        line.append({means[i].x(), sum / static_cast<double>(2 * reach + 1)});
    }
    return line;
}

} // namespace spall::ui
