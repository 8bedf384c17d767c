// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <span>
#include <vector>

namespace spall::ui {

/// One healthy window and what the generator made of it, drawn over each other.
class SnapshotView : public QWidget {
    Q_OBJECT
public:
    explicit SnapshotView(QWidget* parent = nullptr);

    /// Both [length], in healthy deviations; empty ones are not drawn.
    void show(std::span<const float> window, std::span<const float> reconstruction);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawLine(QPainter& painter, const std::vector<float>& values, double reach) const;

    std::vector<float> m_window;
    std::vector<float> m_reconstruction;
};

} // namespace spall::ui
