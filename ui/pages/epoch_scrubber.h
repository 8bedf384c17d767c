// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/engine.h"
#include "ui/theme/card.h"

class QLabel;
class QSlider;

namespace spall::ui {

class SnapshotView;

/// The same held-back window as the generator saw it at each kept epoch.
class EpochScrubber : public Card {
    Q_OBJECT
public:
    explicit EpochScrubber(QWidget* parent = nullptr);

    void show(const train::TrainHistory& history);
    /// One more epoch of the training that runs; shown unless an earlier one is looked at.
    void add(const train::WatchedEpoch& watched);
    void clear();

private:
    void showRange();
    void showSnapshot(int index);

    train::TrainHistory m_history;
    SnapshotView* m_view;
    QSlider* m_slider;
    QLabel* m_first;
    QLabel* m_last;
    QLabel* m_note;
};

} // namespace spall::ui
