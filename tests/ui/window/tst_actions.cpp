// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window: it can be reached by keyboard, does what it does without asking
// anybody, and what it changes in the session comes back with one undo.
#include "tests/ui/support/builders.h"
#include "ui/pages/inspect_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/train_page.h"
#include "ui/panels/label_panel.h"
#include "ui/theme/theme.h"
#include "ui/window/actions.h"
#include "ui/window/command_list.h"
#include "ui/window/main_window.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

namespace spall::ui {

namespace {

/// All of the session that an action may change, in a form that can be compared.
struct State {
    std::vector<std::pair<QString, int>> roles;
    std::vector<double> rates;
    std::vector<io::Label> labels;
    detect::DecisionOptions decision;
    pipeline::TrainSettings training;
    pipeline::ModelPtr model;
    std::optional<signal::BearingGeometry> bearing;
    friend bool operator==(const State&, const State&) = default;
};

State stateOf(const Document& document)
{
    State state;
    for (const Entry& entry : document.entries()) {
        state.roles.emplace_back(entry.name, static_cast<int>(entry.input.role));
        state.rates.push_back(entry.input.recording->rate.value.value);
    }
    state.labels = document.labels();
    state.decision = document.decision();
    state.training = document.trainSettings();
    state.model = document.model();
    state.bearing = document.bearing();
    return state;
}

} // namespace

class ActionsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;

    Document& document() { return m_window->bench().document; }

    [[nodiscard]] std::vector<QAction*> actions() const
    {
        std::vector<QAction*> found;
        for (QAction* action : m_window->findChildren<QAction*>()) {
            if (!action->isSeparator() && !action->menu() && !action->text().isEmpty()) {
                found.push_back(action);
            }
        }
        return found;
    }

    void closeWhatOpened()
    {
        for (QDialog* dialog : m_window->findChildren<QDialog*>()) {
            dialog->close();
        }
        while (QWidget* popup = QApplication::activePopupWidget()) {
            popup->close();
        }
    }

    [[nodiscard]] static bool isInMenuBar(const QMenuBar& bar, const QAction* action)
    {
        const auto holds = [action](const auto& self, const QMenu* menu) -> bool {
            for (const QAction* each : menu->actions()) {
                if (each == action || (each->menu() && self(self, each->menu()))) {
                    return true;
                }
            }
            return false;
        };
        for (const QAction* top : bar.actions()) {
            if (top->menu() && holds(holds, top->menu())) {
                return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void init()
    {
        Theme::instance().apply(Theme::Mode::Light);
        m_settings =
            std::make_unique<SettingsStore>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_window = std::make_unique<MainWindow>(*m_settings, m_folder.path());
        for (const auto& [name, role] : {std::pair{"normal.mat", pipeline::Role::Healthy},
                                         std::pair{"fault.mat", pipeline::Role::Faulty}}) {
            const pipeline::Input input = test::input(name, role);
            document().addRecording(
                input, std::make_shared<signal::Pyramid>(input.recording->channels[0].samples));
        }
        document().setModel(test::model());
        for (int i = 0; i < 2; ++i) {
            document().setScored(
                i,
                test::scored(document().entries()[static_cast<std::size_t>(i)].input,
                             {0.0, 2.0, 0.5, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0}),
                std::make_shared<signal::Pyramid>(document()
                                                      .entries()[static_cast<std::size_t>(i)]
                                                      .input.recording->channels[0]
                                                      .samples));
        }
        document().setLabels(
            {{"normal.mat", {0, 200}, "healthy"}, {"normal.mat", {300, 500}, "rub"}},
            QStringLiteral("label"));
        m_window->show();
        m_window->showPage(MainWindow::Page::Inspect);
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
        QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    }

    void everyActionIsReachedByKeyboard()
    {
        CommandList list;
        list.open(*m_window);
        const QStringList found = list.shown();
        list.hide();
        for (const QAction* action : actions()) {
            const bool hasKey = !action->shortcuts().isEmpty();
            const bool isInMenu = isInMenuBar(*m_window->menuBar(), action);
            const bool isFound = found.contains(plainName(*action)) || !action->isEnabled();
            QVERIFY2(hasKey || isInMenu || isFound, qPrintable(action->text()));
        }
    }

    void everyActionOfTheMenusCanBeTypedInTheMenu()
    {
        for (const QAction* top : m_window->menuBar()->actions()) {
            QVERIFY2(top->text().contains(QLatin1Char('&')), qPrintable(top->text()));
        }
    }

    /// M once meant both to merge labels and to mark a place, so that it did neither.
    void noTwoActionsShareAKeyWhereBothAreHeard()
    {
        const auto isHeardBy = [](const QAction* action, const QWidget* page) {
            const QList<QObject*> owners = action->associatedObjects();
            return action->shortcutContext() == Qt::WindowShortcut ||
                   std::any_of(owners.begin(), owners.end(), [page](const QObject* owner) {
                       const auto* widget = qobject_cast<const QWidget*>(owner);
                       return widget && (widget == page || widget->isAncestorOf(page));
                   });
        };
        for (const QWidget* page : {static_cast<const QWidget*>(&m_window->inspectPage()),
                                    static_cast<const QWidget*>(&m_window->trainPage()),
                                    static_cast<const QWidget*>(&m_window->reportPage())}) {
            QHash<QString, QString> taken;
            for (const QAction* action : actions()) {
                for (const QKeySequence& key : action->shortcuts()) {
                    const QString text = key.toString();
                    if (isHeardBy(action, page)) {
                        QVERIFY2(!taken.contains(text),
                                 qPrintable(text + taken[text] + action->text()));
                        taken[text] = action->text();
                    }
                }
            }
        }
    }

    void whatAnActionChangesIsUndone()
    {
        // Leaving, and asking for files, is no change of the session; going back and forth is
        // tested by the others.
        const Actions& set = m_window->actionSet();
        const QList<const QAction*> left{set.quit, set.undo, set.redo, set.newSession, set.demo};
        LabelPanel* labels = m_window->findChild<LabelPanel*>();
        QVERIFY(labels);
        int changed = 0;
        for (QAction* action : actions()) {
            if (left.contains(action) || !action->isEnabled()) {
                continue;
            }
            labels->selectAll();
            const State before = stateOf(document());
            const int steps = document().undoStack()->index();
            action->trigger();
            closeWhatOpened();
            if (!(stateOf(document()) == before)) {
                ++changed;
                QCOMPARE(document().undoStack()->index(), steps + 1);
                document().undoStack()->undo();
            }
            QVERIFY2(stateOf(document()) == before, qPrintable(action->text()));
        }
        QVERIFY(changed >= 3); // split, merge, delete at least
    }

    void everyControlSaysItsName()
    {
        const auto expectName = [](const QWidget& widget, const QString& fallback) {
            const bool isNamed = !widget.accessibleName().isEmpty() || !fallback.isEmpty();
            const QString where =
                QStringLiteral("%1 in %2")
                    .arg(QLatin1String(widget.metaObject()->className()),
                         QLatin1String(widget.parentWidget()->metaObject()->className()));
            QVERIFY2(isNamed, qPrintable(where));
        };
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (widget->objectName().startsWith(QLatin1String("qt_"))) {
                continue; // parts that Qt puts into its own controls
            }
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
                const bool isQts =
                    button->parentWidget() && button->parentWidget()->inherits("QDockWidget");
                const QString text = button->text();
                const bool isLettered = std::any_of(
                    text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
                const bool isUnused = text.isEmpty() && !button->isVisible();
                if (!isQts && !isUnused && !button->parentWidget()->inherits("QTabBar") &&
                    !button->parentWidget()->inherits("QLineEdit") &&
                    !button->parentWidget()->inherits("QTableView") &&
                    !button->parentWidget()->inherits("QMenuBar")) {
                    expectName(*widget, isLettered ? text : QString());
                }
            } else if (qobject_cast<const QComboBox*>(widget) ||
                       qobject_cast<const QAbstractSpinBox*>(widget) ||
                       qobject_cast<const QAbstractSlider*>(widget) ||
                       qobject_cast<const QAbstractItemView*>(widget) ||
                       (qobject_cast<const QLineEdit*>(widget) &&
                        !qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()))) {
                const bool isInner =
                    widget->parentWidget()->inherits("QAbstractScrollArea") ||
                    widget->parentWidget()->inherits("QComboBoxPrivateContainer") ||
                    widget->parentWidget()->inherits("QAbstractItemView");
                if (!isInner && !widget->inherits("QHeaderView") &&
                    !widget->inherits("QScrollBar")) {
                    expectName(*widget, {});
                }
            }
        }
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::ActionsTest)
#include "tst_actions.moc"
