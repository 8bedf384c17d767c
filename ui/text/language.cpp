// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Q_INIT_RESOURCE declares a function, which must not end up in a namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace spall::ui {

namespace {

struct Voice {
    bool isSpeaking = false;
    Language language = Language::English;
    QTranslator own;
    QTranslator qt;
};

Voice& voice()
{
    static Voice voice;
    return voice;
}

} // namespace

Language languageNamed(const QString& name)
{
    const QString meant = name.isEmpty() ? QLocale::system().name() : name;
    return meant.startsWith(QLatin1String("zh")) ? Language::Chinese : Language::English;
}

void speak(Language language)
{
    initTranslations();
    Voice& now = voice();
    if (now.isSpeaking && now.language == language) {
        return; // nobody has to be told
    }
    now.isSpeaking = true;
    now.language = language;
    QCoreApplication::removeTranslator(&now.qt);
    QCoreApplication::removeTranslator(&now.own);
    const QString name =
        language == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    QLocale::setDefault(language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                                      : QLocale(QLocale::English));
    if (now.qt.load(QStringLiteral("qtbase_") + name,
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&now.qt);
    }
    if (now.own.load(QStringLiteral(":/translations/spall_%1.qm").arg(name))) {
        QCoreApplication::installTranslator(&now.own);
    }
}

Language spokenLanguage()
{
    return voice().language;
}

} // namespace spall::ui
