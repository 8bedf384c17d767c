// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/learning_parts.h"

#include "core/evaluate/split.h"
#include "core/signal/condition.h"

namespace spall::pipeline {

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
        parts.learned.push_back({source.path,
                                 source.sha256,
                                 stretch->recording->channels.at(channel).name,
                                 split->learn,
                                 split->unseen});
        stretch->range = split->learn;
        parts.windows += (split->learn.size() - window.length) / window.step + 1;
        parts.stretches.push_back(std::move(*stretch));
    }
    return parts;
}

} // namespace spall::pipeline
