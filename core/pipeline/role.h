// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace spall::pipeline {

/// What the user says about a recording.
enum class Role { Unknown, Healthy, Faulty };

/// "unknown", "healthy", "faulty": in files and for programs, the same in every language.
[[nodiscard]] std::string keyOf(Role role);

/// Unset for any other text.
[[nodiscard]] std::optional<Role> parseRole(std::string_view text);

} // namespace spall::pipeline
