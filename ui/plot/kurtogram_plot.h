// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/kurtogram.h"
#include "ui/plot/plot.h"

#include <optional>

namespace spall::ui {

/// Kurtosis of every band of a kurtogram, a row a width; a click chooses a band.
class KurtogramPlot : public Plot {
    Q_OBJECT
public:
    explicit KurtogramPlot(QWidget* parent = nullptr);

    void setKurtogram(signal::Kurtogram kurtogram);
    void setChosen(const signal::Band& band);
    /// The band that is framed; unset without a kurtogram.
    [[nodiscard]] std::optional<signal::Band> best() const
    {
        return m_kurtogram ? std::optional(m_kurtogram->best) : std::nullopt;
    }
    /// A sentence instead.
    void setMessage(const QString& message);

    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] bool hasNumbers() const override { return m_kurtogram.has_value(); }
    [[nodiscard]] QSize sizeHint() const override;
    /// The cell under a place of the widget; what a test or a tour points at.
    [[nodiscard]] QRectF cellOf(std::size_t row, std::size_t band) const;

Q_SIGNALS:
    void bandChosen(const spall::signal::Band& band);
    void pointed(const QString& text); ///< the band under the pointer, in words

protected:
    void fill() override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Cell {
        std::size_t row;
        std::size_t band;
    };
    [[nodiscard]] std::optional<Cell> cellAt(const QPointF& place) const;
    void paintCells(QPainter& painter);
    void paintFrames(QPainter& painter);
    void paintRowNames(QPainter& painter);

    std::optional<signal::Kurtogram> m_kurtogram;
    std::optional<signal::Band> m_chosen;
    QString m_message;
};

} // namespace spall::ui
