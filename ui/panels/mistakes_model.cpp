// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/mistakes_model.h"

#include "ui/plot/time_text.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace spall::ui {

namespace {

QString kindText(const pipeline::Mistake& mistake)
{
    if (mistake.kind == pipeline::MistakeKind::FalseAlarm) {
        return MistakesModel::tr("false alarm");
    }
    return mistake.isWholeEvent ? MistakesModel::tr("missed altogether")
                                : MistakesModel::tr("missed part");
}

QString cellText(const MistakesModel::Row& row, int column)
{
    switch (column) {
    case MistakesModel::KindColumn:
        return kindText(row.mistake);
    case MistakesModel::RecordingColumn:
        return row.recording;
    case MistakesModel::TimeColumn:
        return clockText(duration(row.mistake.range.first, row.rate).value);
    case MistakesModel::LengthColumn:
        return durationText(duration(row.mistake.range.size(), row.rate));
    default:
        return MistakesModel::tr("%1 σ").arg(numberText(row.mistake.peakScore));
    }
}

} // namespace

MistakesModel::MistakesModel(QObject* parent) : QAbstractTableModel(parent) {}

void MistakesModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int MistakesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MistakesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MistakesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) {
        return cellText(row, index.column());
    }
    if (role == Qt::TextAlignmentRole && index.column() >= TimeColumn) {
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole && index.column() == KindColumn) {
        const bool isMissed = row.mistake.kind == pipeline::MistakeKind::Missed;
        return Theme::instance().colour(isMissed ? Ink::Alarm : Ink::Threshold);
    }
    return {};
}

QVariant MistakesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case KindColumn:
        return tr("what");
    case RecordingColumn:
        return tr("recording");
    case TimeColumn:
        return tr("from");
    case LengthColumn:
        return tr("length");
    default:
        return tr("highest score");
    }
}

std::vector<MistakesModel::Row> mistakesIn(const Document& document)
{
    std::vector<MistakesModel::Row> rows;
    for (std::size_t at = 0; at < document.entries().size(); ++at) {
        const Entry& entry = document.entries()[at];
        if (!entry.scored || at >= document.judgement().decisions.size()) {
            continue;
        }
        const Judgement& judgement = document.judgement();
        for (const auto& mistake : pipeline::mistakesOf(
                 *entry.scored, judgement.decisions[at], judgement.counted->truths[at])) {
            rows.push_back(
                {static_cast<int>(at), entry.name, entry.scored->recording->rate.value, mistake});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return a.mistake.kind != b.mistake.kind ? a.mistake.kind == pipeline::MistakeKind::Missed
                                                : a.mistake.windowCount > b.mistake.windowCount;
    });
    return rows;
}

} // namespace spall::ui
