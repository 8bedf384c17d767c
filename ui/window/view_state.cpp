// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_state.h"

#include <QMainWindow>
#include <QSplitter>
#include <QTabWidget>

namespace spall::ui {

namespace {

std::string keyOf(const char* kind, const QWidget& widget)
{
    return kind + widget.objectName().toStdString();
}

std::string textOf(const QByteArray& state)
{
    return state.toBase64().toStdString();
}

QByteArray stateOf(const std::string& text)
{
    return QByteArray::fromBase64(QByteArray::fromStdString(text));
}

/// Calls `act` for every named widget of a kind inside `root`.
template <typename Widget, typename Act> void forEachNamed(const QWidget& root, Act act)
{
    for (Widget* widget : root.findChildren<Widget*>()) {
        if (!widget->objectName().isEmpty() &&
            !widget->objectName().startsWith(QLatin1String("qt_"))) {
            act(*widget);
        }
    }
}

} // namespace

ViewState arrangementOf(const QWidget& root)
{
    ViewState state;
    forEachNamed<QSplitter>(root, [&state](const QSplitter& splitter) {
        state[keyOf("splitter/", splitter)] = textOf(splitter.saveState());
    });
    forEachNamed<QMainWindow>(root, [&state](const QMainWindow& docks) {
        state[keyOf("docks/", docks)] = textOf(docks.saveState());
    });
    forEachNamed<QTabWidget>(root, [&state](const QTabWidget& tabs) {
        state[keyOf("tab/", tabs)] = std::to_string(tabs.currentIndex());
    });
    return state;
}

void arrange(QWidget& root, const ViewState& state)
{
    const auto find = [&state](const std::string& key) {
        const auto at = state.find(key);
        return at == state.end() ? nullptr : &at->second;
    };
    forEachNamed<QSplitter>(root, [&find](QSplitter& splitter) {
        if (const auto* text = find(keyOf("splitter/", splitter))) {
            splitter.restoreState(stateOf(*text));
        }
    });
    forEachNamed<QMainWindow>(root, [&find](QMainWindow& docks) {
        if (const auto* text = find(keyOf("docks/", docks))) {
            docks.restoreState(stateOf(*text));
        }
    });
    forEachNamed<QTabWidget>(root, [&find](QTabWidget& tabs) {
        if (const auto* text = find(keyOf("tab/", tabs))) {
            tabs.setCurrentIndex(QString::fromStdString(*text).toInt());
        }
    });
}

} // namespace spall::ui
