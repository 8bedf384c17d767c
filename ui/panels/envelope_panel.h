// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/bearing.h"
#include "core/signal/spectrum.h"
#include "ui/plot/time_axis.h"
#include "ui/plot/trace.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace spall::ui {

class Chip;
class SpectrumPlot;

/// Squared envelope spectrum of what the time axis shows, with the lines at which the parts of a
/// bearing would strike.
class EnvelopePanel : public QWidget {
    Q_OBJECT
public:
    /// At most so many samples, from the middle of the view, go into one spectrum.
    static constexpr SampleCount kMostSamples = 200'000;

    explicit EnvelopePanel(QWidget* parent = nullptr);

    void setSource(const SignalSource& source);
    void setView(TimeRange view);

Q_SIGNALS:
    void spectrumShown();

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeControls();
    void proposeBand();
    void computeLater();
    void compute();
    void show(const Result<signal::Spectrum>& spectrum, SampleCount samples);
    void showMarks();
    [[nodiscard]] std::optional<signal::FaultFrequencies> frequencies() const;

    SpectrumPlot* m_plot;
    QComboBox* m_bearing = nullptr;
    QDoubleSpinBox* m_speed = nullptr;
    QDoubleSpinBox* m_low = nullptr;
    QDoubleSpinBox* m_high = nullptr;
    std::array<Chip*, 3> m_families{};
    QLabel* m_note = nullptr;
    SignalSource m_source;
    TimeRange m_view;
    QTimer m_later;
    quint64 m_request = 0; ///< a result of an older one is dropped
    bool m_running = false;
    bool m_stale = false; ///< something changed while a spectrum was made or the panel was hidden
};

} // namespace spall::ui
