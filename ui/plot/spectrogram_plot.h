// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/spectrogram.h"
#include "ui/plot/time_plot.h"

#include <QImage>

#include <memory>

namespace spall::ui {

/// Spectra over the shared time axis, darker where there is more, in decibel.
class SpectrogramPlot : public TimePlot {
    Q_OBJECT
public:
    explicit SpectrogramPlot(TimeAxis& axis, QWidget* parent = nullptr);

    /// `first` is the time at which the spectrogram's signal starts.
    void setSpectrogram(std::shared_ptr<const signal::Spectrogram> spectrogram,
                        double first,
                        const QString& unit);
    /// A sentence instead.
    void setMessage(const QString& message);

    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] bool hasNumbers() const override { return m_spectrogram != nullptr; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// What lies under the pointer, in words; empty outside.
    void pointed(const QString& text);

protected:
    void fillView() override;
    void restyle() override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void makeImage();
    void paintImage(QPainter& painter);
    [[nodiscard]] double highest() const;
    [[nodiscard]] double timeOf(double frame) const;

    std::shared_ptr<const signal::Spectrogram> m_spectrogram;
    QImage m_image;
    double m_first = 0.0;
    QString m_unit;
    QString m_message;
};

} // namespace spall::ui
