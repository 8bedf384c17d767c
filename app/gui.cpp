// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui.h"

#include "core/base/version.h"
#include "ui/document/settings_store.h"
#include "ui/text/language.h"
#include "ui/theme/desktop_colours.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QIcon>
#include <QStandardPaths>

#include <cstdio>

namespace spall::app {

namespace {

constexpr int kUsageExit = 2;

/// Qt ends the program without a word a user could act on when it finds no display.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

/// Qt reads the scale before the application is made, never again.
void applyScale(const ui::SettingsStore& settings)
{
    const int percent = settings.scalePercent();
    if (percent != 100 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) {
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
    }
}

} // namespace

int runGui(int argc, char** argv)
{
    if (!hasDisplay()) {
        std::fputs(
            "spall: there is no display to open a window on: start it in a desktop session, or "
            "use the command line (spall --help)\n",
            stderr);
        return kUsageExit;
    }
    ui::SettingsStore settings;
    applyScale(settings);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("spall"));
    QApplication::setApplicationDisplayName(QStringLiteral("Spall"));
    QApplication::setApplicationVersion(QString::fromUtf8(version()));
    QApplication::setDesktopFileName(QStringLiteral("spall"));
    ui::Theme::instance().apply(settings.themeMode());
    const ui::DesktopColours desktopColours;
    ui::speak(ui::languageNamed(settings.language()));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/spall.svg")));

    ui::MainWindow window(settings,
                          QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    window.show();
    window.open(QApplication::arguments().mid(1));
    if (QApplication::arguments().size() == 1) { // who names a file knows what to do
        window.offerTour();
    }
    return QApplication::exec();
}

} // namespace spall::app
