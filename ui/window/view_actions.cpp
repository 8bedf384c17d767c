// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_actions.h"

#include "ui/text/language.h"
#include "ui/theme/theme.h"
#include "ui/window/actions.h"

#include <QAction>

namespace spall::ui {

ViewActions::ViewActions(SettingsStore& settings, Actions& actions) : QObject(&actions)
{
    for (std::size_t i = 0; i < actions.themes.size(); ++i) {
        const auto mode = static_cast<Theme::Mode>(i);
        actions.themes[i]->setChecked(mode == settings.themeMode());
        connect(actions.themes[i], &QAction::triggered, this, [&settings, mode] {
            settings.setThemeMode(mode);
            Theme::instance().apply(mode);
        });
    }
    for (std::size_t i = 0; i < actions.scales.size(); ++i) {
        const int percent = Actions::kScalePercents[i];
        actions.scales[i]->setChecked(percent == settings.scalePercent());
        connect(actions.scales[i], &QAction::triggered, this, [this, &settings, percent] {
            settings.setScalePercent(percent);
            Q_EMIT said(tr("%1 % takes effect when Spall starts again.").arg(percent));
        });
    }
    for (std::size_t i = 0; i < actions.languages.size(); ++i) {
        const QString name = QLatin1String(Actions::kLanguages[i]);
        actions.languages[i]->setChecked(name == settings.language());
        connect(actions.languages[i], &QAction::triggered, this, [&settings, name] {
            settings.setLanguage(name);
            speak(languageNamed(name));
        });
    }
}

} // namespace spall::ui
