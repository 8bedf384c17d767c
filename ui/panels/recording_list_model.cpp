// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/recording_list_model.h"

#include "ui/text/format.h"

#include <QFileInfo>
#include <QStringList>

#include <array>

namespace spall::ui {

namespace {

QString roleHeading(pipeline::Role role)
{
    switch (role) {
    case pipeline::Role::Healthy:
        return RecordingListModel::tr("Healthy");
    case pipeline::Role::Faulty:
        return RecordingListModel::tr("Faulty");
    case pipeline::Role::Unknown:
        return RecordingListModel::tr("Not said");
    }
    return {};
}

/// "97" of "97.mat", "97 (2)" of the second one of that name.
QString shortName(const QString& name)
{
    const auto copy = name.lastIndexOf(QLatin1String(" ("));
    const bool isCopy = copy > 0 && name.endsWith(QLatin1Char(')'));
    return QFileInfo(isCopy ? name.left(copy) : name).completeBaseName() +
           (isCopy ? name.mid(copy) : QString());
}

QString detail(const Entry& entry)
{
    const signal::Recording& recording = *entry.input.recording;
    const QString channel = QString::fromStdString(channelOf(entry).name);
    QStringList parts;
    if (!channel.isEmpty()) {
        parts << channel;
    }
    parts << frequencyText(recording.rate.value)
          << durationText(duration(recording.sampleCount(), recording.rate.value));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

RecordingListModel::RecordingListModel(Document& document, QObject* parent)
    : QAbstractListModel(parent), m_document(document)
{
    rebuild();
    connect(&m_document, &Document::recordingsChanged, this, &RecordingListModel::rebuild);
    connect(&m_document, &Document::judgementChanged, this, [this] {
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
    });
}

void RecordingListModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    for (const auto role :
         {pipeline::Role::Healthy, pipeline::Role::Faulty, pipeline::Role::Unknown}) {
        bool isHeaded = false;
        for (int entry = 0; entry < static_cast<int>(m_document.entries().size()); ++entry) {
            if (m_document.entries()[static_cast<std::size_t>(entry)].input.role != role) {
                continue;
            }
            if (!isHeaded) {
                m_rows.push_back({role, -1});
                isHeaded = true;
            }
            m_rows.push_back({role, entry});
        }
    }
    endResetModel();
}

int RecordingListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const Entry* RecordingListModel::entry(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    if (!index.isValid() || row >= m_rows.size() || m_rows[row].entry < 0) {
        return nullptr;
    }
    // Between a removal and the news of it the document may be shorter than the rows.
    const auto at = static_cast<std::size_t>(m_rows[row].entry);
    return at < m_document.entries().size() ? &m_document.entries()[at] : nullptr;
}

QVariant RecordingListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const Entry* const shown = entry(index);
    if (role == EntryRole) {
        return row.entry;
    }
    if (!shown) {
        return role == Qt::DisplayRole ? QVariant(roleHeading(row.role)) : QVariant();
    }
    const auto& alarmed = m_document.judgement().alarmed;
    const auto at = static_cast<std::size_t>(row.entry);
    const bool isJudged = shown->scored && at < alarmed.size() && alarmed[at].trials > 0;
    switch (role) {
    case Qt::DisplayRole:
        return shortName(shown->name);
    case DetailRole:
        return detail(*shown);
    case ShareRole:
        return isJudged ? percentText(alarmed[at].value) : QStringLiteral("–");
    case IsAlarmingRole:
        return isJudged && alarmed[at].low > 0.05;
    case Qt::ToolTipRole:
        return isJudged ? tr("%1\n%2 of %3 judged windows are alarms (%4)")
                              .arg(shown->name,
                                   countText(alarmed[at].hits),
                                   countText(alarmed[at].trials),
                                   intervalText(alarmed[at]))
                        : tr("%1\nnot judged yet").arg(shown->name);
    default:
        return {};
    }
}

Qt::ItemFlags RecordingListModel::flags(const QModelIndex& index) const
{
    return entry(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QModelIndex RecordingListModel::indexOfEntry(int entry) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[static_cast<std::size_t>(row)].entry == entry && entry >= 0) {
            return index(row);
        }
    }
    return {};
}

} // namespace spall::ui
