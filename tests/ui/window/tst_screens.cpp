// SPDX-License-Identifier: GPL-3.0-or-later
// Every page in both languages and both themes, as a picture to look at and as a check that no text
// is cut. What they show is real: the demo, a short training, its scores, its report. CTest runs it
// at 100 and at 200 per cent.
#include "core/signal/bearing.h"
#include "tests/support/slowdown.h"
#include "ui/panels/envelope_panel.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace spall::ui {

namespace {

constexpr int kPatience = 120000 * test::kSlowdown; // ms

/// Labels and buttons on the screen whose words do not fit into them.
QStringList cutTexts(const QWidget& window)
{
    QStringList cut;
    const auto check = [&cut](const QWidget& widget, const QString& text, QSize wanted) {
        if (!text.isEmpty() &&
            (widget.width() + 1 < wanted.width() || widget.height() + 1 < wanted.height())) {
            cut.append(
                QStringLiteral("'%1' in %2 has %3 × %4, needs %5 × %6")
                    .arg(text, QLatin1String(widget.parentWidget()->metaObject()->className()))
                    .arg(widget.width())
                    .arg(widget.height())
                    .arg(wanted.width())
                    .arg(wanted.height()));
        }
    };
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && !label->visibleRegion().isEmpty()) {
            const int height = label->wordWrap() ? label->heightForWidth(label->width())
                                                 : label->minimumSizeHint().height();
            const int width = label->wordWrap() ? 0 : label->minimumSizeHint().width();
            check(*label, label->text(), {width, height});
        }
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && !button->visibleRegion().isEmpty()) {
            check(*button, button->text(), button->minimumSizeHint());
        }
    }
    return cut;
}

} // namespace

class ScreensTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;
    pipeline::ModelPtr m_model; ///< the first window trains it

    void openWindow()
    {
        m_window.reset();
        m_window =
            std::make_unique<MainWindow>(*m_settings, m_folder.filePath(QTest::currentDataTag()));
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        Document& document = m_window->bench().document;
        m_window->bench().imports.openDemo();
        QTRY_COMPARE_WITH_TIMEOUT(document.entries().size(), std::size_t{2}, kPatience);
        pipeline::TrainSettings settings;
        settings.window = {512, 512};
        settings.epochs = 3;
        document.setTrainSettings(settings, {});
        if (m_model) {
            document.setModel(m_model);
        } else {
            m_window->bench().training.start(settings);
            QTRY_VERIFY_WITH_TIMEOUT(document.model(), kPatience);
            m_model = document.model();
        }
        QTRY_VERIFY_WITH_TIMEOUT(document.evaluation(), kPatience);
        document.setBearing(signal::knownBearings()[0]);
        document.setCurrentIndex(1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QDir().mkpath(QStringLiteral(SPALL_SCREENSHOTS));
        m_settings =
            std::make_unique<SettingsStore>(m_folder.filePath(QStringLiteral("settings.ini")));
    }

    void noTextIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("page");
        const std::array names{"recordings", "train", "inspect", "report"};
        for (const char* language : {"en", "zh_CN"}) {
            for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
                for (int page = 0; page < 4; ++page) {
                    const QString name =
                        QStringLiteral("%1_%2_%3_%4")
                            .arg(QLatin1String(names[static_cast<std::size_t>(page)]),
                                 QLatin1String(language),
                                 mode == Theme::Mode::Dark ? QStringLiteral("dark")
                                                           : QStringLiteral("light"))
                            .arg(qRound(100 * qApp->devicePixelRatio()));
                    QTest::newRow(qPrintable(name))
                        << QString::fromLatin1(language) << static_cast<int>(mode) << page;
                }
            }
        }
    }

    void noTextIsCut()
    {
        QFETCH(QString, language);
        QFETCH(int, mode);
        QFETCH(int, page);
        Theme::instance().apply(static_cast<Theme::Mode>(mode));
        m_settings->setLanguage(language);
        speak(languageNamed(language));
        if (!m_window || page == 0) {
            openWindow(); // anew in each language and theme
        }
        QSignalSpy drawn(m_window->findChild<EnvelopePanel*>(), &DockPanel::shown);
        QSignalSpy previewed(&m_window->bench().reports, &ReportJobs::previewed);
        m_window->showPage(static_cast<MainWindow::Page>(page));
        if (m_window->page() == MainWindow::Page::Inspect) {
            QTRY_VERIFY_WITH_TIMEOUT(drawn.count() > 0, kPatience);
        }
        if (m_window->page() == MainWindow::Page::Report) {
            QTRY_VERIFY_WITH_TIMEOUT(previewed.count() > 0, kPatience);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->bench().reading.isBusy(), kPatience);
        QTRY_VERIFY(m_window->centralWidget()->isVisible());
        QTest::qWait(100); // plots draw with the next turns of the event loop
        const QString file =
            QStringLiteral("%1/%2.png")
                .arg(QStringLiteral(SPALL_SCREENSHOTS), QLatin1String(QTest::currentDataTag()));
        QVERIFY2(m_window->grab().save(file), qPrintable(file));
        const auto labels = m_window->findChildren<QLabel*>();
        QVERIFY(std::count_if(labels.begin(), labels.end(), [](const QLabel* label) {
                    return label->isVisible();
                }) > 5); // there is something to look at
        const QStringList cut = cutTexts(*m_window);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }

    void cleanupTestCase()
    {
        m_window.reset();
        speak(Language::English);
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::ScreensTest)
#include "tst_screens.moc"
