// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <map>
#include <string>

namespace spall::ui {

/// What the window remembers from one start to the next. The only place that touches QSettings.
class SettingsStore {
public:
    /// The settings of this user.
    SettingsStore();
    /// Settings in a file of their own, for tests.
    explicit SettingsStore(const QString& path);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

    /// Where splitters, tabs and docks were left, by name.
    [[nodiscard]] std::map<std::string, std::string> arrangement() const;
    void setArrangement(const std::map<std::string, std::string>& arrangement);

    /// The page shown last, counted from 0.
    [[nodiscard]] int page() const;
    void setPage(int page);

    [[nodiscard]] Theme::Mode themeMode() const;
    void setThemeMode(Theme::Mode mode);

    /// Size of everything in per cent, 100 to 200; takes effect when the program starts.
    [[nodiscard]] int scalePercent() const;
    void setScalePercent(int percent);

    /// Where files were opened or saved last; the home folder at first.
    [[nodiscard]] QString lastFolder() const;
    void setLastFolder(const QString& folder);
    void setLastFolderOf(const QString& path); ///< the one that a file or a run is in

    // What every report of this user carries; empty where it was never chosen.
    [[nodiscard]] QString company() const;
    void setCompany(const QString& name);
    [[nodiscard]] QString logoPath() const;
    void setLogoPath(const QString& path);
    [[nodiscard]] QString reportLanguage() const; ///< "en" or "zh"; at first that of the window
    void setReportLanguage(const QString& code);
    [[nodiscard]] QString reportPaper() const; ///< "a4" or "letter"
    void setReportPaper(const QString& name);

    /// Recordings, models and sessions opened before, the newest first, at most ten of a kind.
    [[nodiscard]] QStringList recentFiles() const;
    [[nodiscard]] QStringList recentSessions() const;
    void addRecentFile(const QString& path);
    void addRecentSession(const QString& path);

    /// "en", "zh_CN", or empty: the language of the system.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);

    /// True once the tour of the first start was seen or skipped.
    [[nodiscard]] bool isTourDone() const;
    void setTourDone();

private:
    QSettings m_settings;
};

} // namespace spall::ui
