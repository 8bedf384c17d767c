// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/entry.h"

#include <algorithm>

namespace spall::ui {

namespace {

constexpr SampleCount kSegment = 4096;
constexpr SampleCount kShortestSegment = 64;
constexpr SampleCount kLongestPreview = SampleCount{1} << 22;

} // namespace

Preview makePreview(const signal::Recording& recording, int channel)
{
    const auto& samples = recording.channels.at(static_cast<std::size_t>(channel)).samples;
    const auto count = std::min(static_cast<SampleCount>(samples.size()), kLongestPreview);
    const auto head = std::span{samples}.first(static_cast<std::size_t>(count));
    Preview preview;
    preview.statistics = signal::statistics(samples);
    SampleCount segment = kSegment;
    while (segment > count && segment > kShortestSegment) {
        segment /= 2;
    }
    if (auto spectrum = signal::powerSpectrum(head, recording.rate.value, segment)) {
        preview.spectrum = std::move(*spectrum);
    }
    return preview;
}

Preview atRate(const Preview& preview, Hertz before, Hertz after)
{
    Preview changed = preview;
    const double factor = after.value / before.value;
    changed.spectrum.binWidth.value *= factor;
    for (double& value : changed.spectrum.values) {
        value /= factor; // the same power, spread over more or less bandwidth
    }
    return changed;
}

std::optional<Rpm> shaftSpeedOf(const Entry& entry)
{
    if (entry.statedSpeed) {
        return entry.statedSpeed;
    }
    const auto& speed = entry.input.recording->shaftSpeed;
    return speed && speed->value.value > 0.0 ? std::optional(speed->value) : std::nullopt;
}

const signal::Channel& channelOf(const Entry& entry)
{
    return entry.input.recording->channels.at(static_cast<std::size_t>(entry.input.channel));
}

} // namespace spall::ui
