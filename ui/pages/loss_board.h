// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/engine.h"

#include <QWidget>

#include <array>
#include <vector>

namespace spall::ui {

class LossChart;

/// The four live charts of a training.
class LossBoard : public QWidget {
    Q_OBJECT
public:
    explicit LossBoard(QWidget* parent = nullptr);

    /// The sentences under the charts are true for this recipe.
    void setPreset(const nn::Preset& preset);
    void clear();
    void add(const std::vector<train::StepReport>& steps);
    /// The curves of a model that was trained before: one point an epoch.
    void show(const train::TrainHistory& history);

    /// Draws what came, the x axis up to this epoch.
    void redraw(double epochs);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] std::array<LossChart*, 4> charts() const;
    void addPoint(double epoch, const train::Losses& losses, double heldBackCycle);

    LossChart* m_critics;
    LossChart* m_cycle;
    LossChart* m_penalty;
    LossChart* m_generator;
    int m_epochsDone = 0;
};

} // namespace spall::ui
