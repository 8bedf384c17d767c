// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QUndoStack;

namespace spall::ui {

/// Every action of the window with its name, key and place in the menus; `MainWindow` says what
/// they do. Owned by the window, so that the command list finds them. The menus are
/// the menu bar's.
class Actions : public QObject {
    Q_OBJECT
public:
    Actions(QMainWindow& window, QUndoStack& undoStack);

    QAction* open;
    QAction* openModel;
    QAction* saveModel;
    QAction* openLabels;
    QAction* saveLabels;
    QAction* newSession;
    QAction* openSession;
    QAction* saveSession;
    QAction* saveSessionAs;
    QMenu* recentFiles;    ///< filled when it opens
    QMenu* recentSessions; ///< filled when it opens
    QAction* demo;
    QAction* exportReport;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    std::array<QAction*, 3> themes;    ///< in the order of `Theme::Mode`
    std::array<QAction*, 4> scales;    ///< 100, 125, 150, 200 %
    std::array<QAction*, 3> languages; ///< in the order of `kLanguages`
    std::array<QAction*, 4> pages;
    QAction* train; ///< start, pause, go on
    QAction* search;
    QAction* help; ///< on what is under the pointer
    QAction* tour;
    QAction* shortcuts;
    QAction* about;

    static constexpr std::array kScalePercents{100, 125, 150, 200};
    static constexpr std::array kLanguages{"", "en", "zh_CN"}; ///< "": that of the system

private:
    void makeActions(QUndoStack& undoStack);
    void makeFileActions();
    void makeViewActions();
    void makeMenus();
    void makeFileMenu(QMenu& file);
    [[nodiscard]] QAction* make(const QString& name, const QKeySequence& key, const QString& tip);
    [[nodiscard]] QActionGroup* makeChoice(QAction* const* first, std::size_t count);

    QMainWindow& m_window;
};

} // namespace spall::ui
