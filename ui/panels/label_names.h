// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QString>

#include <functional>
#include <string>
#include <utility>
#include <vector>

class QMenu;
class QPoint;
class QWidget;

namespace spall::ui {

/// The name under which new labels refer to a recording: its file's, behind its folder's where
/// another open recording has the same.
[[nodiscard]] std::string labelFile(const Document& document, const Entry& entry);

/// The labels of one entry, with their index in the document.
[[nodiscard]] std::vector<std::pair<std::size_t, io::Label>> labelsOf(const Document& document,
                                                                      const Entry& entry);

/// A label's name in the window's language when it is one of those that the program offers.
[[nodiscard]] QString labelText(const std::string& name);

/// The name of a label for a fault of that part.
[[nodiscard]] std::string labelName(signal::FaultKind kind);

/// Offers the names that labels usually have, `likely` before the others where there is one, and a
/// field for another one, in a menu at a place of the screen. `present` stands in the field;
/// `chosen` gets what was picked, at most once. The menu deletes itself.
QMenu* askForLabelName(QWidget& parent,
                       const QPoint& at,
                       const QString& present,
                       const std::string& likely,
                       std::function<void(const QString&)> chosen);

} // namespace spall::ui
