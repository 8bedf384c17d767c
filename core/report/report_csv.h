// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

#include <filesystem>
#include <string>

namespace spall::report {

// Tables of a report for other programs: comma, decimal point, names quoted where they must be
// (RFC 4180), an empty field where a number is unknown. All of them read `Report::data`.

/// path,start,end,rec,critic,score,alarm,learned; a line for each window.
[[nodiscard]] std::string scoresCsv(const Report& report);

/// path,start,end,start_s,end_s,windows,peak_score,fault_family; a line for each event.
[[nodiscard]] std::string alarmsCsv(const Report& report);

/// A line for each method with recall, false-alarm rate, their intervals and the areas.
[[nodiscard]] std::string methodsCsv(const Report& report);

/// Writes report.json, scores.csv, alarms.csv and methods.csv into a folder, which is made if need
/// be. errors: WriteFailed.
[[nodiscard]] Status writeData(const std::filesystem::path& folder, const Report& report);

} // namespace spall::report
