// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_table.h"

#include <QWidget>

#include <functional>

class QCustomPlot;
class QPainter;

namespace spall::ui {

/// A widget drawn by QCustomPlot. It takes the mouse itself and follows the theme; what it draws is
/// refilled before each repaint, when the final size is known.
class Plot : public QWidget {
    Q_OBJECT
public:
    explicit Plot(QWidget* parent = nullptr);

    /// The inner rectangle in pixels of the widget.
    [[nodiscard]] QRect plotArea() const;

    /// The numbers of what is visible; empty where there is nothing to tell in numbers.
    [[nodiscard]] virtual PlotTable table() const { return {}; }
    /// True when `table` would not be empty; cheap.
    [[nodiscard]] virtual bool hasNumbers() const { return false; }
    /// Paints the plot on a picture or a drawing, `top` pixels below its upper edge, over what
    /// `before` paints.
    void paintOn(QPaintDevice& device, int top, const std::function<void(QPainter&)>& before);

public Q_SLOTS:
    /// Draws again with the next frame; many calls make one frame.
    void refresh();

protected:
    /// Fills in what is visible.
    virtual void fill() = 0;
    /// Takes colours and fonts from the theme; called by the constructor of the concrete plot.
    virtual void restyle();
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    /// The menu of every plot: save it as a picture, a drawing or numbers.
    void contextMenuEvent(QContextMenuEvent* event) override;

    [[nodiscard]] QCustomPlot& canvas() { return *m_canvas; }
    [[nodiscard]] const QCustomPlot& canvas() const { return *m_canvas; }
    /// Columns of the inner rectangle in pixels of the screen.
    [[nodiscard]] int pixelColumns() const;

private:
    QCustomPlot* m_canvas;
};

} // namespace spall::ui
