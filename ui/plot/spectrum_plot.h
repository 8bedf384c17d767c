// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/spectrum.h"
#include "ui/plot/plot.h"

#include <QString>

#include <vector>

namespace spall::ui {

/// A line where a defect would show, with its harmonics.
struct FrequencyMark {
    Hertz frequency;
    QString name;                     ///< "BPFO"
    Qt::PenStyle dash = Qt::DashLine; ///< tells families apart without colour
};

/// Amplitude over frequency with marks; the wheel zooms, dragging pans, a double click shows the
/// range that was proposed.
class SpectrumPlot : public Plot {
    Q_OBJECT
public:
    explicit SpectrumPlot(QWidget* parent = nullptr);

    /// `unit` is written beside the axis; `proposed` is the highest frequency shown at first.
    void setSpectrum(signal::Spectrum spectrum, const QString& unit, Hertz proposed);
    void setMarks(std::vector<FrequencyMark> marks, int harmonics);
    /// A sentence instead of a spectrum.
    void setMessage(const QString& message);

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
    void paintMark(QPainter& painter, const FrequencyMark& mark, int row);
    void paintCursor(QPainter& painter);
    [[nodiscard]] double highest() const;

    signal::Spectrum m_spectrum;
    std::vector<FrequencyMark> m_marks;
    int m_harmonics = 1;
    QString m_unit;
    QString m_message;
    double m_low = 0.0;
    double m_high = 500.0;
    double m_proposed = 0.0;
    double m_panFrom = 0.0; ///< pixel
    double m_panLow = 0.0;
    bool m_panning = false;
    double m_pointer = -1.0; ///< pixel; negative while outside
};

} // namespace spall::ui
