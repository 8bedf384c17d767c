// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tdms_metadata.h"

#include <span>

namespace spall::io {

/// Applies the last of the scales in a channel's properties, and those that feed it, to raw values;
/// false when one of them is neither linear nor a polynomial, with the values left as they are.
/// source: National Instruments, "TDMS File Format Internal Structure", scale properties.
[[nodiscard]] bool applyTdmsScale(const TdmsProperties& properties, std::span<double> values);

} // namespace spall::io
