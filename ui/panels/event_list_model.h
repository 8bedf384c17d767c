// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QAbstractTableModel>

#include <vector>

namespace spall::ui {

/// The events of the current recording: when, how long, how high.
class EventListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, LengthColumn, PeakColumn, ColumnCount };

    explicit EventListModel(Document& document, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const std::vector<detect::Event>& events() const { return m_events; }
    /// Rate that the events' samples count in.
    [[nodiscard]] Hertz rate() const { return m_rate; }

private:
    void rebuild();

    Document& m_document;
    std::vector<detect::Event> m_events;
    Hertz m_rate{1.0};
};

} // namespace spall::ui
