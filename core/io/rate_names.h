// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/recording.h"

#include <optional>

namespace spall::io {

/// A rate and how far it can be trusted.
struct NamedRate {
    signal::Attributed<Hertz> rate;
    bool isFirm = false; ///< written in the file name, or the layout of one published set
};

/// A rate that the names in a recording or its length suggest: "48k" or "25600 Hz" in the file
/// name, the variables of a CWRU record, the exact length of one. A hint, as copies are renamed,
/// cut and resampled. source: CWRU Bearing Data Center, tables of record numbers.
[[nodiscard]] std::optional<NamedRate> rateFromNames(const signal::Recording& recording);

} // namespace spall::io
