// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/own_keys.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QKeyEvent>
#include <QTabBar>

#include <algorithm>
#include <initializer_list>

namespace spall::ui {

namespace {

bool isOneOf(int key, std::initializer_list<int> keys)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool worksWith(const QObject& control, int key)
{
    if (qobject_cast<const QAbstractButton*>(&control) != nullptr) {
        return key == Qt::Key_Space;
    }
    if (qobject_cast<const QComboBox*>(&control) != nullptr) {
        return isOneOf(key, {Qt::Key_Space, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End});
    }
    if (qobject_cast<const QAbstractSlider*>(&control) != nullptr) {
        return isOneOf(key,
                       {Qt::Key_Left,
                        Qt::Key_Right,
                        Qt::Key_Up,
                        Qt::Key_Down,
                        Qt::Key_Home,
                        Qt::Key_End,
                        Qt::Key_PageUp,
                        Qt::Key_PageDown});
    }
    return qobject_cast<const QTabBar*>(&control) != nullptr &&
           isOneOf(key, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End});
}

} // namespace

bool OwnKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (isPlain && worksWith(*watched, key->key())) {
            key->accept(); // it comes as a key press next
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace spall::ui
