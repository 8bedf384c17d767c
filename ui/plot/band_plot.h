// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/spectrum.h"
#include "ui/plot/plot.h"

namespace spall::ui {

/// A small power spectrum, in decibel, with a band that is moved by dragging it or its edges.
class BandPlot : public Plot {
    Q_OBJECT
public:
    explicit BandPlot(QWidget* parent = nullptr);

    void setSpectrum(signal::Spectrum power);
    void setBand(const signal::Band& band);
    [[nodiscard]] double xAt(Hertz frequency) const; ///< pixel of the widget

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void bandDragged(const spall::signal::Band& band);

protected:
    void fill() override;
    void restyle() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    enum class Grip { None, Low, High, Whole };
    [[nodiscard]] Grip gripAt(double x) const;
    [[nodiscard]] double highest() const;
    void paintBand(QPainter& painter);

    signal::Spectrum m_power;
    signal::Band m_band{};
    Grip m_grip = Grip::None;
    double m_grabbed = 0.0; ///< hertz from the pointer to the lower edge
};

} // namespace spall::ui
