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
    auto* action = new QAction(name, this);
    action->setShortcut(key);
    action->setStatusTip(tip);
    action->setToolTip(tip);
    return action;
}

void Actions::makeFileActions()
{
    open = make(tr("&Open recordings…"), QKeySequence::Open, tr("Open vibration recordings"));
    openModel = make(tr("Open &model…"), {}, tr("Use a model that was trained before"));
    saveModel = make(tr("Save mo&del…"), {}, tr("Keep the trained model in a file"));
    openLabels =
        make(tr("Open &labels…"), {}, tr("Read healthy and faulty stretches from a CSV file"));
    saveLabels = make(tr("Save la&bels…"), {}, tr("Write all labels to a CSV file"));
    newSession = make(tr("&New session"), QKeySequence::New, tr("Close everything and start anew"));
    openSession = make(tr("Open &session…"),
                       QKeySequence(tr("Ctrl+Shift+O")),
                       tr("Go on with recordings, model, labels and threshold as they were saved"));
    saveSession = make(tr("Sa&ve session"),
                       QKeySequence::Save,
                       tr("Keep everything that is open, but for the samples, in one file"));
    saveSessionAs = make(
        tr("Save session &as…"), QKeySequence(tr("Ctrl+Shift+S")), tr("Save under another name"));
    demo = make(tr("Try the &demo"), {}, tr("Open a simulated bearing that starts to fail"));
    exportReport =
        make(tr("&Export report…"), QKeySequence(tr("Ctrl+E")), tr("Write the report as a PDF"));
    quit = make(tr("&Quit"), QKeySequence::Quit, tr("Leave the program"));
}

void Actions::makeViewActions()
{
    themes = {make(tr("Colours of the system"), {}, tr("Light or dark as the desktop is")),
              make(tr("Light colours"), {}, tr("Dark on light")),
              make(tr("Dark colours"), {}, tr("Light on dark"))};
    for (std::size_t i = 0; i < scales.size(); ++i) {
        scales[i] =
            make(tr("Size %1 %").arg(kScalePercents[i]), {}, tr("Takes effect at the next start"));
    }
    // Each in its own language, so that nobody is locked out by a slip.
    languages = {make(tr("Language of the system"), {}, tr("English or Chinese as the desktop is")),
                 make(QStringLiteral("English"), {}, tr("The window in English")),
                 make(QStringLiteral("简体中文"), {}, tr("The window in Simplified Chinese"))};
}

void Actions::makeActions(QUndoStack& undoStack)
{
    makeFileActions();
    makeViewActions();
    undo = undoStack.createUndoAction(this, tr("Undo"));
    redo = undoStack.createRedoAction(this, tr("Redo"));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcuts({QKeySequence(tr("Shift+Ctrl+Z")), QKeySequence(tr("Ctrl+Y"))});
    pages = {make(tr("Go to Recordings"), QKeySequence(Qt::Key_1), tr("What is open")),
             make(tr("Go to Train"), QKeySequence(Qt::Key_2), tr("Learn what healthy is")),
             make(tr("Go to Inspect"), QKeySequence(Qt::Key_3), tr("See what does not fit")),
             make(tr("Go to Report"), QKeySequence(Qt::Key_4), tr("Print what was found"))};
    train = make(
        tr("Start or pause training"), QKeySequence(tr("Ctrl+T")), tr("Space on the Train page"));
    search =
        make(tr("Search actions…"), QKeySequence(tr("Ctrl+K")), tr("Find any action by its name"));
    help = make(tr("&Help on what is under the pointer"),
                QKeySequence(Qt::Key_F1),
                tr("Opens the help beside what it speaks of"));
    tour = make(tr("&Tour"), {}, tr("Two minutes through the window, on the demo"));
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

void Actions::makeFileMenu(QMenu& file)
{
    file.addActions({open, openModel, openLabels, demo});
    recentFiles = file.addMenu(tr("&Recent files"));
    file.addSeparator();
    file.addActions({newSession, openSession});
    recentSessions = file.addMenu(tr("Recent sess&ions"));
    file.addActions({saveSession, saveSessionAs});
    file.addSeparator();
    file.addActions({saveModel, saveLabels, exportReport});
    file.addSeparator();
    file.addAction(quit);
}

void Actions::makeMenus()
{
    QMenuBar* bar = m_window.menuBar();
    makeFileMenu(*bar->addMenu(tr("&File")));
    bar->addMenu(tr("&Edit"))->addActions({undo, redo});
    QMenu* view = bar->addMenu(tr("&View"));
    view->addActions(makeChoice(themes.data(), themes.size())->actions());
    view->addSeparator();
    view->addMenu(tr("&Size, from the next start"))
        ->addActions(makeChoice(scales.data(), scales.size())->actions());
    view->addSeparator();
    view->addActions(makeChoice(languages.data(), languages.size())->actions());
    QMenu* go = bar->addMenu(tr("&Go"));
    go->addActions(makeChoice(pages.data(), pages.size())->actions());
    go->addSeparator();
    go->addActions({train, search});
    bar->addMenu(tr("&Help"))->addActions({help, tour, shortcuts, about});
}

} // namespace spall::ui
