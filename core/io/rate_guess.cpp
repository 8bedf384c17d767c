// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import_checks.h"
#include "core/io/rate_evidence.h"
#include "core/io/rate_names.h"

#include <fmt/format.h>

#include <cmath>

namespace spall::io {
namespace {

using signal::Attributed;
using signal::Source;

constexpr double kAssumedRate = 12'000.0;
constexpr SampleCount kFewestForEvidence = 2048;

std::string describe(const RateEvidence& evidence, bool isSpeedKnown)
{
    std::string text =
        isSpeedKnown ? fmt::format("the harmonics of {:.0f} rpm fall on lines of the spectrum",
                                   evidence.shaftSpeed.value)
                     : fmt::format("lines fit a motor at {:.0f} rpm", evidence.shaftSpeed.value);
    constexpr double kClearMains = 1.0;
    if (evidence.mainsStrength >= kClearMains) {
        text += fmt::format(" and the hum of {} Hz mains stands at multiples of {} Hz",
                            evidence.mains,
                            2 * evidence.mains);
    }
    if (evidence.isOneOfTwo) {
        text += fmt::format(" (with {} Hz mains it would be {:g} Hz)",
                            evidence.mains == 60 ? 50 : 60,
                            evidence.otherRate.value);
    }
    return text;
}

std::string alsoNamed(const std::optional<Attributed<Hertz>>& named, Hertz rate)
{
    if (!named) {
        return {};
    }
    return named->value == rate ? "; " + named->reason
                                : fmt::format("; this contradicts a name: {}", named->reason);
}

} // namespace

Attributed<Hertz> guessRate(const signal::Recording& recording)
{
    const auto named = rateFromNames(recording);
    std::optional<RateEvidence> evidence;
    std::optional<Rpm> speed;
    if (recording.shaftSpeed) {
        speed = recording.shaftSpeed->value;
    }
    if (recording.sampleCount() >= kFewestForEvidence) {
        const auto& channel =
            recording.channels.at(static_cast<std::size_t>(recording.mainChannel));
        evidence = rateEvidence(
            channel.samples, speed, named ? std::optional{named->value} : std::nullopt);
    }
    if (evidence && isConvincing(*evidence, speed.has_value())) {
        const bool isHumLouder = evidence->mainsStrength > evidence->shaftStrength;
        return {evidence->rate,
                isHumLouder ? Source::MainsLine : Source::ShaftHarmonics,
                "there " + describe(*evidence, speed.has_value()) +
                    alsoNamed(named, evidence->rate)};
    }
    if (named) {
        return {named->value, Source::Name, named->reason};
    }
    return {Hertz{kAssumedRate},
            Source::Assumed,
            "nothing in the file tells its rate; 12 kHz is assumed, so state the true one"};
}

} // namespace spall::io
