// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/recording.h"

#include <optional>
#include <string>

namespace spall::io {

/// What a user states about files of one kind, in place of what was guessed; what is empty stays as
/// it was found.
struct ImportChoice {
    std::string channel; ///< name of the channel to look at; numbers in it may differ
    std::optional<Hertz> rate;
    std::optional<Rpm> shaftSpeed;
    std::optional<double> scale; ///< factor from the numbers in the file to the unit
    std::string unit;
    friend bool operator==(const ImportChoice&, const ImportChoice&) = default;
};

/// Files of one kind have the same format and channels whose names differ in their numbers at most:
/// "MAT v5|X#_DE_time,X#_FE_time".
[[nodiscard]] std::string kindOf(const signal::Recording& recording);

/// Lays a choice over a recording; samples are scaled in place.
void apply(const ImportChoice& choice, signal::Recording& recording);

/// True while the reader of a recording could not tell what its numbers are in g or m/s2, and
/// nobody has stated it.
[[nodiscard]] bool isScaleUnknown(const signal::Recording& recording);

} // namespace spall::io
