// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/spectrum.h"
#include "ui/panels/dock_panel.h"

class QComboBox;

namespace spall::ui {

class Chip;
class ControlLine;
class SpectrumPlot;

/// Averaged power spectrum of what is in view: segment length, decibel or linear, hertz or orders.
class SpectrumPanel : public DockPanel {
    Q_OBJECT
public:
    /// At most so many samples, from the middle of the view, are averaged.
    static constexpr SampleCount kMostSamples = 4'000'000;

    explicit SpectrumPanel(Focus& focus, QWidget* parent = nullptr);

protected:
    void compute() override;

private:
    [[nodiscard]] SampleCount segment() const;
    void showShaft();

    SpectrumPlot* m_plot;
    ControlLine* m_line;
    QComboBox* m_segment;
    Chip* m_decibel;
    Chip* m_orders;
};

} // namespace spall::ui
