// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace spall::ui {

/// The page of the help that speaks of a widget: its own or that of the nearest parent which has
/// one; "start" when nothing has.
[[nodiscard]] QString helpTopicOf(const QWidget* widget);

/// Every page of the help, in the order of the walk.
[[nodiscard]] QStringList helpTopics();

/// A page as Markdown in the window's language.
[[nodiscard]] QString helpText(const QString& topic);

/// Classes of widgets that have a page of the help.
[[nodiscard]] QStringList helpedClasses();

} // namespace spall::ui
