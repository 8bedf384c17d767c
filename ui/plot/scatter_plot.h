// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/fuse.h"
#include "ui/plot/plot.h"

#include <QVector>

namespace spall::ui {

/// Windows as points: reconstruction score across, critic score up.
struct ScatterPoints {
    QVector<double> rec;
    QVector<double> critic;
};

/// Reconstruction × critic with the line on which the fused score equals the threshold. Healthy
/// windows are circles, faulty ones triangles.
class ScatterPlot : public Plot {
    Q_OBJECT
public:
    explicit ScatterPlot(QWidget* parent = nullptr);

    void setPoints(const ScatterPoints& healthy, const ScatterPoints& faulty);
    /// How the two scores are fused, and the threshold of the result.
    void setRule(score::Fusion fusion, double lambda, double threshold);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void fill() override;
    void restyle() override;

private:
    /// Fused score of one pair of channel scores, less the threshold.
    [[nodiscard]] double excess(double rec, double critic) const;
    void paintThreshold(QPainter& painter);
    void paintTitles(QPainter& painter);

    score::Fusion m_fusion = score::Fusion::Sum;
    double m_lambda = 1.0;
    double m_threshold = 0.0;
};

} // namespace spall::ui
