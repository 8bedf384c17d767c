// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/condition.h"

#include "core/signal/resample.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace spall::signal {
namespace {

/// Rates closer than this are one rate: clocks and time columns with few digits differ by as much,
/// and no band of a score is narrow enough to notice.
constexpr double kSameRate = 1e-3;

Status checkSamples(const Recording& recording)
{
    const auto& path = recording.provenance.path;
    if (recording.sampleCount() == 0) {
        return fail(ErrorCode::TooFewSamples,
                    "the recording holds no samples",
                    path,
                    "choose a file with a signal in it");
    }
    for (const auto& channel : recording.channels) {
        const auto bad = std::find_if_not(channel.samples.begin(),
                                          channel.samples.end(),
                                          [](double value) { return std::isfinite(value); });
        if (bad != channel.samples.end()) {
            return fail(ErrorCode::NotFinite,
                        fmt::format("sample {} of channel {} is {}",
                                    bad - channel.samples.begin(),
                                    channel.name,
                                    std::isnan(*bad) ? "not a number" : "infinite"),
                        path,
                        "cut the recording before it or choose another channel");
        }
    }
    return {};
}

Result<RecordingPtr> brought(const Recording& recording, Hertz rate)
{
    auto result = std::make_shared<Recording>();
    result->rate = {rate,
                    recording.rate.source,
                    fmt::format("resampled from {} Hz", recording.rate.value.value)};
    result->shaftSpeed = recording.shaftSpeed;
    result->provenance = recording.provenance;
    result->warnings = recording.warnings;
    result->mainChannel = recording.mainChannel;
    result->mainChannelReason = recording.mainChannelReason;
    for (Snapshot snapshot : recording.snapshots) {
        const double first =
            static_cast<double>(snapshot.first) * rate.value / recording.rate.value.value;
        snapshot.first = static_cast<SampleIndex>(std::ceil(first));
        result->snapshots.push_back(std::move(snapshot));
    }
    for (const auto& channel : recording.channels) {
        auto samples = resample(channel.samples, recording.rate.value, rate);
        if (!samples) {
            return fail(std::move(samples.error()));
        }
        result->channels.push_back({channel.name, channel.unit, std::move(*samples)});
    }
    return RecordingPtr{std::move(result)};
}

} // namespace

Result<RecordingPtr> condition(RecordingPtr recording, const ConditionOptions& options)
{
    if (auto status = checkSamples(*recording); !status) {
        return fail(std::move(status.error()));
    }
    const double own = recording->rate.value.value;
    const double wanted = options.rate.value_or(recording->rate.value).value;
    if (std::abs(own - wanted) <= kSameRate * wanted) {
        return recording;
    }
    if (own < wanted) {
        return fail(ErrorCode::RateTooLow,
                    fmt::format("the recording was sampled at {} Hz and has nothing above {} Hz, "
                                "but {} Hz is asked for",
                                own,
                                own / 2.0,
                                wanted),
                    recording->provenance.path,
                    fmt::format("train again with --resample {}", own));
    }
    return brought(*recording, Hertz{wanted});
}

} // namespace spall::signal
