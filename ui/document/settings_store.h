// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

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

    /// Where a splitter, table or dock of that name was left.
    [[nodiscard]] QByteArray layout(const QString& name) const;
    void setLayout(const QString& name, const QByteArray& state);

    [[nodiscard]] Theme::Mode themeMode() const;
    void setThemeMode(Theme::Mode mode);

    /// Size of everything in per cent, 100 to 200; takes effect when the program starts.
    [[nodiscard]] int scalePercent() const;
    void setScalePercent(int percent);

    /// Where files were opened or saved last; the home folder at first.
    [[nodiscard]] QString lastFolder() const;
    void setLastFolder(const QString& folder);

    // What every report of this user carries; empty where it was never chosen.
    [[nodiscard]] QString company() const;
    void setCompany(const QString& name);
    [[nodiscard]] QString logoPath() const;
    void setLogoPath(const QString& path);
    [[nodiscard]] QString reportLanguage() const; ///< "en" or "zh"; at first that of the system
    void setReportLanguage(const QString& code);
    [[nodiscard]] QString reportPaper() const; ///< "a4" or "letter"
    void setReportPaper(const QString& name);
    [[nodiscard]] QString reportBearing() const; ///< as `signal::parseBearing` reads it
    void setReportBearing(const QString& name);

private:
    QSettings m_settings;
};

} // namespace spall::ui
