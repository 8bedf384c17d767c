// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/dock_panel.h"
#include "ui/panels/family_text.h"

#include <array>
#include <string>

class QDoubleSpinBox;
class QLabel;

namespace spall::ui {

class BandPlot;
class Chip;
class ControlLine;
class SpectrumPlot;

/// Squared envelope spectrum of what the time axis shows, of a band that is dragged on the power
/// spectrum beside it, with the lines at which the parts of a bearing would strike.
class EnvelopePanel : public DockPanel {
    Q_OBJECT
public:
    /// At most so many samples, from the middle of the view, go into one spectrum.
    static constexpr SampleCount kMostSamples = 200'000;

    explicit EnvelopePanel(Focus& focus, QWidget* parent = nullptr);

    /// What the spectrum says; empty where nothing can be told.
    [[nodiscard]] QString verdict() const;
    /// Which lines the user has chosen to see, a 0 or 1 each; empty while those of the verdict are.
    [[nodiscard]] std::string chosenLines() const;
    void chooseLines(const std::string& lines);

protected:
    void compute() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Spectra {
        Result<signal::Spectrum> envelope;
        signal::Spectrum power; ///< empty when the view is too short
        SampleCount samples = 0;
        std::optional<FamilyVerdict> verdict; ///< unset without a machine, or in a short view
    };
    [[nodiscard]] QWidget* makeControls();
    [[nodiscard]] QWidget* makePlots();
    [[nodiscard]] QWidget* makeBand();
    void makeChips(ControlLine& line);
    void connectFocus();
    void proposeBand();
    void show(const Spectra& spectra);
    void showProblem(const Error& problem);
    void showMachine();
    void showBand();
    void showMarks();
    void showVerdict(const std::optional<FamilyVerdict>& verdict);
    void followVerdict(const std::optional<FamilyVerdict>& verdict);

    SpectrumPlot* m_plot;
    BandPlot* m_bandPlot;
    QWidget* m_band = nullptr;
    ControlLine* m_line = nullptr;
    QLabel* m_verdict; ///< above the plot: a box over it hid the very line it spoke of
    QDoubleSpinBox* m_low = nullptr;
    QDoubleSpinBox* m_high = nullptr;
    QDoubleSpinBox* m_tolerance = nullptr;
    std::array<Chip*, 4> m_families{}; ///< BPFO, BPFI, 2×BSF, FTF
    Chip* m_sidebands = nullptr;
    bool m_isChosen = false; ///< which lines are shown, by a click of the user
};

} // namespace spall::ui
