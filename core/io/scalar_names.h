// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace spall::io {

/// The last part of an address in a file, lower case, letters and digits only:
/// "bearing.Sample_Rate" -> "samplerate".
[[nodiscard]] std::string plainName(std::string_view address);

/// What the name of a number says that it is.
struct NamedQuantity {
    double factor = 1.0;   ///< to hertz, seconds or turns per minute
    bool isUnsure = false; ///< the name fits other things as well: only a likely value convinces
};

/// `fs`, `SampleFrequency`, `sampling_freq_khz`, `fs_acc`; unsure: `freq`, `Hz`.
[[nodiscard]] std::optional<NamedQuantity> rateNamed(std::string_view address);

/// The seconds from sample to sample: `dt`, `X Increment`, `dt_us`; unsure: `Ts`, `SampleTime`.
[[nodiscard]] std::optional<NamedQuantity> stepNamed(std::string_view address);

/// `RPM`, `motor_rpm`, `shaft_freq_hz`; unsure: `speed`, `fr`, `omega` (radians per second),
/// `rated_rpm`. A limit such as `max_rpm` is no speed that anything turned at.
[[nodiscard]] std::optional<NamedQuantity> speedNamed(std::string_view address);

} // namespace spall::io
