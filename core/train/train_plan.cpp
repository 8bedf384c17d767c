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
/// Copies of an attention matrix, and of a token, that the double backward pass of one layer holds
/// (counted on the article's critic: 5 GB a window).
constexpr std::int64_t kAttentionCopies = 12;
constexpr std::int64_t kTokenCopies = 60;
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

std::int64_t trainingBytesPerWindow(const nn::Preset& preset, SampleCount length)
{
    const nn::SignalCriticPreset& critic = preset.signalCritic;
    std::int64_t numbers =
        kMapCopies *
        (mapNumbers(preset.encoder.channels, length, preset.encoder.stride) +
         mapNumbers(preset.generator.channels, length, preset.encoder.stride) + 4 * length);
    if (critic.body == nn::Body::Transformer) {
        std::int64_t unit = critic.stem == nn::Stem::Patch ? critic.patch : 1;
        if (critic.stem == nn::Stem::Convolution) {
            for (std::size_t i = 0; i < critic.channels.size(); ++i) {
                unit *= preset.encoder.stride;
            }
        }
        const std::int64_t tokens = (length + unit - 1) / unit;
        numbers += critic.layers * kAttentionCopies * critic.heads * tokens * tokens;
        numbers += critic.layers * kTokenCopies * tokens * critic.width;
    } else {
        numbers += 3 * kMapCopies * mapNumbers(critic.channels, length, preset.encoder.stride);
    }
    return numbers * static_cast<std::int64_t>(sizeof(float));
}

Result<TrainPlan> planTraining(const TrainData& data,
                               const nn::Preset& preset,
                               const TrainOptions& options,
                               std::int64_t memoryBytes)
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
    const std::int64_t budget = memoryBytes > 0 ? memoryBytes : availableMemory() / 2;
    if (budget > 0) {
        const std::int64_t each = trainingBytesPerWindow(preset, length);
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
    if (training.schedule == nn::Schedule::Constant) {
        return 1.0;
    }
    const auto last = static_cast<double>(std::max<std::int64_t>(1, totalSteps - 1));
    const double peak = std::max(1.0, training.peak * last);
    const double at = std::min(static_cast<double>(step), last);
    if (at <= peak) {
        return cosine(kCycleStart, 1.0, at / peak);
    }
    return cosine(1.0, kCycleEnd, (at - peak) / std::max(1.0, last - peak));
}

} // namespace spall::train
