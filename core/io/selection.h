// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/contents.h"
#include "core/io/read.h"

namespace spall::io {

/// Shortest record that is worth looking at.
constexpr SampleCount kShortestRecord = 64;

/// "a, b, c and 4 more".
[[nodiscard]] std::string listOf(const std::vector<std::string>& names);

/// What a vector is called on the screen.
[[nodiscard]] const std::string& shownName(const FoundVector& vector);

/// Gives vectors of one name their number behind it, the second "Acc" is "Acc 2": a channel is
/// found by its name.
void numberRepeatedNames(std::vector<FoundVector>& vectors);

/// Keeps the variable that the user names and what lies in it. errors: Usage (it is not there).
[[nodiscard]] Status keepWanted(FileContents& contents, const InputSpec& spec);

/// A vector and why it was proposed.
struct Proposal {
    std::size_t index = 0;
    std::string reason; ///< empty when it is simply the first
};

/// The vector to analyse: of those not much shorter than the longest, the one that looks most like
/// a vibration; the first of equals.
[[nodiscard]] Proposal proposedVector(const std::vector<FoundVector>& vectors);

/// Keeps the vectors that have the length and the rate of the one at `main`; says which were left
/// out.
void keepCompanions(FileContents& contents, std::size_t main);

/// Drops vectors with missing or infinite values with a warning. errors: NotFinite when `isStrict`
/// or when none is left, with the place of the first such value.
[[nodiscard]] Status
dropNotFinite(FileContents& contents, const std::filesystem::path& path, bool isStrict);

/// errors: UnknownFormat (no vector), TooFewSamples (none of 64 values).
[[nodiscard]] Status checkLength(const FileContents& contents, const std::filesystem::path& path);

} // namespace spall::io
