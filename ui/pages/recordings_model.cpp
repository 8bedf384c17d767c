// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordings_model.h"

#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace spall::ui {

QString roleText(pipeline::Role role)
{
    switch (role) {
    case pipeline::Role::Healthy:
        return QCoreApplication::translate("Roles", "healthy");
    case pipeline::Role::Faulty:
        return QCoreApplication::translate("Roles", "faulty");
    case pipeline::Role::Unknown:
        return QCoreApplication::translate("Roles", "unknown");
    }
    return {};
}

RecordingsModel::RecordingsModel(const Document& document,
                                 const ScoreJobs& scoring,
                                 QObject* parent)
    : QAbstractTableModel(parent), m_document(document), m_scoring(scoring)
{
    connect(&m_document, &Document::recordingsChanged, this, &RecordingsModel::refresh);
    connect(&m_document, &Document::machineChanged, this, &RecordingsModel::refresh);
    connect(&m_scoring, &ScoreJobs::changed, this, &RecordingsModel::refresh);
    connect(&Theme::instance(), &Theme::changed, this, &RecordingsModel::refresh);
    refresh();
}

void RecordingsModel::refresh()
{
    const int rows = static_cast<int>(m_document.entries().size());
    if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
    }
}

int RecordingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int RecordingsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordingsModel::data(const QModelIndex& index, int role) const
{
    const auto row = static_cast<std::size_t>(index.row());
    if (!index.isValid() || row >= m_document.entries().size()) {
        return {};
    }
    const Entry& entry = m_document.entries()[row];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return explanation(entry, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Rms || index.column() == Kurtosis
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        return index.column() == Name ? Theme::instance().font(TextSize::Body, QFont::DemiBold)
                                      : Theme::instance().font(TextSize::Body);
    case Qt::ForegroundRole:
        if (index.column() == Role && entry.input.role != pipeline::Role::Unknown) {
            return Theme::instance().colour(
                entry.input.role == pipeline::Role::Healthy ? Ink::Healthy : Ink::Alarm);
        }
        return Theme::instance().colour(index.column() == Notes ? Ink::TextMuted : Ink::Text);
    default:
        return {};
    }
}

QString RecordingsModel::text(const Entry& entry, int column) const
{
    const signal::Recording& recording = *entry.input.recording;
    const QString choice = QStringLiteral("%1  ▾");
    switch (column) {
    case Name:
        return entry.name;
    case Role:
        return choice.arg(roleText(entry.input.role));
    case Channel: {
        const QString name = QString::fromStdString(channelOf(entry).name);
        return recording.channels.size() > 1 ? choice.arg(name) : name;
    }
    case Length:
        return tr("%1 · %2").arg(
            countText(recording.sampleCount()),
            durationText(duration(recording.sampleCount(), recording.rate.value)));
    case Rate:
        return choice.arg(tr("%1 · %2").arg(frequencyText(recording.rate.value),
                                            sourceText(recording.rate.source)));
    case Speed:
        if (const auto speed = shaftSpeedOf(entry)) {
            return speedText(*speed);
        }
        return tr("not known");
    case Rms:
        return entry.preview ? numberText(entry.preview->statistics.rms) : QStringLiteral("–");
    case Kurtosis:
        return entry.preview ? numberText(entry.preview->statistics.kurtosis) : QStringLiteral("–");
    case Notes:
        return notes(entry);
    default:
        return {};
    }
}

QString RecordingsModel::notes(const Entry& entry) const
{
    if (const Error* problem = m_scoring.problem(entry)) {
        return QStringLiteral("⚠ %1").arg(errorTitle(problem->code));
    }
    const auto& warnings = entry.input.recording->warnings;
    if (warnings.empty()) {
        return {};
    }
    const QString first = saidText(warnings.front());
    const QString more =
        warnings.size() > 1
            ? tr(" (%1 more)").arg(countText(static_cast<std::int64_t>(warnings.size()) - 1))
            : QString();
    return QStringLiteral("⚠ %1%2").arg(first, more);
}

QString RecordingsModel::explanation(const Entry& entry, int column) const
{
    const signal::Recording& recording = *entry.input.recording;
    switch (column) {
    case Name:
        return QString::fromStdString(recording.provenance.path);
    case Role:
        return tr("Healthy recordings are learned from; faulty ones serve to measure recall. "
                  "Unknown ones "
                  "are only scored.");
    case Channel:
        return tr("The channel that is analysed; %n in this file.",
                  nullptr,
                  static_cast<int>(recording.channels.size()));
    case Rate:
        return tr("%1\nClick to change it.").arg(saidText(recording.rate.reason));
    case Speed:
        return recording.shaftSpeed
                   ? saidText(recording.shaftSpeed->reason)
                   : tr("Neither the file nor its name says how quick the shaft turned.");
    case Rms:
        return tr("Root mean square of the raw values: how strong the vibration is.");
    case Kurtosis:
        return tr("How spiky the signal is: 3 for noise, more when impacts stand out.");
    case Notes:
        if (const Error* problem = m_scoring.problem(entry)) {
            return scoringProblem(*problem, *entry.input.recording);
        }
        return notes(entry);
    default:
        return {};
    }
}

QVariant RecordingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section == Rms || section == Kurtosis ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                     : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Recording");
    case Role:
        return tr("Role");
    case Channel:
        return tr("Channel");
    case Length:
        return tr("Samples");
    case Rate:
        return tr("Rate");
    case Speed:
        return tr("Shaft");
    case Rms:
        return tr("RMS");
    case Kurtosis:
        return tr("Kurtosis");
    case Notes:
        return tr("Notes");
    default:
        return {};
    }
}

} // namespace spall::ui
