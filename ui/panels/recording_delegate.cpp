// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/recording_delegate.h"

#include "ui/panels/recording_list_model.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr int kHeadingHeight = 24;
constexpr int kRowHeight = 44;
constexpr int kPictureWidth = 46;
constexpr int kShareWidth = 48;
constexpr int kInset = 8;

void paintHeading(QPainter& painter, const QRect& row, const QModelIndex& index)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const Theme& theme = Theme::instance();
    painter.setFont(theme.font(TextSize::Small, QFont::Bold));
    const QModelIndex first = index.siblingAtRow(index.row() + 1);
    const auto* model = qobject_cast<const RecordingListModel*>(index.model());
    const Entry* entry = model ? model->entry(first) : nullptr;
    const auto role = entry ? entry->input.role : pipeline::Role::Unknown;
    painter.setPen(theme.colour(role == pipeline::Role::Healthy  ? Ink::Healthy
                                : role == pipeline::Role::Faulty ? Ink::Alarm
                                                                 : Ink::TextMuted));
    painter.drawText(row.adjusted(kInset, 0, 0, -3), Qt::AlignLeft | Qt::AlignBottom, text);
}

/// The whole channel as one upright line a pixel.
void paintPicture(QPainter& painter, const QRect& place, const Entry& entry)
{
    if (!entry.pyramid) {
        return;
    }
    const auto& samples = channelOf(entry).samples;
    const auto columns = entry.pyramid->summary(
        samples, {0, static_cast<SampleCount>(samples.size())}, place.width());
    float reach = 0.0F;
    for (const signal::MinMax& column : columns) {
        reach = std::max({reach, std::abs(column.low), std::abs(column.high)});
    }
    if (reach <= 0.0F) {
        return;
    }
    painter.setPen(QPen(Theme::instance().colour(Ink::Signal), 1));
    const double middle = place.center().y() + 0.5;
    const double scale = place.height() / 2.0 / static_cast<double>(reach);
    int x = place.left();
    for (const signal::MinMax& column : columns) {
        painter.drawLine(QPointF(x + 0.5, middle - static_cast<double>(column.high) * scale),
                         QPointF(x + 0.5, middle - static_cast<double>(column.low) * scale));
        ++x;
    }
}

/// The name over the share's column at most; below it the detail beside the picture.
void paintTexts(QPainter& painter, const QRect& row, const QModelIndex& index)
{
    const Theme& theme = Theme::instance();
    const int left = row.left() + kInset;
    const QRect name(left, row.top() + 5, row.width() - kShareWidth - 2 * kInset, 17);
    const QRect detail(left, row.top() + 22, row.width() - kPictureWidth - 3 * kInset, 17);
    painter.setFont(theme.font(TextSize::Body, QFont::DemiBold));
    painter.setPen(theme.colour(Ink::Text));
    painter.drawText(
        name,
        Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(theme.colour(Ink::TextMuted));
    painter.drawText(
        detail,
        Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(
            index.data(RecordingListModel::DetailRole).toString(), Qt::ElideRight, detail.width()));
    const bool isAlarming = index.data(RecordingListModel::IsAlarmingRole).toBool();
    painter.setFont(theme.font(TextSize::Body, isAlarming ? QFont::DemiBold : QFont::Normal));
    painter.setPen(theme.colour(isAlarming ? Ink::Alarm : Ink::TextMuted));
    painter.drawText(QRect(row.left(), name.top(), row.width() - kInset, name.height()),
                     Qt::AlignRight | Qt::AlignVCenter,
                     index.data(RecordingListModel::ShareRole).toString());
}

} // namespace

void RecordingDelegate::paint(QPainter* painter,
                              const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const auto* model = qobject_cast<const RecordingListModel*>(index.model());
    const Entry* entry = model ? model->entry(index) : nullptr;
    painter->save();
    if (!entry) {
        paintHeading(*painter, option.rect, index);
        painter->restore();
        return;
    }
    const QRect row = option.rect.adjusted(1, 1, -1, -1);
    const Theme& theme = Theme::instance();
    if (option.state.testFlag(QStyle::State_Selected) ||
        option.state.testFlag(QStyle::State_MouseOver)) {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(isSelected ? QPen(theme.colour(Ink::Reconstruction), 1) : QPen(Qt::NoPen));
        painter->setBrush(theme.colour(Ink::Field));
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0);
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    const QRect picture(
        row.right() - kPictureWidth - kInset, row.top() + 23, kPictureWidth, row.height() - 28);
    paintPicture(*painter, picture, *entry);
    paintTexts(*painter, row, index);
    painter->restore();
}

QSize RecordingDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool isHeading = index.data(RecordingListModel::EntryRole).toInt() < 0;
    return {100, isHeading ? kHeadingHeight : kRowHeight};
}

} // namespace spall::ui
