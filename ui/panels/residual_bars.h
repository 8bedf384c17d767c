// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/explain.h"

#include <QWidget>

#include <optional>

namespace spall::ui {

/// Where the residual of a window is: its energy along the window, and under it the level of each
/// band above that of healthy windows.
class ResidualBars : public QWidget {
    Q_OBJECT
public:
    explicit ResidualBars(QWidget* parent = nullptr);

    void show(const pipeline::Explanation& explanation, Hertz rate);
    void clear();

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintTime(QPainter& painter, const QRect& area);
    void paintBands(QPainter& painter, const QRect& area);

    std::optional<pipeline::Explanation> m_explanation;
    Hertz m_rate{1.0};
};

} // namespace spall::ui
