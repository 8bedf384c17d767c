// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/findings.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace spall::report {

/// "Spall 0.1.0".
[[nodiscard]] std::string programName();

/// A rate as {value, low, high, hits, trials}; null when unset or resting on nothing.
[[nodiscard]] nlohmann::json toJson(const std::optional<evaluate::Rate>& rate);

/// A method's numbers, with the keys of the command line's `evaluate`.
[[nodiscard]] nlohmann::json toJson(const pipeline::MethodResult& method);

/// Everything the numbers of a report came from, enough to build the session again: model (path,
/// settings, losses), recordings (path, hash, channel, role, the score of every window as columns,
/// events), labels, decision, methods, curves. Unknown numbers are null.
[[nodiscard]] nlohmann::json dataOf(const Findings& findings);

/// The whole report as one JSON document: its text, its tables and figures as data, `data`, and the
/// session, whose paths are also told from `folder`, where the document will lie. Same report, same
/// text; bytes that are no UTF-8 are replaced.
[[nodiscard]] std::string toJsonText(const Report& report,
                                     const std::filesystem::path& folder = {});

/// Writes it, so that `pipeline::loadSession` finds the session in it. errors: WriteFailed.
[[nodiscard]] Status writeJson(const std::filesystem::path& path, const Report& report);

} // namespace spall::report
