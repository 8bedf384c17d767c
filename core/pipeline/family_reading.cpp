// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/family_reading.h"

#include <algorithm>

namespace spall::pipeline {
namespace {

constexpr double kTurns = 40.0;       ///< of the shaft, for lines that stand apart
constexpr Seconds kWithoutSpeed{2.0}; ///< the least stretch when no speed is known
constexpr Seconds kLongest{10.0};     ///< longer stretches say no more

/// A range grown on both sides to `wanted` samples, inside the recording.
SampleRange grown(SampleRange range, SampleCount wanted, SampleCount count)
{
    const SampleCount missing = std::max<SampleCount>(0, wanted - range.size());
    SampleIndex first = std::max<SampleIndex>(0, range.first - missing / 2);
    const SampleIndex last =
        std::min(count, std::max(range.last, first + std::max(wanted, range.size())));
    first = std::max<SampleIndex>(0, std::min(first, last - wanted));
    return {first, last};
}

/// The middle `most` samples around a window.
SampleRange around(SampleRange stretch, SampleRange window, SampleCount most)
{
    if (stretch.size() <= most) {
        return stretch;
    }
    const SampleIndex middle = (window.first + window.last) / 2;
    const SampleIndex first = std::clamp(middle - most / 2, stretch.first, stretch.last - most);
    return {first, first + most};
}

} // namespace

SampleRange flaggedStretch(const ScoredRecording& scored,
                           const Decision& decision,
                           std::int64_t window,
                           const std::optional<Rpm>& speed)
{
    const double rate = scored.recording->rate.value.value;
    const SampleRange asked = scored.windows.at(static_cast<std::size_t>(window));
    SampleRange stretch = asked;
    for (const detect::Event& event : decision.events) {
        if (event.firstWindow <= window && window < event.firstWindow + event.windowCount) {
            stretch = event.range;
        }
    }
    const double seconds =
        speed && speed->value > 0.0 ? kTurns / frequency(*speed).value : kWithoutSpeed.value;
    const SampleCount count = scored.recording->sampleCount();
    const auto least = std::min(count, static_cast<SampleCount>(seconds * rate));
    return around(grown(stretch, least, count),
                  asked,
                  std::max(least, static_cast<SampleCount>(kLongest.value * rate)));
}

signal::Band upperBand(Hertz rate)
{
    return {{0.17 * rate.value}, {0.45 * rate.value}};
}

Result<FamilyReading> readFamily(const FamilyQuestion& question, const Machine& machine)
{
    if (!machine.bearing || !machine.speed || !(machine.speed->value > 0.0)) {
        return fail(ErrorCode::Usage,
                    "The bearing or the shaft speed is not known, so its lines are not either.");
    }
    const auto frequencies = signal::faultFrequencies(*machine.bearing, *machine.speed);
    auto nearest = signal::nearestFamily(question.samples, question.rate, frequencies);
    if (!nearest) {
        return fail(nearest.error());
    }
    const signal::Band band = question.band.value_or(nearest->band);
    FamilyReading reading{std::move(*nearest), {}, std::nullopt};
    if (question.band) {
        auto inBand = signal::faultFamilies(question.samples, question.rate, band, frequencies);
        if (!inBand) {
            return fail(inBand.error());
        }
        reading.inBand = std::move(*inBand);
    } else {
        reading.inBand = reading.nearest;
    }
    if (!question.healthy.empty()) {
        auto healthy = signal::faultFamilies(question.healthy, question.rate, band, frequencies);
        if (healthy) {
            reading.healthy = std::move(*healthy);
        }
    }
    return reading;
}

} // namespace spall::pipeline
