// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/epoch_scrubber.h"

#include "ui/pages/snapshot_view.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace spall::ui {

namespace {

/// Share of the window's energy that is left over, 1 for a reconstruction that is all zero.
double leftOver(const std::vector<float>& window, const std::vector<float>& reconstruction)
{
    double error = 0.0;
    double energy = 0.0;
    for (std::size_t i = 0; i < window.size() && i < reconstruction.size(); ++i) {
        const double x = static_cast<double>(window[i]);
        const double e = x - static_cast<double>(reconstruction[i]);
        error += e * e;
        energy += x * x;
    }
    return energy > 0.0 ? error / energy : 0.0;
}

} // namespace

EpochScrubber::EpochScrubber(QWidget* parent)
    : Card(tr("What the generator sees"), parent),
      m_view(new SnapshotView(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_first(new QLabel(this)),
      m_last(new QLabel(this)),
      m_note(new QLabel(this))
{
    for (QLabel* label : {m_first, m_last, m_note}) {
        setLook(label, "muted");
    }
    m_note->setAlignment(Qt::AlignCenter);
    m_slider->setAccessibleName(tr("Epoch"));
    m_slider->setToolTip(tr("Drag, or use the arrow keys, to see the same window epoch by epoch."));
    connect(m_slider, &QSlider::valueChanged, this, &EpochScrubber::showSnapshot);
    auto* ends = new QHBoxLayout;
    ends->addWidget(m_first);
    ends->addWidget(m_note, 1);
    ends->addWidget(m_last);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_slider);
    body()->addLayout(ends);
    clear();
}

void EpochScrubber::show(const train::TrainHistory& history)
{
    m_history = history;
    if (m_history.snapshots.empty()) {
        clear();
        return;
    }
    showRange();
    m_slider->setValue(m_slider->maximum());
    showSnapshot(m_slider->value());
}

void EpochScrubber::add(const train::WatchedEpoch& watched)
{
    const bool isAtLast = m_slider->value() == m_slider->maximum();
    auto& snapshots = m_history.snapshots;
    std::erase_if(snapshots, [&](const train::Snapshot& earlier) { // it went back and came again
        return earlier.epoch >= watched.snapshot.epoch;
    });
    snapshots.push_back(watched.snapshot);
    m_history.watchedWindow = watched.window;
    showRange();
    if (isAtLast) {
        m_slider->setValue(m_slider->maximum());
    }
    showSnapshot(m_slider->value());
}

void EpochScrubber::showRange()
{
    m_slider->setEnabled(true);
    m_slider->setRange(0, static_cast<int>(m_history.snapshots.size()) - 1);
    m_first->setText(tr("epoch %1").arg(m_history.snapshots.front().epoch));
    m_last->setText(tr("epoch %1").arg(m_history.snapshots.back().epoch));
}

void EpochScrubber::clear()
{
    m_history = {};
    m_slider->setEnabled(false);
    m_slider->setRange(0, 0);
    m_view->show({}, {});
    m_first->clear();
    m_last->clear();
    setTrailing({});
    m_note->setText(tr("From the first epoch on: one held-back healthy window (grey) and its "
                       "reconstruction (blue), epoch by epoch."));
}

void EpochScrubber::showSnapshot(int index)
{
    if (index < 0 || index >= static_cast<int>(m_history.snapshots.size())) {
        return;
    }
    const train::Snapshot& snapshot = m_history.snapshots[static_cast<std::size_t>(index)];
    m_view->show(m_history.watchedWindow, snapshot.reconstruction);
    setTrailing(snapshot.epoch == m_history.bestEpoch
                    ? tr("epoch %1, the one kept").arg(snapshot.epoch)
                    : tr("epoch %1").arg(snapshot.epoch));
    m_note->setText(
        tr("one held-back healthy window (grey), its reconstruction (blue); %1 of its energy "
           "is not explained")
            .arg(percentText(leftOver(m_history.watchedWindow, snapshot.reconstruction))));
}

} // namespace spall::ui
