// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/flow_layout.h"

#include <algorithm>

namespace spall::ui {

namespace {
constexpr int kGap = 4;
}

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), Move::No);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto& item : m_items) {
        width += item->sizeHint().width() + kGap;
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize smallest;
    for (const auto& item : m_items) {
        smallest = smallest.expandedTo(item->minimumSize());
    }
    return smallest;
}

void FlowLayout::setGeometry(const QRect& place)
{
    QLayout::setGeometry(place);
    arrange(place, Move::Yes);
}

int FlowLayout::arrange(const QRect& place, Move move) const
{
    int x = place.left();
    int y = place.top();
    int line = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        const QSize size = item->sizeHint();
        if (x > place.left() && x + size.width() > place.right() + 1) {
            x = place.left();
            y += line + kGap;
            line = 0;
        }
        if (move == Move::Yes) {
            item->setGeometry(QRect(QPoint(x, y), size));
        }
        x += size.width() + kGap;
        line = std::max(line, size.height());
    }
    return y + line - place.top();
}

} // namespace spall::ui
