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
const QString kReportLanguage = QStringLiteral("report/language");
const QString kPaper = QStringLiteral("report/paper");
const QString kArrangement = QStringLiteral("arrangement");
const QString kPage = QStringLiteral("view/page");
const QString kRecentFiles = QStringLiteral("files/recent");
const QString kRecentSessions = QStringLiteral("files/recentSessions");
const QString kLanguage = QStringLiteral("view/language");
const QString kTourDone = QStringLiteral("help/tourDone");
constexpr int kMostRecent = 10;

/// Puts a path first in a list of recent ones.
void addTo(QSettings& settings, const QString& key, const QString& path)
{
    QStringList paths = settings.value(key).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    settings.setValue(key, paths.mid(0, kMostRecent));
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

std::map<std::string, std::string> SettingsStore::arrangement() const
{
    std::map<std::string, std::string> arrangement;
    for (const QString& line : m_settings.value(kArrangement).toStringList()) {
        const qsizetype middle = line.indexOf(QLatin1Char('='));
        if (middle > 0) {
            arrangement[line.left(middle).toStdString()] = line.mid(middle + 1).toStdString();
        }
    }
    return arrangement;
}

void SettingsStore::setArrangement(const std::map<std::string, std::string>& arrangement)
{
    QStringList lines; // plain text, so that a damaged file cannot bring in anything else
    for (const auto& [name, state] : arrangement) {
        lines.append(QString::fromStdString(name + '=' + state));
    }
    m_settings.setValue(kArrangement, lines);
}

int SettingsStore::page() const
{
    return m_settings.value(kPage, 0).toInt();
}

void SettingsStore::setPage(int page)
{
    m_settings.setValue(kPage, page);
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

void SettingsStore::setLastFolderOf(const QString& path)
{
    setLastFolder(QFileInfo(path).absolutePath());
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
    const QString code = m_settings.value(kReportLanguage).toString();
    if (code == QLatin1String("en") || code == QLatin1String("zh")) {
        return code;
    }
    const QLocale window = language().isEmpty() ? QLocale::system() : QLocale(language());
    return window.language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

void SettingsStore::setReportLanguage(const QString& code)
{
    m_settings.setValue(kReportLanguage, code);
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

QStringList SettingsStore::recentFiles() const
{
    return m_settings.value(kRecentFiles).toStringList();
}

QStringList SettingsStore::recentSessions() const
{
    return m_settings.value(kRecentSessions).toStringList();
}

void SettingsStore::addRecentFile(const QString& path)
{
    addTo(m_settings, kRecentFiles, path);
}

void SettingsStore::addRecentSession(const QString& path)
{
    addTo(m_settings, kRecentSessions, path);
}

QString SettingsStore::language() const
{
    return m_settings.value(kLanguage).toString();
}

void SettingsStore::setLanguage(const QString& language)
{
    m_settings.setValue(kLanguage, language);
}

bool SettingsStore::isTourDone() const
{
    return m_settings.value(kTourDone, false).toBool();
}

void SettingsStore::setTourDone()
{
    m_settings.setValue(kTourDone, true);
}

} // namespace spall::ui
