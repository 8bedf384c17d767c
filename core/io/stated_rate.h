// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"

#include <optional>
#include <string>
#include <vector>

namespace spall::io {

/// What a file says about the rate of a vector: in its format, beside the vector, in a scalar, in a
/// column of times. Breaks in the times and contradictions are added to `warnings`.
[[nodiscard]] std::optional<signal::Attributed<Hertz>> rateStatedFor(
    const FoundVector& vector, const FileContents& contents, std::vector<std::string>& warnings);

} // namespace spall::io
