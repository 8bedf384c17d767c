// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace spall::ui {

/// Shows all keys of the window and its pages on one sheet; not modal, gone when closed.
void showShortcutSheet(QWidget& window);

/// Shows version, licence and libraries; not modal, gone when closed.
void showAbout(QWidget& window);

} // namespace spall::ui
