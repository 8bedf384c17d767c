// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import_checks.h"
#include "core/io/rate_evidence.h"
#include "core/io/rate_names.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <vector>

namespace spall::io {
namespace {

using signal::Attributed;
using signal::Source;

constexpr double kAssumedRate = 12'000.0;
constexpr SampleCount kFewestForEvidence = 2048;

std::string describe(const RateEvidence& evidence, bool isSpeedKnown)
{
    constexpr double kClear = 0.8;
    std::vector<std::string> findings;
    if (isSpeedKnown) {
        findings.push_back(fmt::format("the harmonics of {:.0f} rpm fall on lines of the spectrum",
                                       evidence.shaftSpeed.value));
    } else if (evidence.shaftStrength >= kClear) {
        findings.push_back(fmt::format("lines of the spectrum fit a motor at {:.0f} rpm",
                                       evidence.shaftSpeed.value));
    }
    if (evidence.mainsStrength >= kClear) {
        findings.push_back(fmt::format("the hum of {} Hz mains stands at multiples of {} Hz",
                                       evidence.mains,
                                       2 * evidence.mains));
    }
    std::string text = fmt::format("there {}", fmt::join(findings, " and "));
    if (evidence.isOneOfTwo) {
        text += fmt::format(" (with {} Hz mains it would be {:g} Hz)",
                            evidence.mains == 60 ? 50 : 60,
                            evidence.otherRate.value);
    }
    return text;
}

std::string alsoNamed(const std::optional<NamedRate>& named, Hertz rate)
{
    if (!named) {
        return {};
    }
    return named->rate.value == rate
               ? "; " + named->rate.reason
               : fmt::format("; this contradicts a name: {}", named->rate.reason);
}

} // namespace

Attributed<Hertz> guessRate(const signal::Recording& recording)
{
    const auto named = rateFromNames(recording);
    if (named && named->isFirm) {
        return named->rate; // lines of a spectrum may lie, a name that states the rate seldom does
    }
    std::optional<RateEvidence> evidence;
    std::optional<Rpm> speed;
    if (recording.shaftSpeed) {
        speed = recording.shaftSpeed->value;
    }
    if (recording.sampleCount() >= kFewestForEvidence) {
        const auto& channel =
            recording.channels.at(static_cast<std::size_t>(recording.mainChannel));
        evidence = rateEvidence(
            channel.samples, speed, named ? std::optional{named->rate.value} : std::nullopt);
    }
    if (evidence && isConvincing(*evidence, speed.has_value())) {
        const bool isHumLouder = evidence->mainsStrength > evidence->shaftStrength;
        return {evidence->rate,
                isHumLouder ? Source::MainsLine : Source::ShaftHarmonics,
                describe(*evidence, speed.has_value()) + alsoNamed(named, evidence->rate)};
    }
    if (named) {
        return named->rate;
    }
    return {Hertz{kAssumedRate},
            Source::Assumed,
            "nothing in the file tells its rate; 12 kHz is assumed, so state the true one"};
}

} // namespace spall::io
