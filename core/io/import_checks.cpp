// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import_checks.h"

#include "core/io/scalar_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <string_view>

namespace spall::io {
namespace {

using signal::Channel;
using signal::Recording;

/// True for marks and counts: so few values that equal neighbours mean nothing.
bool isCoarse(const Channel& channel)
{
    constexpr std::size_t kLooked = 4096;
    constexpr std::size_t kFewValues = 32;
    const std::size_t count = std::min(kLooked, channel.samples.size());
    const std::set<double> values(channel.samples.begin(),
                                  channel.samples.begin() + static_cast<std::ptrdiff_t>(count));
    return values.size() < kFewValues;
}

/// Calls `visit(first, count)` for each stretch of two or more equal samples.
template <typename Visit> void forStillStretches(std::span<const double> samples, Visit&& visit)
{
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (samples[i] != samples[i - 1]) {
            continue;
        }
        const std::size_t first = i - 1;
        while (i + 1 < samples.size() && samples[i + 1] == samples[first]) {
            ++i;
        }
        visit(first, i + 1 - first);
    }
}

/// Where a signal stands still: at its largest and smallest value, and longest between them.
struct Stillness {
    double least = 0.0;
    double most = 0.0;
    std::size_t runsAtEnds = 0;
    std::size_t samplesAtEnds = 0; ///< in those runs
    std::size_t longestFirst = 0;
    std::size_t longestCount = 0;
};

Stillness stillnessOf(std::span<const double> samples)
{
    Stillness still{samples.front(), samples.front()};
    for (const double value : samples) {
        still.least = std::min(still.least, value);
        still.most = std::max(still.most, value);
    }
    forStillStretches(samples, [&](std::size_t first, std::size_t count) {
        if (samples[first] == still.least || samples[first] == still.most) {
            ++still.runsAtEnds;
            still.samplesAtEnds += count;
        } else if (count > still.longestCount) {
            still.longestFirst = first;
            still.longestCount = count;
        }
    });
    return still;
}

/// Samples at the very top or bottom, where two or more follow each other: a converter at its end.
std::optional<std::string> clippingIn(const Channel& channel, const Stillness& still)
{
    constexpr std::size_t kFewestRuns = 3;
    if (still.runsAtEnds < kFewestRuns) {
        return std::nullopt;
    }
    return fmt::format(
        "'{}' looks clipped: {} samples sit at its largest or smallest value ({:.4g}, {:.4g}).",
        channel.name,
        still.samplesAtEnds,
        still.least,
        still.most);
}

bool isConstant(const Channel& channel)
{
    return std::all_of(channel.samples.begin(), channel.samples.end(), [&](double v) {
        return v == channel.samples.front();
    });
}

/// The factor when one channel is another times a constant to within rounding. Most pairs are told
/// apart by their beginnings.
std::optional<double> factorBetween(const Channel& a, const Channel& b, std::size_t count)
{
    double ab = 0.0;
    double aa = 0.0;
    double bb = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        ab += a.samples[i] * b.samples[i];
        aa += a.samples[i] * a.samples[i];
        bb += b.samples[i] * b.samples[i];
    }
    if (!(aa > 0.0) || !(bb > 0.0)) {
        return std::nullopt;
    }
    constexpr double kRounding = 1e-9;
    const double squaredCosine = ab / aa * (ab / bb);
    return 1.0 - squaredCosine <= kRounding ? std::optional{ab / aa} : std::nullopt;
}

std::optional<double> factorBetween(const Channel& a, const Channel& b)
{
    constexpr std::size_t kBeginning = 4096;
    const std::size_t count = a.samples.size();
    const bool isLikely = count <= kBeginning || factorBetween(a, b, kBeginning);
    return isLikely ? factorBetween(a, b, count) : std::nullopt;
}

/// Each channel that repeats an earlier one is told once, beside the first it repeats.
void addDuplicates(const Recording& recording, std::vector<std::string>& sentences)
{
    const auto& channels = recording.channels;
    std::vector<bool> repeats(channels.size(), false);
    for (std::size_t i = 0; i < channels.size(); ++i) {
        if (repeats[i] || isConstant(channels[i])) {
            continue;
        }
        for (std::size_t j = i + 1; j < channels.size(); ++j) {
            const auto factor = repeats[j] || isConstant(channels[j])
                                    ? std::nullopt
                                    : factorBetween(channels[i], channels[j]);
            if (!factor) {
                continue;
            }
            repeats[j] = true;
            sentences.push_back(
                *factor == 1.0 ? fmt::format("'{}' and '{}' are the same signal.",
                                             channels[i].name,
                                             channels[j].name)
                               : fmt::format("'{}' is '{}' times {:.6g}: one sensor, two channels.",
                                             channels[j].name,
                                             channels[i].name,
                                             *factor));
        }
    }
}

/// A stretch of equal samples in a signal that otherwise moves: a logger that dropped out and held
/// the last value, or wrote zeros.
std::optional<std::string> gapIn(const Channel& channel, const Stillness& still)
{
    constexpr std::size_t kLongEnough = 64;
    if (still.longestCount < kLongEnough) {
        return std::nullopt;
    }
    return fmt::format("'{}' stands still at {:.4g} for {} samples from sample {}: a gap in the "
                       "recording?",
                       channel.name,
                       channel.samples[still.longestFirst],
                       still.longestCount,
                       still.longestFirst);
}

std::optional<std::string> rateDoubt(const Recording& recording)
{
    constexpr double kSlowest = 10.0;
    constexpr double kFastest = 50e6;
    const double rate = recording.rate.value.value;
    if (signal::isStated(recording.rate.source)) {
        const bool isLikely = rate >= kSlowest && rate <= kFastest;
        return isLikely || recording.rate.source == signal::Source::Argument
                   ? std::nullopt
                   : std::optional{
                         fmt::format("A sampling rate of {:g} Hz is unlikely for vibration: {}.",
                                     rate,
                                     recording.rate.reason)};
    }
    return fmt::format("The sampling rate of {:g} Hz is a guess: {}.", rate, recording.rate.reason);
}

std::optional<std::string> lengthDoubt(const Recording& recording)
{
    constexpr double kShort = 0.5;
    const double seconds = duration(recording.sampleCount(), recording.rate.value).value;
    constexpr SampleCount kFewest = 2048;
    if (seconds >= kShort && recording.sampleCount() >= kFewest) {
        return std::nullopt;
    }
    return fmt::format(
        "The record is short: {} samples, {:.3g} s.", recording.sampleCount(), seconds);
}

/// Statistics of many windows, one row each, open like signals.
bool isFeatureTable(const Recording& recording)
{
    constexpr std::array<std::string_view, 8> kStatistics{
        "rms", "kurtosis", "skewness", "crest", "std", "sd", "mean", "variance"};
    constexpr std::ptrdiff_t kFewest = 3;
    return std::count_if(
               recording.channels.begin(), recording.channels.end(), [&](const Channel& channel) {
                   return std::find(kStatistics.begin(),
                                    kStatistics.end(),
                                    plainName(channel.name)) != kStatistics.end();
               }) >= kFewest;
}

std::optional<std::string> layoutDoubt(const Recording& recording)
{
    if (isFeatureTable(recording)) {
        return "The channels are named like statistics: this looks like a table of features, not "
               "like a recording.";
    }
    constexpr std::size_t kMany = 64;
    const std::size_t count = recording.channels.size();
    if (count < kMany || static_cast<SampleCount>(count) <= recording.sampleCount()) {
        return std::nullopt;
    }
    return fmt::format("{} channels of {} samples each: this looks like windows of a signal in "
                       "rows, not like channels.",
                       count,
                       recording.sampleCount());
}

} // namespace

std::vector<std::string> doubts(const Recording& recording)
{
    std::vector<std::string> sentences;
    const auto add = [&](std::optional<std::string> sentence) {
        if (sentence) {
            sentences.push_back(std::move(*sentence));
        }
    };
    add(rateDoubt(recording));
    add(layoutDoubt(recording));
    add(lengthDoubt(recording));
    for (const Channel& channel : recording.channels) {
        if (isConstant(channel)) {
            add(fmt::format("'{}' is constant ({:.6g}): a sensor that is off, or no signal.",
                            channel.name,
                            channel.samples.front()));
        } else if (!isCoarse(channel)) {
            const Stillness still = stillnessOf(channel.samples);
            add(clippingIn(channel, still));
            add(gapIn(channel, still));
        }
    }
    addDuplicates(recording, sentences);
    return sentences;
}

signal::RecordingPtr withStatedRate(const signal::Recording& recording, Hertz rate)
{
    auto changed = std::make_shared<signal::Recording>(recording);
    const std::vector<std::string> old = doubts(recording);
    changed->rate = {rate, signal::Source::Argument, "set by hand"};
    std::erase_if(changed->warnings, [&old](const std::string& warning) {
        return std::find(old.begin(), old.end(), warning) != old.end();
    });
    for (std::string& doubt : doubts(*changed)) {
        changed->warnings.push_back(std::move(doubt));
    }
    return changed;
}

} // namespace spall::io
