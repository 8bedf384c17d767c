// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/label_csv.h"

#include <optional>
#include <span>

// What is done to a list of labels. Each returns the whole list as it is afterwards; indices that
// are none, and changes that would leave an empty label, leave the list as it was.
namespace spall::io {

using Labels = std::vector<Label>;

/// Another stretch for one label, put in order and kept within 0 … `sampleCount`.
[[nodiscard]] Labels
resized(Labels labels, std::size_t index, SampleRange range, SampleCount sampleCount);

[[nodiscard]] Labels renamed(Labels labels, std::size_t index, const std::string& name);

/// Two labels of the same name that meet at `at`; the second follows the first.
[[nodiscard]] Labels split(Labels labels, std::size_t index, SampleIndex at);

/// One label from the start of the first to the end of the last, under the name and in the place of
/// the first listed. Labels of several files are not merged.
[[nodiscard]] Labels merged(Labels labels, std::vector<std::size_t> indices);

[[nodiscard]] Labels removed(Labels labels, std::vector<std::size_t> indices);

/// The label of `recording` that starts next after `from` (before it, when `direction` is
/// negative).
[[nodiscard]] std::optional<std::size_t> neighbourOf(std::span<const Label> labels,
                                                     const std::filesystem::path& recording,
                                                     SampleIndex from,
                                                     int direction);

} // namespace spall::io
