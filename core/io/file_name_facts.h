// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <optional>
#include <string_view>

namespace spall::io {

/// "48k", "12khz", "51.2 kHz", "25,6kHz", "25600sps", "fs25600" in the name of a file; the number
/// must stand alone. Below 1 kHz it is more likely a shaft or mains frequency.
[[nodiscard]] std::optional<Hertz> rateInFileName(std::string_view stem);

/// "1500rpm", "1797_RPM" in the name of a file.
[[nodiscard]] std::optional<Rpm> speedInFileName(std::string_view stem);

} // namespace spall::io
