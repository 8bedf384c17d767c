// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the window's texts out of the source with lupdate and looks whether each is translated.
#include "ui/text/language.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

namespace spall::ui {

namespace {

struct Message {
    QString context;
    QString source;
    QString translation; ///< of all forms
    bool isFinished = true;
};

std::vector<Message> messagesOf(const QString& path)
{
    QFile file(path);
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const auto name = xml.name();
        if (name == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (name == QLatin1String("message")) {
            messages.push_back({context, {}, {}, true});
        } else if (name == QLatin1String("source")) {
            messages.back().source = xml.readElementText();
        } else if (name == QLatin1String("translation")) {
            messages.back().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            messages.back().translation =
                xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return messages;
}

/// %1, %2, %n and the like, sorted.
QStringList placesIn(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    QStringList places;
    for (const auto& match : place.globalMatch(text)) {
        places.append(match.captured());
    }
    places.sort();
    places.removeDuplicates();
    return places;
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// The translation as it would be after taking in what is new in the source.
    [[nodiscard]] QString updated(const char* language, const QStringList& options)
    {
        const QString name = QStringLiteral("spall_%1.ts").arg(QLatin1String(language));
        const QString copy = m_folder.filePath(name);
        QFile::copy(QStringLiteral(SPALL_SOURCE_DIR "/resources/translations/") + name, copy);
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(SPALL_SOURCE_DIR));
        QStringList arguments{QStringLiteral("-silent"),
                              QStringLiteral("-no-obsolete"),
                              QStringLiteral("-locations"),
                              QStringLiteral("none"),
                              QStringLiteral("-I"),
                              QStringLiteral(".")};
        arguments += options;
        arguments += {QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("-ts"), copy};
        lupdate.start(QStringLiteral(SPALL_LUPDATE), arguments);
        return lupdate.waitForFinished(60000) && lupdate.exitCode() == 0 ? copy : QString();
    }

private Q_SLOTS:
    void nothingIsLeftInEnglish()
    {
        const auto messages = messagesOf(updated("zh_CN", {}));
        QVERIFY(messages.size() > 400);
        QStringList open;
        for (const Message& message : messages) {
            if (!message.isFinished || message.translation.isEmpty()) {
                open.append(message.context + QStringLiteral(": ") + message.source);
            }
        }
        QVERIFY2(open.isEmpty(), qPrintable(open.join(QLatin1Char('\n'))));
    }

    void everyTranslationHasThePlacesOfItsSource()
    {
        for (const Message& message : messagesOf(
                 QStringLiteral(SPALL_SOURCE_DIR "/resources/translations/spall_zh_CN.ts"))) {
            QVERIFY2(placesIn(message.source) == placesIn(message.translation),
                     qPrintable(message.source));
        }
    }

    void everyEnglishPluralHasItsForms()
    {
        const auto messages = messagesOf(updated("en", {QStringLiteral("-pluralonly")}));
        QVERIFY(!messages.empty());
        for (const Message& message : messages) {
            QVERIFY2(message.isFinished && !message.translation.isEmpty(),
                     qPrintable(message.source));
        }
    }

    void theLanguageIsSpokenAtOnce()
    {
        const auto undo = [] {
            return QCoreApplication::translate("spall::ui::Actions", "Undo");
        };
        speak(Language::Chinese);
        QCOMPARE(undo(), QStringLiteral("撤销"));
        speak(Language::English);
        QCOMPARE(undo(), QStringLiteral("Undo"));
        QCOMPARE(languageNamed(QStringLiteral("zh_TW")), Language::Chinese);
        QCOMPARE(languageNamed(QStringLiteral("de")), Language::English);
    }
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::TranslationsTest)
#include "tst_translations.moc"
