// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

namespace spall::io {

/// ASCII lower case, whatever the locale.
[[nodiscard]] inline std::string lowered(std::string_view text)
{
    std::string copy{text};
    std::transform(copy.begin(), copy.end(), copy.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return copy;
}

/// True when the path ends in one of these extensions (".mat"), in any case.
[[nodiscard]] inline bool hasExtension(const std::filesystem::path& path,
                                       std::initializer_list<std::string_view> extensions)
{
    const std::string own = lowered(path.extension().string());
    return std::find(extensions.begin(), extensions.end(), own) != extensions.end();
}

} // namespace spall::io
