// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_plan.h"

#include "core/base/platform.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spall::train {
namespace {

constexpr std::int64_t kFewestEpochWindows = 1000;
constexpr std::int64_t kFewestWindowLengths = 4;
constexpr double kCycleStart = 1.0 / 25.0;
constexpr double kCycleEnd = kCycleStart / 1e4;
/// Copies of a token that the double backward pass of one layer holds, in widths of the token and
/// of the feed-forward block; and of an attention matrix, where that is held.
constexpr std::int64_t kTokenCopies = 60;
constexpr std::int64_t kWideCopies = 14;
constexpr std::int64_t kAttentionCopies = 12;
constexpr std::int64_t kMapCopies = 8;

/// Half a cosine from `from` (share 0) to `to` (share 1).
double cosine(double from, double to, double share)
{
    return to + (from - to) * 0.5 * (1.0 + std::cos(std::numbers::pi * share));
}

std::int64_t mapNumbers(const std::vector<int>& channels, SampleCount length, int stride)
{
    std::int64_t numbers = 0;
    for (const int count : channels) {
        length /= stride;
        numbers += count * length;
    }
    return numbers;
}

/// Numbers that the recurrent layers of E and G hold: gates, slopes, cells and outputs of both
/// directions at each step.
std::int64_t recurrentNumbers(const nn::Preset& preset, SampleCount length)
{
    constexpr std::int64_t kEachUnit = 2 * (4 + 4 + 1 + 2);
    std::int64_t numbers = 0;
    for (const int units : preset.encoder.channels) {
        numbers += kEachUnit * units * length;
    }
    SampleCount steps = length >> (preset.generator.channels.size() - 1);
    for (const int units : preset.generator.channels) {
        numbers += kEachUnit * units * steps;
        steps *= 2;
    }
    return numbers;
}

/// Numbers that the critic's double backward pass holds.
std::int64_t
criticNumbers(const nn::SignalCriticPreset& critic, SampleCount length, AttentionMemory memory)
{
    if (critic.body == nn::CriticBody::Convolution) {
        return 3 * kMapCopies * mapNumbers(critic.channels, length, critic.stride);
    }
    std::int64_t unit = critic.stem == nn::Stem::Patch ? critic.patch : 1;
    if (critic.stem == nn::Stem::Convolution) {
        for (std::size_t i = 0; i < critic.channels.size(); ++i) {
            unit *= critic.stride;
        }
    }
    const std::int64_t tokens = (length + unit - 1) / unit;
    std::int64_t layer = tokens * (kTokenCopies * critic.width + kWideCopies * critic.feedForward);
    if (memory == AttentionMemory::Held) {
        layer += kAttentionCopies * critic.heads * tokens * tokens;
    }
    return critic.layers * layer;
}

Status checkData(const TrainData& data, SampleCount length)
{
    SampleCount total = 0;
    bool anyFits = false;
    for (const signal::Stretch& stretch : data.learn) {
        const auto samples = stretch.samples();
        if (!std::all_of(
                samples.begin(), samples.end(), [](double x) { return std::isfinite(x); })) {
            return fail(ErrorCode::NotFinite,
                        "the recording has samples that are no numbers",
                        stretch.recording->provenance.path,
                        "cut them out or take another recording");
        }
        total += stretch.range.size();
        anyFits = anyFits || stretch.range.size() >= length;
    }
    if (!anyFits || total < kFewestWindowLengths * length) {
        return fail(ErrorCode::TooFewSamples,
                    fmt::format("{} healthy samples are too few to learn from", total),
                    "training",
                    fmt::format("give at least {} samples, or take shorter windows than {}",
                                kFewestWindowLengths * length,
                                length));
    }
    return {};
}

} // namespace

std::int64_t epochWindows(std::span<const signal::Stretch> learn, SampleCount length)
{
    std::int64_t windows = 0;
    for (const signal::Stretch& stretch : learn) {
        if (stretch.range.size() >= length) {
            windows += (stretch.range.size() - length) / std::max<SampleCount>(1, length / 2) + 1;
        }
    }
    return std::max(windows, kFewestEpochWindows);
}

std::int64_t
trainingBytesPerWindow(const nn::Preset& preset, SampleCount length, AttentionMemory memory)
{
    const nn::EncoderPreset& encoder = preset.encoder;
    std::int64_t numbers = kMapCopies * 4 * length;
    if (encoder.body == nn::Body::Recurrent) {
        numbers += recurrentNumbers(preset, length);
    } else {
        numbers += kMapCopies * (mapNumbers(encoder.channels, length, encoder.stride) +
                                 mapNumbers(preset.generator.channels, length, encoder.stride));
    }
    numbers += criticNumbers(preset.signalCritic, length, memory);
    return numbers * static_cast<std::int64_t>(sizeof(float));
}

Result<TrainPlan> planTraining(const TrainData& data,
                               const nn::Preset& preset,
                               const TrainOptions& options,
                               const MemoryBudget& memory)
{
    const SampleCount length = data.front.windowLength;
    if (const Status good = checkData(data, length); !good) {
        return fail(good.error());
    }
    const nn::TrainingPreset& training = preset.training;
    TrainPlan plan;
    plan.epochs = options.epochs > 0 ? options.epochs : training.epochs;
    plan.batch = training.batch;
    plan.criticBatch = std::min(preset.adversarial.criticBatch, training.batch);
    plan.stepsPerEpoch = (epochWindows(data.learn, length) + plan.batch - 1) / plan.batch;
    plan.microBatch = plan.batch;
    const std::int64_t budget = memory.bytes > 0 ? memory.bytes : availableMemory() / 2;
    if (budget > 0) {
        const std::int64_t each = trainingBytesPerWindow(preset, length, memory.attention);
        if (each > budget) {
            return fail(ErrorCode::NotEnoughMemory,
                        fmt::format("one window of preset '{}' takes about {} MB in training, more "
                                    "than the {} MB allowed",
                                    preset.name,
                                    each >> 20,
                                    budget >> 20),
                        "training",
                        "allow more memory, take shorter windows, or another preset");
        }
        plan.microBatch = std::clamp<std::int64_t>(budget / each, 1, plan.batch);
    }
    return plan;
}

double rateFactor(const nn::TrainingPreset& training, std::int64_t step, std::int64_t totalSteps)
{
    const auto last = static_cast<double>(std::max<std::int64_t>(1, totalSteps - 1));
    const double at = std::min(static_cast<double>(step), last);
    const double rise = warmUpFactor(training, step);
    switch (training.schedule) {
    case nn::Schedule::Constant:
        return rise;
    case nn::Schedule::Cosine:
        return rise * cosine(1.0, 0.0, at / last);
    case nn::Schedule::OneCycle:
        break;
    }
    const double peak = std::max(1.0, training.peak * last);
    if (at <= peak) {
        return rise * cosine(kCycleStart, 1.0, at / peak);
    }
    return rise * cosine(1.0, kCycleEnd, (at - peak) / std::max(1.0, last - peak));
}

double warmUpFactor(const nn::TrainingPreset& training, std::int64_t step)
{
    return step >= training.warmUp
               ? 1.0
               : static_cast<double>(step + 1) / static_cast<double>(training.warmUp + 1);
}

} // namespace spall::train
