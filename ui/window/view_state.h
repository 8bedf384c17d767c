// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

class QWidget;

namespace spall::ui {

/// What the window wants back when it is opened again, by name.
using ViewState = std::map<std::string, std::string>;

/// Where the splitters, docks and tabs inside `root` stand that have an object name.
[[nodiscard]] ViewState arrangementOf(const QWidget& root);

/// Puts them back; what is unknown or damaged stays as it is.
void arrange(QWidget& root, const ViewState& state);

} // namespace spall::ui
