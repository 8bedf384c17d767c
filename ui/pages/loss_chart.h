// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/loss_trace.h"
#include "ui/theme/card.h"
#include "ui/theme/theme.h"

#include <QString>

#include <vector>

class QChart;
class QChartView;
class QGraphicsSimpleTextItem;
class QLabel;
class QLineSeries;
class QValueAxis;

namespace spall::ui {

/// Live curves of a few losses: faint raw points, a smoothed line with its name at its end, the
/// newest value in the corner, and one sentence that says what healthy looks like.
class LossChart : public Card {
    Q_OBJECT
public:
    /// A curve with its colour; the name is written at its end.
    struct Curve {
        QString name;
        Ink ink;
    };

    LossChart(const QString& title, std::vector<Curve> curves, QWidget* parent = nullptr);

    /// What healthy looks like; under the chart where there is room, always in the tooltip.
    void setSentence(const QString& sentence);
    /// Without room the sentence and the name of the x axis give way to the curves.
    void setRoomy(bool isRoomy);

    /// Adds one value to a curve; drawn at the next `redraw`.
    void add(std::size_t curve, double epoch, double value);
    void clear();
    /// The x axis runs to here however far the curves have come.
    void setEpochs(double epochs);
    /// A horizontal line of reference, e.g. the gradient norm that is asked for.
    void setReference(double value);
    void redraw();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Drawn {
        Curve curve;
        LossTrace trace;
        QLineSeries* points;
        QLineSeries* line;
        QGraphicsSimpleTextItem* label;
    };

    void makeChart();
    void restyle();
    void fitRange();
    void fitTicks();
    [[nodiscard]] QPointF placeOf(QPointF value) const;
    void placeLabels();

    std::vector<Drawn> m_curves;
    QChart* m_chart;
    QChartView* m_view;
    QLabel* m_words;
    QValueAxis* m_x;
    QValueAxis* m_y;
    QLineSeries* m_reference = nullptr;
    double m_referenceValue = 0.0;
    double m_epochs = 1.0;
};

} // namespace spall::ui
