// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace spall::ui {

/// A time as an axis shows it: "3.45 s" below a minute, "2:03.5" and "1:02:03" above; as many
/// decimals as neighbours `step` seconds apart need. `longest` is the largest time beside it, so
/// that one axis keeps one form.
[[nodiscard]] QString timeText(double seconds, double step, double longest);

/// A time as a list shows it: "00:01.28", "1:00:01.28".
[[nodiscard]] QString clockText(double seconds);

} // namespace spall::ui
