// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "ui/document/settings_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace spall;
using namespace spall::ui;

namespace {

void fill(SettingsStore& settings)
{
    settings.setWindowGeometry(QByteArray(40, '\x01'));
    settings.setArrangement({{"inspect", std::string(60, 'x')}});
    settings.setThemeMode(Theme::Mode::Dark);
    settings.setScalePercent(150);
    settings.setLastFolder(QDir::tempPath());
    settings.setCompany(QStringLiteral("Mill & Co, 泵"));
    settings.setReportPaper(QStringLiteral("letter"));
}

/// Asks for everything; what comes back must be something the window can use.
void useAll(const SettingsStore& settings)
{
    (void)settings.windowGeometry();
    (void)settings.arrangement();
    (void)settings.recentFiles();
    (void)settings.page();
    (void)settings.themeMode();
    QVERIFY(settings.scalePercent() >= 100 && settings.scalePercent() <= 200);
    QVERIFY(QDir(settings.lastFolder()).exists());
    (void)settings.company();
    (void)settings.logoPath();
    QVERIFY(settings.reportLanguage() == "en" || settings.reportLanguage() == "zh");
    QVERIFY(settings.reportPaper() == "a4" || settings.reportPaper() == "letter");
}

} // namespace

class SettingsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("settings.ini")); }

private Q_SLOTS:
    /// A window in Chinese on an English system proposed its report in English.
    void theReportSpeaksAsTheWindowUntilToldOtherwise()
    {
        SettingsStore settings(m_folder.filePath(QStringLiteral("languages.ini")));
        settings.setLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(settings.reportLanguage(), QStringLiteral("zh"));
        settings.setLanguage(QStringLiteral("en"));
        QCOMPARE(settings.reportLanguage(), QStringLiteral("en"));
        settings.setReportLanguage(QStringLiteral("zh"));
        QCOMPARE(settings.reportLanguage(), QStringLiteral("zh"));
    }

    void whatWasSetComesBack()
    {
        {
            SettingsStore settings(path());
            fill(settings);
        }
        const SettingsStore settings(path());
        QCOMPARE(settings.company(), QStringLiteral("Mill & Co, 泵"));
        QCOMPARE(settings.reportPaper(), QStringLiteral("letter"));
        QCOMPARE(settings.themeMode(), Theme::Mode::Dark);
        QCOMPARE(settings.scalePercent(), 150);
    }

    void aThousandDamagedFilesAreReadOrLeft()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        RandomEngine engine = makeEngine(Seed{3000});
        const auto place = [&](qsizetype below) {
            return static_cast<qsizetype>(uniformIndex(engine, below));
        };
        for (int trial = 0; trial < 1000; ++trial) {
            QByteArray bytes = whole;
            for (qsizetype i = 0; i <= place(4); ++i) {
                bytes[place(bytes.size())] = static_cast<char>(place(256));
            }
            bytes.truncate(trial % 4 == 0 ? place(bytes.size()) : bytes.size());
            const QString damaged = m_folder.filePath(QStringLiteral("damaged%1.ini").arg(trial));
            QFile out(damaged);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(bytes);
            out.close();
            useAll(SettingsStore(damaged));
            QFile::remove(damaged);
        }
    }
};

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
