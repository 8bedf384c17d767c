// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/spectrogram.h"

#include "core/signal/segment_power.h"

#include <fmt/format.h>

#include <algorithm>

namespace spall::signal {

Result<Spectrogram>
spectrogram(std::span<const double> samples, Hertz rate, const SpectrogramOptions& options)
{
    if (options.segment < 2 || options.step < 1 || !(rate.value > 0.0)) {
        return fail(ErrorCode::Usage,
                    fmt::format("no spectrogram can be made of segments of {} samples, {} apart, "
                                "at {} Hz",
                                options.segment,
                                options.step,
                                rate.value),
                    "spectrogram",
                    "choose segments of 2 samples or more and a rate above zero");
    }
    const auto segment = static_cast<std::size_t>(options.segment);
    const auto step = static_cast<std::size_t>(options.step);
    if (samples.size() < segment) {
        return fail(
            ErrorCode::TooFewSamples,
            fmt::format("{} samples are less than a segment of {}", samples.size(), segment),
            "spectrogram",
            "choose a longer part or a shorter segment");
    }
    const SegmentPower power{rate, segment};
    const std::size_t frames = (samples.size() - segment) / step + 1;
    Spectrogram result{.binWidth = {rate.value / static_cast<double>(segment)},
                       .firstCentre = {duration(options.segment, rate).value / 2.0},
                       .frameStep = duration(options.step, rate),
                       .bins = static_cast<int>(power.bins()),
                       .frames = static_cast<int>(frames),
                       .powers = {}};
    result.powers.reserve(frames * power.bins());
    std::vector<double> column(power.bins());
    for (std::size_t frame = 0; frame < frames; ++frame) {
        std::fill(column.begin(), column.end(), 0.0);
        power.addTo(column, samples.subspan(frame * step, segment));
        for (const double value : column) {
            result.powers.push_back(static_cast<float>(value));
        }
    }
    return result;
}

} // namespace spall::signal
