// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"
#include "core/io/scalar_names.h"

#include <string_view>

namespace spall::io {

/// The sampling rate that a file's scalars state (`fs`, `sr`, `SampleFrequency`, `dt`, ...), if
/// any: the one that stands nearest to the vector `of`, in its own struct, group or data set before
/// those around it and those of others. A `rate` beside one of these is the shaft's turns per
/// second (MFPT), alone and above 500 it is the sampling rate. A hint alone is what must be
/// kilohertz: `fs` = 25.6.
[[nodiscard]] std::optional<signal::Attributed<Hertz>>
statedRate(const std::vector<FoundScalar>& scalars, std::string_view of = {});

/// Adds numbers that a file writes as text where a rate or a speed is expected: "48828", "12 kHz".
void addWrittenNumbers(FileContents& contents);

/// The shaft speed that a file's scalars state (`RPM`, `X097RPM`, `rate` beside `sr`), if any: the
/// one whose name says it most plainly, of equals the first; `record` is the CWRU number to prefer
/// where a file holds several, empty otherwise.
[[nodiscard]] std::optional<signal::Attributed<Rpm>>
statedShaftSpeed(const std::vector<FoundScalar>& scalars, std::string_view record);

} // namespace spall::io
