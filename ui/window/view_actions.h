// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/settings_store.h"

#include <QObject>

namespace spall::ui {

class Actions;

/// What the View menu does: colours, size, language; each is remembered.
class ViewActions : public QObject {
    Q_OBJECT
public:
    ViewActions(SettingsStore& settings, Actions& actions);

Q_SIGNALS:
    void said(const QString& text); ///< for the status line
};

} // namespace spall::ui
