// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

namespace spall::ui {

Actions::Actions(QMainWindow& window, QUndoStack& undoStack) : QObject(&window), m_window(window)
{
    makeActions(undoStack);
    makeMenus();
}

QAction* Actions::make(const QString& name, const QKeySequence& key, const QString& tip)
{
    auto* action = new QAction(name, &m_window);
    action->setShortcut(key);
    action->setStatusTip(tip);
    action->setToolTip(tip);
    return action;
}

void Actions::makeActions(QUndoStack& undoStack)
{
    open = make(tr("&Open recordings…"), QKeySequence::Open, tr("Open vibration recordings"));
    openModel = make(tr("Open &model…"), {}, tr("Use a model that was trained before"));
    saveModel =
        make(tr("&Save model…"), QKeySequence::Save, tr("Keep the trained model in a file"));
    openLabels =
        make(tr("Open &labels…"), {}, tr("Read healthy and faulty stretches from a CSV file"));
    demo = make(tr("Try the &demo"), {}, tr("Open a simulated bearing that starts to fail"));
    exportReport =
        make(tr("&Export report…"), QKeySequence(tr("Ctrl+E")), tr("Write the report as a PDF"));
    quit = make(tr("&Quit"), QKeySequence::Quit, tr("Leave the program"));
    undo = undoStack.createUndoAction(&m_window, tr("Undo"));
    redo = undoStack.createRedoAction(&m_window, tr("Redo"));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcuts({QKeySequence(tr("Shift+Ctrl+Z")), QKeySequence(tr("Ctrl+Y"))});
    themes = {make(tr("Colours of the system"), {}, tr("Light or dark as the desktop is")),
              make(tr("Light colours"), {}, tr("Dark on light")),
              make(tr("Dark colours"), {}, tr("Light on dark"))};
    for (std::size_t i = 0; i < scales.size(); ++i) {
        scales[i] =
            make(tr("Size %1 %").arg(kScalePercents[i]), {}, tr("Takes effect at the next start"));
    }
    pages = {make(tr("Go to Recordings"), QKeySequence(Qt::Key_1), tr("What is open")),
             make(tr("Go to Train"), QKeySequence(Qt::Key_2), tr("Learn what healthy is")),
             make(tr("Go to Inspect"), QKeySequence(Qt::Key_3), tr("See what does not fit")),
             make(tr("Go to Report"), QKeySequence(Qt::Key_4), tr("Print what was found"))};
    train = make(
        tr("Start or pause training"), QKeySequence(tr("Ctrl+T")), tr("Space on the Train page"));
    search =
        make(tr("Search actions…"), QKeySequence(tr("Ctrl+K")), tr("Find any action by its name"));
    shortcuts =
        make(tr("&Keyboard shortcuts"), QKeySequence(tr("Ctrl+/")), tr("All keys on one sheet"));
    about = make(tr("&About Spall"), {}, tr("Version, licence, libraries"));
}

QActionGroup* Actions::makeChoice(QAction* const* first, std::size_t count)
{
    auto* group = new QActionGroup(this);
    for (std::size_t i = 0; i < count; ++i) {
        first[i]->setCheckable(true);
        group->addAction(first[i]);
    }
    return group;
}

void Actions::makeMenus()
{
    QMenuBar* bar = m_window.menuBar();
    QMenu* file = bar->addMenu(tr("&File"));
    file->addActions({open, openModel, openLabels, demo});
    file->addSeparator();
    file->addActions({saveModel, exportReport});
    file->addSeparator();
    file->addAction(quit);
    bar->addMenu(tr("&Edit"))->addActions({undo, redo});
    QMenu* view = bar->addMenu(tr("&View"));
    view->addActions(makeChoice(themes.data(), themes.size())->actions());
    view->addSeparator();
    view->addActions(makeChoice(scales.data(), scales.size())->actions());
    QMenu* go = bar->addMenu(tr("&Go"));
    go->addActions(makeChoice(pages.data(), pages.size())->actions());
    go->addSeparator();
    go->addActions({train, search});
    bar->addMenu(tr("&Help"))->addActions({shortcuts, about});
}

} // namespace spall::ui
