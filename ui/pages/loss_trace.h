// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QVector>

#include <vector>

namespace spall::ui {

/// One quantity over a training, thinned for drawing however long the training is.
class LossTrace {
public:
    /// `x` ascending. A value that is not finite is left out.
    void add(double x, double value);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_points.empty(); }
    [[nodiscard]] double last() const { return m_points.back().y(); }

    /// At most `most` of the points themselves, spread evenly, the newest among them.
    [[nodiscard]] QVector<QPointF> raw(int most) const;

    /// Means of at most `most` groups of neighbours, then averaged over five groups; runs from the
    /// first point to the newest.
    [[nodiscard]] QVector<QPointF> smoothed(int most) const;

private:
    std::vector<QPointF> m_points;
};

} // namespace spall::ui
