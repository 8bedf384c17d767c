// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/front.h"

#include <span>
#include <vector>

namespace spall::score {

/// Shortest window that anything is learned or scored on, in samples.
inline constexpr SampleCount kShortestWindow = 64;

/// Orders and components of a front for windows of one length.
struct FrontSizes {
    int shortOrder = 128;
    int longOrder = 512;
    int wholeOrder = 2047;
    int components = 100;
};

/// 128, 512 and 100 from length 2048 up; length/16, length/4 and length/20 below. The whole order
/// is length - 1, at most 4095.
[[nodiscard]] FrontSizes frontSizes(SampleCount windowLength);

/// Sizes of the two short-time spectra of every view: 128 and 64 when the shortest view (the one
/// through the long filter) holds two frames of 128, else 32 and 16.
[[nodiscard]] std::vector<int> transformSizes(SampleCount windowLength);

/// The samples of stretches in healthy deviations.
[[nodiscard]] std::vector<std::vector<float>>
standardiseStretches(std::span<const signal::Stretch> healthy, const Standardiser& scaling);

} // namespace spall::score
