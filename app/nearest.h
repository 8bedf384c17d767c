// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spall::app {

/// The name that a misspelt word was most likely meant to be: the one fewest letters away (changed,
/// left out, added or swapped), the first of equals; empty when none is near.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& names);

} // namespace spall::app
