// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/spectrum.h"
#include "ui/plot/frequency_mark.h"
#include "ui/plot/plot.h"
#include "ui/plot/spectrum_cursor.h"

#include <QString>

#include <optional>
#include <vector>

namespace spall::ui {

/// How high a spectrum's values stand.
enum class LevelScale { Linear, Power, Amplitude }; ///< the last two in decibel

/// Amplitude over frequency with marks; the wheel zooms, dragging pans, a double click shows the
/// range that was proposed, a click pins the cursor.
class SpectrumPlot : public Plot {
    Q_OBJECT
public:
    explicit SpectrumPlot(QWidget* parent = nullptr);

    /// `unit` is written beside the axis; `proposed` is the highest frequency shown at first.
    void setSpectrum(signal::Spectrum spectrum, const QString& unit, Hertz proposed);
    /// A second spectrum behind the first, green, with its name; an empty one takes it away.
    void setReference(signal::Spectrum reference, const QString& name);
    void setMarks(std::vector<FrequencyMark> marks, int harmonics);
    void setLevelScale(LevelScale scale);
    /// Counts frequencies in turns of the shaft; unset: in hertz.
    void setShaft(std::optional<Hertz> shaft);
    void setCursorKind(CursorKind kind);
    /// A sentence instead of a spectrum.
    void setMessage(const QString& message);
    [[nodiscard]] const std::vector<FrequencyMark>& marks() const { return m_marks; }

    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] bool hasNumbers() const override { return !m_spectrum.values.empty(); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void fill() override;
    void restyle() override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void show(double low, double high);
    void paintMarks(QPainter& painter);
    void paintCursor(QPainter& painter);
    void paintUnits(QPainter& painter);
    [[nodiscard]] FrequencyRuler ruler() const;
    [[nodiscard]] double highest() const;
    [[nodiscard]] double level(double value) const;
    [[nodiscard]] double xAt(double hertz) const;
    [[nodiscard]] double hertzAt(double x) const;
    /// Draws a spectrum into a graph and gives its peak.
    double fillGraph(int graph, const signal::Spectrum& spectrum);

    signal::Spectrum m_spectrum;
    signal::Spectrum m_reference;
    QString m_referenceName;
    std::vector<FrequencyMark> m_marks;
    SpectrumCursor m_cursor;
    LevelScale m_scale = LevelScale::Linear;
    std::optional<Hertz> m_shaft;
    int m_harmonics = 1;
    QString m_unit;
    QString m_message;
    double m_low = 0.0; ///< hertz, as all of these
    double m_high = 500.0;
    double m_proposed = 0.0;
    double m_panFrom = 0.0; ///< pixel
    double m_panLow = 0.0;
    bool m_panning = false;
    bool m_moved = false;    ///< the press has become a pan
    double m_pointer = -1.0; ///< pixel; negative while outside
};

} // namespace spall::ui
