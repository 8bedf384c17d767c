// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <QByteArray>

#include <span>

namespace spall::ui {

/// Rate that clips are played at; every sound output takes it.
inline constexpr int kSoundRate = 48000;

/// Vibration as sound: 16-bit samples of one channel at `kSoundRate`, mean removed, the largest at
/// seven tenths of full scale, straight lines between samples. `speed` below 1 plays slower and
/// lower. Not finite samples are silent; empty for no samples.
[[nodiscard]] QByteArray makeClip(std::span<const double> samples, Hertz rate, double speed);

} // namespace spall::ui
