// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/event_list_model.h"

#include "ui/plot/time_text.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QColor>
#include <QLocale>

#include <utility>

namespace spall::ui {

EventListModel::EventListModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document)
{
    rebuild();
    connect(&m_document, &Document::judgementChanged, this, &EventListModel::rebuild);
    connect(&m_document, &Document::currentChanged, this, &EventListModel::rebuild);
}

void EventListModel::rebuild()
{
    std::vector<detect::Event> events;
    const Entry* current = m_document.current();
    const auto at = static_cast<std::size_t>(m_document.currentIndex());
    const auto& decisions = m_document.judgement().decisions;
    if (current && current->scored && at < decisions.size()) {
        events = decisions[at].events;
        m_rate = current->scored->recording->rate.value;
    }
    beginResetModel();
    m_events = std::move(events);
    endResetModel();
}

int EventListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const detect::Event& event = m_events[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case TimeColumn:
            return QStringLiteral("▲ ") + clockText(duration(event.range.first, m_rate).value);
        case LengthColumn:
            return durationText(duration(event.range.size(), m_rate));
        case PeakColumn:
            return QLocale().toString(event.peakScore, 'f', event.peakScore < 100.0 ? 1 : 0);
        default:
            return {};
        }
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == TimeColumn ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role == Qt::ForegroundRole) {
        return Theme::instance().colour(index.column() == TimeColumn   ? Ink::Alarm
                                        : index.column() == PeakColumn ? Ink::Text
                                                                       : Ink::TextMuted);
    }
    if (role == Qt::ToolTipRole) {
        return tr("%1 windows, the highest scores %2 σ")
            .arg(countText(event.windowCount), numberText(event.peakScore));
    }
    return {};
}

QVariant EventListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TimeColumn:
        return tr("Start");
    case LengthColumn:
        return tr("Length");
    case PeakColumn:
        return tr("Peak, σ");
    default:
        return {};
    }
}

} // namespace spall::ui
