// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>

class QAction;
class QActionGroup;
class QMainWindow;
class QUndoStack;

namespace spall::ui {

/// Every action of the window with its name, key and place in the menus; `MainWindow` says what
/// they do. Owned by the window, so that the command list finds them.
class Actions : public QObject {
    Q_OBJECT
public:
    Actions(QMainWindow& window, QUndoStack& undoStack);

    QAction* open;
    QAction* openModel;
    QAction* saveModel;
    QAction* openLabels;
    QAction* demo;
    QAction* exportReport;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    std::array<QAction*, 3> themes; ///< in the order of `Theme::Mode`
    std::array<QAction*, 4> scales; ///< 100, 125, 150, 200 %
    std::array<QAction*, 4> pages;
    QAction* train; ///< start, pause, go on
    QAction* search;
    QAction* shortcuts;
    QAction* about;

    static constexpr std::array kScalePercents{100, 125, 150, 200};

private:
    void makeActions(QUndoStack& undoStack);
    void makeMenus();
    [[nodiscard]] QAction* make(const QString& name, const QKeySequence& key, const QString& tip);
    [[nodiscard]] QActionGroup* makeChoice(QAction* const* first, std::size_t count);

    QMainWindow& m_window;
};

} // namespace spall::ui
