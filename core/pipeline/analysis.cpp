// SPDX-License-Identifier: GPL-3.0-or-later
// The walk, read from top to bottom: condition, cut, split, train, calibrate; then score.
#include "core/pipeline/analysis.h"

#include "core/base/platform.h"
#include "core/nn/preset.h"
#include "core/pipeline/calibrate.h"
#include "core/pipeline/learning_parts.h"
#include "core/pipeline/methods.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <stop_token>

namespace spall::pipeline {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kBatch = 128;

Status trainNetworks(Model& model,
                     const nn::Preset& preset,
                     const NetSplit& split,
                     const Observer& observer)
{
    auto engine = train::engine();
    if (!engine) {
        return fail(engine.error());
    }
    train::TrainOptions options;
    options.preset = nn::toJson(preset);
    options.epochs = model.settings.epochs;
    options.maxSeconds = model.settings.maxSeconds;
    options.seed = model.settings.seed;
    options.checkpoint = model.settings.checkpoint;
    options.resume = model.settings.resume;
    std::stop_source either;
    const std::stop_callback onStop(observer.stop, [&either] { either.request_stop(); });
    const std::stop_callback onEnough(observer.enough, [&either] { either.request_stop(); });
    auto trained = (*engine)->train(
        {split.learn, split.heldBack, model.front}, options, observer.step, either.get_token());
    if (!trained) {
        return fail(trained.error());
    }
    if (observer.stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped by the user");
    }
    model.weights = std::move(trained->weights);
    model.history = std::move(trained->history);
    return {};
}

/// Marks windows that overlap what the model learned from this file, or the gap behind it.
std::vector<char> learnedWindows(const Model& model,
                                 const signal::Stretch& stretch,
                                 const std::vector<SampleRange>& windows)
{
    std::vector<char> learned(windows.size(), 0);
    const auto& channel =
        stretch.recording->channels.at(static_cast<std::size_t>(stretch.channel)).name;
    for (const LearnedPart& part : model.learned) {
        if (part.sha256 != stretch.recording->provenance.sha256 || part.channel != channel) {
            continue;
        }
        for (std::size_t at = 0; at < windows.size(); ++at) {
            if (windows[at].first < part.unseen.first) {
                learned[at] = 1;
            }
        }
    }
    return learned;
}

/// Reconstruction of the stretch in the unit of the recording.
score::SampleReconstruction inUnits(score::SampleReconstruction reconstruction,
                                    const score::Standardiser& scaling)
{
    for (auto* line : {&reconstruction.median, &reconstruction.low, &reconstruction.high}) {
        for (float& value : *line) {
            value =
                static_cast<float>(scaling.mean + scaling.deviation * static_cast<double>(value));
        }
    }
    return reconstruction;
}

template <typename T> void append(std::vector<T>& all, const std::vector<T>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

/// Scores all windows of a set batch by batch; returns the reconstructed windows [count, length].
Result<std::vector<float>> scoreWindows(const Model& model,
                                        const signal::WindowSet& windows,
                                        const ScoreOptions& options,
                                        const Observer& observer,
                                        ScoredRecording& scored)
{
    const auto methods =
        Methods::open(model, options.plainMethods ? Methods::Which::All : Methods::Which::Networks);
    if (!methods) {
        return fail(methods.error());
    }
    std::vector<float> reconstructed;
    for (std::int64_t first = 0; first < windows.size(); first += kBatch) {
        if (observer.stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped by the user");
        }
        tell(observer.progress, {Stage::Score, first, windows.size(), {}});
        const auto batch = score::gather(windows, first, std::min(kBatch, windows.size() - first));
        const auto part = methods->scoreNetworks(batch, observer.stop);
        if (!part) {
            return fail(part.error());
        }
        append(scored.channels.rec, part->channels.rec);
        append(scored.channels.critic, part->channels.critic);
        if (options.reconstruction) {
            append(reconstructed, part->reconstruction);
        }
        const auto plain = methods->scorePlain(batch, observer.stop);
        if (!plain) {
            return fail(plain.error());
        }
        for (const auto& [name, scores] : *plain) {
            append(scored.plain[name], scores);
        }
    }
    tell(observer.progress, {Stage::Score, windows.size(), windows.size(), {}});
    return reconstructed;
}

} // namespace

Hertz proposedRate(std::span<const Input> inputs)
{
    Hertz lowest{std::numeric_limits<double>::infinity()};
    for (const Input& input : inputs) {
        lowest = std::min(lowest, input.recording->rate.value);
    }
    return inputs.empty() ? Hertz{0.0} : lowest;
}

Result<ModelPtr>
trainModel(std::span<const Input> healthy, const TrainSettings& settings, const Observer& observer)
{
    if (healthy.empty()) {
        return fail(ErrorCode::TooFewSamples,
                    "there is no healthy recording to learn from",
                    {},
                    "name at least one");
    }
    if (auto status = signal::validate(settings.window); !status) {
        return fail(status.error());
    }
    const auto preset = nn::findPreset(settings.preset);
    if (!preset) {
        return fail(preset.error());
    }
    auto model = std::make_shared<Model>();
    model->settings = settings;
    model->rate = settings.rate.value_or(proposedRate(healthy));

    tell(observer.progress, {Stage::Split, 0, 0, "splitting by time"});
    auto parts = learningParts(healthy, model->rate, settings.window);
    if (!parts) {
        return fail(parts.error());
    }
    const auto& learn = parts->stretches;
    model->learned = std::move(parts->learned);
    model->learnWindows = parts->windows;
    tell(observer.progress, {Stage::Train, 0, 0, "fitting filters and principal components"});
    auto front = score::fitFront(learn, settings.window.length, observer.stop);
    if (!front) {
        return fail(front.error());
    }
    model->front = std::move(*front);
    model->front.error = preset->error;
    const NetSplit split = splitForNetworks(learn, settings.window.length);
    if (auto status = trainNetworks(*model, *preset, split, observer); !status) {
        return fail(status.error());
    }
    if (auto status = calibrate(*model, learn, split, observer); !status) {
        return fail(status.error());
    }
    model->peakMemoryMb = peakMemoryMb();
    return ModelPtr{std::move(model)};
}

Result<ScoredPtr> scoreRecording(const Model& model,
                                 const Input& input,
                                 const ScoreOptions& options,
                                 const Observer& observer)
{
    const auto started = Clock::now();
    const auto stretch = conditionInput(input, model.rate);
    if (!stretch) {
        return fail(stretch.error());
    }
    const SampleCount length = model.settings.window.length;
    const SampleCount step = options.step > 0 ? options.step : model.settings.window.step;
    const auto windows = signal::cutWindows(*stretch, {length, step});
    if (!windows) {
        return fail(windows.error());
    }
    auto scored = std::make_shared<ScoredRecording>();
    scored->recording = stretch->recording;
    scored->channel = stretch->channel;
    scored->role = input.role;
    scored->fileRate = input.recording->rate.value;
    std::vector<SampleIndex> starts;
    for (std::int64_t at = 0; at < windows->size(); ++at) {
        scored->windows.push_back(windows->range(at));
        starts.push_back(windows->range(at).first);
    }
    scored->learned = learnedWindows(model, *stretch, scored->windows);
    const auto reconstructed = scoreWindows(model, *windows, options, observer, *scored);
    if (!reconstructed) {
        return fail(reconstructed.error());
    }
    if (options.reconstruction) {
        scored->reconstruction = std::make_shared<const score::SampleReconstruction>(inUnits(
            score::overlapReconstruction(*reconstructed, length, starts, stretch->range.size()),
            model.front.scaling));
    }
    scored->elapsed = Seconds{std::chrono::duration<double>(Clock::now() - started).count()};
    return ScoredPtr{std::move(scored)};
}

} // namespace spall::pipeline
