// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signal/recording.h"

#include <optional>

namespace spall::signal {

/// What is done to a recording before it is cut.
struct ConditionOptions {
    std::optional<Hertz> rate; ///< common rate; unset keeps the recording's own
};

/// Brings a recording to the common rate (anti-alias filtered) and checks that its samples are
/// finite. The mean is left: scaling takes it away later, with the healthy mean.
/// errors: RateTooLow (the recording's rate is below the one asked for), NotFinite, TooFewSamples.
[[nodiscard]] Result<RecordingPtr> condition(RecordingPtr recording,
                                             const ConditionOptions& options);

} // namespace spall::signal
