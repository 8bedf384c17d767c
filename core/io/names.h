// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace spall::io {

[[nodiscard]] inline bool isOneOf(std::string_view name, std::span<const std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The struct that an address in a file stands in: "bearing.sr" -> "bearing"; empty at the top.
[[nodiscard]] inline std::string_view ownerOf(std::string_view address)
{
    const auto dot = address.rfind('.');
    return dot == std::string_view::npos ? std::string_view{} : address.substr(0, dot);
}

} // namespace spall::io
