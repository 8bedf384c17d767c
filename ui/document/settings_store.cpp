// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/settings_store.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace spall::ui {

namespace {

const QString kGeometry = QStringLiteral("window/geometry");
const QString kThemeMode = QStringLiteral("view/theme");
const QString kScale = QStringLiteral("view/scalePercent");
const QString kLastFolder = QStringLiteral("files/lastFolder");

const QString kCompany = QStringLiteral("report/company");
const QString kLogo = QStringLiteral("report/logo");
const QString kLanguage = QStringLiteral("report/language");
const QString kPaper = QStringLiteral("report/paper");
const QString kBearing = QStringLiteral("report/bearing");

QString layoutKey(const QString& name)
{
    return QStringLiteral("layout/%1").arg(name);
}

} // namespace

SettingsStore::SettingsStore()
    : m_settings(QSettings::IniFormat,
                 QSettings::UserScope,
                 QStringLiteral("spall"),
                 QStringLiteral("spall"))
{
}

SettingsStore::SettingsStore(const QString& path) : m_settings(path, QSettings::IniFormat) {}

QByteArray SettingsStore::windowGeometry() const
{
    return m_settings.value(kGeometry).toByteArray();
}

void SettingsStore::setWindowGeometry(const QByteArray& geometry)
{
    m_settings.setValue(kGeometry, geometry);
}

QByteArray SettingsStore::layout(const QString& name) const
{
    return m_settings.value(layoutKey(name)).toByteArray();
}

void SettingsStore::setLayout(const QString& name, const QByteArray& state)
{
    m_settings.setValue(layoutKey(name), state);
}

Theme::Mode SettingsStore::themeMode() const
{
    const QString name = m_settings.value(kThemeMode).toString();
    if (name == QLatin1String("light")) {
        return Theme::Mode::Light;
    }
    return name == QLatin1String("dark") ? Theme::Mode::Dark : Theme::Mode::System;
}

void SettingsStore::setThemeMode(Theme::Mode mode)
{
    m_settings.setValue(kThemeMode,
                        mode == Theme::Mode::Light  ? QStringLiteral("light")
                        : mode == Theme::Mode::Dark ? QStringLiteral("dark")
                                                    : QStringLiteral("system"));
}

int SettingsStore::scalePercent() const
{
    return std::clamp(m_settings.value(kScale, 100).toInt(), 100, 200);
}

void SettingsStore::setScalePercent(int percent)
{
    m_settings.setValue(kScale, percent);
}

QString SettingsStore::lastFolder() const
{
    const QString folder = m_settings.value(kLastFolder).toString();
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

void SettingsStore::setLastFolder(const QString& folder)
{
    m_settings.setValue(kLastFolder, folder);
}

QString SettingsStore::company() const
{
    return m_settings.value(kCompany).toString();
}

void SettingsStore::setCompany(const QString& name)
{
    m_settings.setValue(kCompany, name);
}

QString SettingsStore::logoPath() const
{
    return m_settings.value(kLogo).toString();
}

void SettingsStore::setLogoPath(const QString& path)
{
    m_settings.setValue(kLogo, path);
}

QString SettingsStore::reportLanguage() const
{
    const QString code = m_settings.value(kLanguage).toString();
    if (code == QLatin1String("en") || code == QLatin1String("zh")) {
        return code;
    }
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh")
                                                            : QStringLiteral("en");
}

void SettingsStore::setReportLanguage(const QString& code)
{
    m_settings.setValue(kLanguage, code);
}

QString SettingsStore::reportPaper() const
{
    const bool isLetter = m_settings.value(kPaper).toString() == QLatin1String("letter");
    return isLetter ? QStringLiteral("letter") : QStringLiteral("a4");
}

void SettingsStore::setReportPaper(const QString& name)
{
    m_settings.setValue(kPaper, name);
}

QString SettingsStore::reportBearing() const
{
    return m_settings.value(kBearing).toString();
}

void SettingsStore::setReportBearing(const QString& name)
{
    m_settings.setValue(kBearing, name);
}

} // namespace spall::ui
