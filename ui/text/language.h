// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace spall::ui {

/// The languages that the window speaks.
enum class Language { English, Chinese };

/// The language meant by "en", "zh_CN", or, when empty, by the system.
[[nodiscard]] Language languageNamed(const QString& name);

/// Speaks this language from now on; Qt tells every widget. Texts come from
/// `resources/translations` and, for Qt's own dialogs, from Qt's translations when they are
/// installed.
void speak(Language language);

[[nodiscard]] Language spokenLanguage();

} // namespace spall::ui
