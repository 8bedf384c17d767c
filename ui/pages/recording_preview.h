// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/entry.h"

#include <QWidget>

class QLabel;

namespace spall::ui {

class Card;
class SpectrumPlot;
class TimeAxis;
class WaveformPlot;

/// One recording at a glance: its waveform, its spectrum, and what was guessed about it and why.
class RecordingPreview : public QWidget {
    Q_OBJECT
public:
    explicit RecordingPreview(QWidget* parent = nullptr);

    /// `problem` is why it has no score, or null.
    void show(const Entry& entry, const Error* problem);
    void clear();

private:
    void showTimes();
    void showSpectrum(const Entry& entry);
    [[nodiscard]] QString facts(const Entry& entry, const Error* problem) const;

    signal::RecordingPtr m_shown;
    int m_shownChannel = -1;
    TimeAxis* m_axis;
    Card* m_signalCard;
    Card* m_spectrumCard;
    Card* m_factsCard;
    WaveformPlot* m_waveform;
    SpectrumPlot* m_spectrum;
    QLabel* m_from;
    QLabel* m_to;
    QLabel* m_facts;
};

} // namespace spall::ui
