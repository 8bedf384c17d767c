// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/plot/time_axis.h"

#include <QFrame>

class QLabel;
class QListView;
class QTableView;

namespace spall::ui {

class EventListModel;
class LabelPanel;
class RecordingListModel;

/// The left side of the Inspect page: recordings by role, events of the current one, its labels.
class RecordingsPanel : public QFrame {
    Q_OBJECT
public:
    explicit RecordingsPanel(Document& document, QWidget* parent = nullptr);

    /// Goes to the next (+1) or previous (−1) event, seen from `time`.
    void stepEvent(int direction, double time);
    [[nodiscard]] LabelPanel& labels() { return *m_labels; }

Q_SIGNALS:
    void eventChosen(const spall::ui::TimeRange& time);
    void windowChosen(std::int64_t window); ///< the highest of the event chosen

private:
    [[nodiscard]] QWidget* makeEventHeading();
    void selectCurrent();
    void fitHeights();
    void showEventCount();
    void chooseEvent(int row);

    Document& m_document;
    RecordingListModel* m_recordings;
    QListView* m_list;
    EventListModel* m_events;
    QTableView* m_table;
    QLabel* m_noEvents;
    QLabel* m_eventCount = nullptr;
    LabelPanel* m_labels;
};

} // namespace spall::ui
