// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/signal/spectrum.h"

#include <span>
#include <vector>

namespace spall::signal {

/// Power of an envelope spectrum over its running floor, a bin each; ratio 1 is the mean of noise.
struct EnvelopeContrast {
    std::vector<double> power;
    std::vector<double> ratio;
    double binWidth = 1.0; ///< Hz

    [[nodiscard]] std::size_t binAt(double hertz) const;
};

/// Bins around a frequency that belong to one line.
struct EnvelopeLine {
    std::size_t first = 0;
    std::size_t last = 0; ///< one past
};

/// The contrast up to `top`; without what turns slower than half the shaft (drift and cage, not
/// impacts) and without the lines of the shaft itself.
[[nodiscard]] EnvelopeContrast contrastOf(const Spectrum& envelope, Hertz shaft, Hertz top);

/// The bins within `halfWidth` Hz of `hertz`, one at least where the spectrum reaches.
[[nodiscard]] EnvelopeLine lineAt(const EnvelopeContrast& spectrum, double hertz, double halfWidth);

/// Highest ratio of a line, less what the highest of as many bins of noise would be.
[[nodiscard]] double heightOf(const EnvelopeContrast& spectrum, EnvelopeLine line);

/// Sum of the logarithms of the heights above the floor.
[[nodiscard]] double logHeight(const EnvelopeContrast& spectrum,
                               std::span<const EnvelopeLine> lines);

/// Median of the heights; 0 without lines.
[[nodiscard]] double medianHeight(const EnvelopeContrast& spectrum,
                                  std::span<const EnvelopeLine> lines);

/// Power above the floor in some lines, no bin twice.
[[nodiscard]] double energyIn(const EnvelopeContrast& spectrum,
                              std::span<const EnvelopeLine> lines);

/// Takes some lines out of the ratio, so that no other family is credited with them.
void blank(EnvelopeContrast& spectrum, std::span<const EnvelopeLine> lines);

} // namespace spall::signal
