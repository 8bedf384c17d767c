// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/tadgan.h"
#include "core/train/engine.h"

namespace spall::train {

/// The networks as plain numbers with their preset and parameter counts.
[[nodiscard]] NetWeights netWeights(const nn::Tadgan& nets, const nn::Preset& preset);

/// Networks with these weights on this front. errors: UnknownFormat (they do not fit), Usage (the
/// preset cannot be).
[[nodiscard]] Result<nn::Tadgan> buildNetworks(const NetWeights& weights,
                                               const score::Front& front);

} // namespace spall::train
