// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string>

namespace spall::ui::print {

/// The PDF with its creation date set to an ISO date ("2026-11-23" or "2026-11-23T16:40:00"), so
/// that the same report gives the same bytes. The clock's own date goes whatever `date` says: one
/// that cannot be read becomes 2000-01-01.
[[nodiscard]] QByteArray withDate(QByteArray pdf, const std::string& date);

} // namespace spall::ui::print
