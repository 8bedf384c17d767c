// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/settings_store.h"

#include <QStringList>

#include <functional>

namespace spall::ui {

/// What the user is asked for.
struct FileChoice {
    enum class Kind { OpenOne, OpenSeveral, Save };
    QString title;
    QStringList filters;
    Kind kind = Kind::OpenOne;
    QString suffix; ///< added to a name without one, when saving
};

/// Asks in the folder used last and hands over what was chosen; not called back when the user
/// thinks better of it. The folder is remembered by who opens or saves, once that has succeeded.
void chooseFiles(QWidget& window,
                 const SettingsStore& settings,
                 const FileChoice& choice,
                 std::function<void(const QStringList&)> chosen);

} // namespace spall::ui
