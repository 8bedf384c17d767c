// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/learning_parts.h"

#include "core/evaluate/split.h"
#include "core/signal/condition.h"

#include <fmt/format.h>

#include <algorithm>

namespace spall::pipeline {

namespace {

Status refuseHoles(const signal::WindowOptions& window)
{
    if (window.step <= window.length) { // scoring may skip samples where it is asked to
        return {};
    }
    return fail(ErrorCode::Usage,
                fmt::format("windows of {} samples that are {} apart leave samples between them "
                            "unseen",
                            window.length,
                            window.step),
                "window step",
                "choose a step no longer than the window");
}

/// What is learned from twice would be on both sides of a cross-fit, and count as twice as much.
Status refuseTwins(const LearnedPart& part, std::span<const LearnedPart> before)
{
    const auto twin = std::find_if(before.begin(), before.end(), [&](const LearnedPart& other) {
        return !part.sha256.empty() && other.sha256 == part.sha256 && other.channel == part.channel;
    });
    if (twin == before.end()) {
        return {};
    }
    return fail(ErrorCode::Usage,
                "the same healthy signal is given twice",
                twin->path == part.path ? part.path
                                        : fmt::format("{} and {}", twin->path, part.path),
                "leave one of the two out");
}

} // namespace

Result<signal::Stretch> conditionInput(const Input& input, Hertz rate)
{
    auto recording = signal::condition(input.recording, {rate});
    if (!recording) {
        return fail(recording.error());
    }
    return signal::wholeChannel(std::move(*recording), input.channel);
}

Result<LearningParts>
learningParts(std::span<const Input> healthy, Hertz rate, const signal::WindowOptions& window)
{
    if (auto status = refuseHoles(window); !status) {
        return fail(status.error());
    }
    LearningParts parts;
    for (const Input& input : healthy) {
        auto stretch = conditionInput(input, rate);
        if (!stretch) {
            return fail(stretch.error());
        }
        const auto& source = stretch->recording->provenance;
        const auto split = evaluate::splitByTime(stretch->range.size(), window.length, window.step);
        if (!split) {
            Error error = split.error();
            error.where = source.path;
            return fail(std::move(error));
        }
        const auto channel = static_cast<std::size_t>(stretch->channel);
        LearnedPart part{source.path,
                         source.sha256,
                         stretch->recording->channels.at(channel).name,
                         split->learn,
                         split->unseen};
        if (auto status = refuseTwins(part, parts.learned); !status) {
            return fail(status.error());
        }
        parts.learned.push_back(std::move(part));
        stretch->range = split->learn;
        parts.windows += (split->learn.size() - window.length) / window.step + 1;
        parts.stretches.push_back(std::move(*stretch));
    }
    return parts;
}

} // namespace spall::pipeline
