// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"
#include "ui/theme/theme.h"
#include "ui/window/actions.h"
#include "ui/window/help_panel.h"
#include "ui/window/help_topics.h"
#include "ui/window/main_window.h"
#include "ui/window/tour.h"

#include <QAction>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

namespace spall::ui {

class HelpTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void init()
    {
        Theme::instance().apply(Theme::Mode::Light);
        speak(Language::English);
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
        QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
        speak(Language::English);
    }

    void everyPageIsThereInBothLanguagesAndEveryLinkLeadsSomewhere()
    {
        static const QRegularExpression link(QStringLiteral("\\]\\((\\w+)\\)"));
        for (const Language language : {Language::English, Language::Chinese}) {
            speak(language);
            for (const QString& topic : helpTopics()) {
                const QString text = helpText(topic);
                QVERIFY2(text.startsWith(QLatin1String("# ")), qPrintable(topic));
                for (const auto& match : link.globalMatch(text)) {
                    QVERIFY2(helpTopics().contains(match.captured(1)),
                             qPrintable(match.captured()));
                }
            }
        }
    }

    void everyHelpedClassIsInTheWindowAndHasItsPage()
    {
        const auto widgets = m_window->findChildren<QWidget*>();
        for (const QString& name : helpedClasses()) {
            const QByteArray full = QByteArray("spall::ui::") + name.toLatin1();
            const auto found = std::find_if(widgets.begin(), widgets.end(), [&](QWidget* widget) {
                return widget->inherits(full.constData());
            });
            QVERIFY2(found != widgets.end(), full.constData());
            QVERIFY(helpTopics().contains(helpTopicOf(*found)));
            const auto* inner = (*found)->findChild<QWidget*>();
            QVERIFY(!inner || helpTopicOf(inner) != QLatin1String("start"));
        }
        QCOMPARE(helpTopicOf(m_window.get()), QStringLiteral("start"));
    }

    void f1OpensTheHelpAndEscapeClosesIt()
    {
        auto* panel = m_window->findChild<HelpPanel*>();
        QVERIFY(panel && !panel->isVisible());
        m_window->actionSet().help->trigger();
        QVERIFY(panel->isVisible());
        QVERIFY(helpTopics().contains(panel->topic()));
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
    }

    void theTourIsWalkedByKeyboardAndOfferedOnce()
    {
        m_window->offerTour();
        auto* tour = m_window->findChild<Tour*>();
        QVERIFY(tour->isVisible());
        QTRY_VERIFY(tour->focusWidget());
        for (int stop = 0; stop < tour->count(); ++stop) {
            QCOMPARE(tour->stop(), stop);
            QTest::keyClick(tour->focusWidget(), Qt::Key_Space);
        }
        QVERIFY(!tour->isVisible());
        m_window->offerTour();
        QVERIFY(!tour->isVisible());
    }

    void escapeSkipsTheTour()
    {
        m_window->actionSet().tour->trigger();
        auto* tour = m_window->findChild<Tour*>();
        QVERIFY(tour->isVisible());
        QTest::keyClick(tour, Qt::Key_Escape);
        QVERIFY(!tour->isVisible());
        QVERIFY(m_settings->isTourDone());
    }

    void theLanguageChangesWhileItRuns()
    {
        m_window->showPage(MainWindow::Page::Report);
        m_window->actionSet().languages[2]->trigger();
        QTRY_COMPARE(m_window->actionSet().undo->text(), QStringLiteral("撤销"));
        QCOMPARE(m_window->page(), MainWindow::Page::Report);
        m_window->actionSet().languages[1]->trigger();
        QTRY_COMPARE(m_window->actionSet().undo->text(), QStringLiteral("Undo"));
        QCOMPARE(m_settings->language(), QStringLiteral("en"));
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::HelpTest)
#include "tst_help.moc"
