// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/builders.h"
#include "ui/pages/inspect_page.h"
#include "ui/theme/theme.h"
#include "ui/window/actions.h"
#include "ui/window/command_list.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

namespace spall::ui {

/// What the keyboard does: pages, commands, and keys that a page and the control with the focus
/// both have a use for.
class KeysTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void init()
    {
        Theme::instance().apply(Theme::Mode::Light);
        m_settings =
            std::make_unique<SettingsStore>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_window = std::make_unique<MainWindow>(*m_settings, m_folder.path());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
    }

    void theDigitsTurnThePages()
    {
        const auto pages = {MainWindow::Page::Report,
                            MainWindow::Page::Inspect,
                            MainWindow::Page::Train,
                            MainWindow::Page::Recordings};
        for (const auto page : pages) {
            QTest::keyClick(m_window.get(), static_cast<char>('1' + static_cast<int>(page)));
            QCOMPARE(m_window->page(), page);
        }
    }

    void theCommandListFindsAnActionByAPartOfItsName()
    {
        CommandList list;
        list.open(*m_window);
        QVERIFY(list.shown().contains(QStringLiteral("Try the demo")));
        QTest::keyClicks(list.field(), QStringLiteral("report go"));
        QCOMPARE(list.shown(), QStringList{QStringLiteral("Go to Report")});
        QTest::keyClick(list.field(), Qt::Key_Return);
        QCOMPARE(m_window->page(), MainWindow::Page::Report);
    }

    /// "dark" ran the colours of the system, whose explanation has the word; and what nothing fits
    /// was met by an empty list.
    void aNameGoesBeforeAnExplanationInTheCommandList()
    {
        CommandList list;
        list.open(*m_window);
        QTest::keyClicks(list.field(), QStringLiteral("dark"));
        QVERIFY(list.shown().size() > 1);
        QVERIFY(list.shown().front().contains(QStringLiteral("Dark"), Qt::CaseInsensitive));
        QTest::keyClicks(list.field(), QStringLiteral(" xyzzy"));
        QVERIFY(list.shown().isEmpty());
        const auto labels = list.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() &&
                   label->text().startsWith(QStringLiteral("Nothing matches"));
        }));
        QTest::keyClick(list.field(), Qt::Key_Return); // runs nothing
        list.hide();
    }

    /// The sheet had the keys of all pages in one heap, some of them twice.
    void theSheetTellsEachKeyOnceUnderItsPlace()
    {
        m_window->actionSet().shortcuts->trigger();
        const auto* sheet = m_window->findChild<QDialog*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(sheet);
        QStringList texts;
        for (const QLabel* label : sheet->findChildren<QLabel*>()) {
            texts += label->text();
        }
        QVERIFY(texts.contains(QStringLiteral("Everywhere")));
        QVERIFY(texts.contains(QStringLiteral("Inspect: labels")));
        QCOMPARE(texts.count(QStringLiteral("N")), 1);
        QCOMPARE(texts.count(QStringLiteral("Next event")), 1);
    }

    /// The space bar drove the training only if the page itself had the focus, which it never had.
    void theSpaceBarDrivesTheTraining()
    {
        Workbench& bench = m_window->bench();
        bench.document.addRecording({test::recording("a.mat", 60000), 0, pipeline::Role::Healthy},
                                    nullptr);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->showPage(MainWindow::Page::Recordings);
        m_window->showPage(MainWindow::Page::Train);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(bench.training.state(), TrainJob::State::Running);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(bench.training.state(), TrainJob::State::Pausing);
        bench.training.discard();
    }

    /// On Inspect the space bar is for listening, and no button there could be pressed with it.
    void aButtonThatHasTheFocusIsPressedWithTheSpaceBar()
    {
        Workbench& bench = m_window->bench();
        bench.document.addRecording({test::recording("a.mat", 60000), 0, pipeline::Role::Healthy},
                                    nullptr);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->showPage(MainWindow::Page::Inspect);
        QAbstractButton* pressed = nullptr;
        for (QAbstractButton* button : m_window->inspectPage().findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->isEnabled() && button->isCheckable()) {
                pressed = button;
                break;
            }
        }
        QVERIFY(pressed != nullptr);
        pressed->setFocus();
        const QSignalSpy clicked(pressed, &QAbstractButton::clicked);
        QTest::keyClick(pressed, Qt::Key_Space);
        QCOMPARE(clicked.count(), 1);
    }

    /// The arrows move the time axis, and took themselves from every slider.
    void aSliderThatHasTheFocusIsMovedWithTheArrows()
    {
        Workbench& bench = m_window->bench();
        const auto input = test::input("a.mat", pipeline::Role::Healthy);
        bench.document.addRecording(input, nullptr);
        bench.document.setModel(test::model());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->showPage(MainWindow::Page::Inspect);
        const auto sliders = m_window->inspectPage().findChildren<QSlider*>();
        const auto slider = std::find_if(sliders.begin(), sliders.end(), [](const QSlider* each) {
            return each->isVisible() && each->isEnabled() && each->value() > each->minimum();
        });
        QVERIFY(slider != sliders.end());
        (*slider)->setFocus();
        const int before = (*slider)->value();
        QTest::keyClick(*slider, Qt::Key_Left);
        QVERIFY((*slider)->value() < before);
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::KeysTest)
#include "tst_keys.moc"
