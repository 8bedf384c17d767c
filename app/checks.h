// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace spall::app {

/// Longest window and step in samples that options take.
inline constexpr std::int64_t kLongestWindow = 1'000'000;

/// A finite number above 0, as a rate or a time is.
[[nodiscard]] CLI::Validator aboveZero();

/// A finite number of at least 0.
[[nodiscard]] CLI::Validator zeroOrMore();

/// Above 0 and below 1, as a false-alarm rate is.
[[nodiscard]] CLI::Validator properShare();

/// 0 to 1, both allowed, as a weight is.
[[nodiscard]] CLI::Validator share();

/// A whole number of these bounds, both allowed.
[[nodiscard]] CLI::Validator wholeNumber(std::int64_t least, std::int64_t most);

/// One of these words.
[[nodiscard]] CLI::Validator oneOf(std::vector<std::string> words);

/// Text that `parse`, from text to a `Result`, can read: what is wrong is told in its words, before
/// any file is opened.
template <typename Parse> [[nodiscard]] CLI::Validator readBy(Parse parse)
{
    const auto check = [parse](const std::string& text) {
        const auto value = parse(text);
        return value ? std::string() : value.error().what + "; " + value.error().hint;
    };
    return {check, ""};
}

/// A whole number that 64 bits hold, as a seed is.
[[nodiscard]] CLI::Validator seedNumber();

} // namespace spall::app
