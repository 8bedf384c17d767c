// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/detectability.h"

#include "core/evaluate/curves.h"
#include "core/pipeline/learning_parts.h"
#include "core/pipeline/methods.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace spall::pipeline {
namespace {

constexpr std::int64_t kWindowsAtOnce = 128;

using ScoresByMethod = std::map<std::string, std::vector<double>>;

/// Consecutive windows whose scores are averaged into one, and the samples that they span.
struct Smoothing {
    std::int64_t windows = 1;
    SampleCount step = 1;
    SampleCount samples = 0;
};

Smoothing smoothingOf(const Model& model, Seconds time)
{
    const auto& window = model.settings.window;
    const double windows = time.value * model.rate.value / static_cast<double>(window.step);
    Smoothing smoothing{std::max<std::int64_t>(1, std::llround(windows)), window.step, 0};
    smoothing.samples = window.length + (smoothing.windows - 1) * smoothing.step;
    return smoothing;
}

/// Unseen healthy stretches of `length` samples, side by side.
Result<score::WindowBatch> unseenHealthy(const Model& model,
                                         std::span<const Input> healthy,
                                         SampleCount step,
                                         SampleCount length)
{
    score::WindowBatch batch;
    batch.length = length;
    for (const Input& input : healthy) {
        auto stretch = conditionInput(input, model.rate);
        if (!stretch) {
            return fail(stretch.error());
        }
        for (const LearnedPart& part : model.learned) {
            if (part.sha256 == stretch->recording->provenance.sha256) {
                stretch->range.first = std::max(stretch->range.first, part.unseen.first);
            }
        }
        const auto windows = signal::cutWindows(*stretch, {length, step});
        if (!windows) {
            return fail(windows.error());
        }
        const auto more = score::gather(*windows, 0, windows->size());
        batch.samples.insert(batch.samples.end(), more.samples.begin(), more.samples.end());
    }
    return batch;
}

/// The windows of stretches [first, first + count), stretch after stretch.
score::WindowBatch windowsOf(const score::WindowBatch& stretches,
                             std::int64_t first,
                             std::int64_t count,
                             const Smoothing& smoothing)
{
    score::WindowBatch batch;
    batch.length = stretches.length - (smoothing.windows - 1) * smoothing.step;
    for (std::int64_t at = first; at < first + count; ++at) {
        const auto stretch = stretches.window(at);
        for (std::int64_t window = 0; window < smoothing.windows; ++window) {
            const auto samples = stretch.subspan(static_cast<std::size_t>(window * smoothing.step),
                                                 static_cast<std::size_t>(batch.length));
            batch.samples.insert(batch.samples.end(), samples.begin(), samples.end());
        }
    }
    return batch;
}

/// Means of each `count` scores in turn.
std::vector<double> averaged(std::span<const double> scores, std::int64_t count)
{
    const auto each = static_cast<std::size_t>(count);
    std::vector<double> means;
    means.reserve(scores.size() / each);
    for (std::size_t at = 0; at + each <= scores.size(); at += each) {
        const auto some = scores.subspan(at, each);
        means.push_back(std::accumulate(some.begin(), some.end(), 0.0) /
                        static_cast<double>(count));
    }
    return means;
}

/// One score per stretch and method.
Result<ScoresByMethod> scoreAll(const Methods& methods,
                                const score::WindowBatch& stretches,
                                const Smoothing& smoothing,
                                const detect::DecisionOptions& decision,
                                const std::stop_token& stop)
{
    ScoresByMethod all;
    score::ChannelScores channels;
    const std::int64_t each = std::max<std::int64_t>(1, kWindowsAtOnce / smoothing.windows);
    for (std::int64_t first = 0; first < stretches.count(); first += each) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped by the user");
        }
        const auto batch =
            windowsOf(stretches, first, std::min(each, stretches.count() - first), smoothing);
        const auto networks = methods.scoreNetworks(batch, stop);
        const auto plain = methods.scorePlain(batch, stop);
        if (!networks || !plain) {
            return fail(networks ? plain.error() : networks.error());
        }
        const auto& more = networks->channels;
        channels.rec.insert(channels.rec.end(), more.rec.begin(), more.rec.end());
        channels.critic.insert(channels.critic.end(), more.critic.begin(), more.critic.end());
        for (const auto& [name, scores] : *plain) {
            all[name].insert(all[name].end(), scores.begin(), scores.end());
        }
    }
    all["spall"] = score::fuse(channels, decision.fusion, decision.lambda);
    all["spall.rec"] = std::move(channels.rec);
    all["spall.critic"] = std::move(channels.critic);
    for (auto& [name, scores] : all) {
        scores = averaged(scores, smoothing.windows);
    }
    return all;
}

/// The (1 − far) quantile, linear between neighbours as NumPy has it.
double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

double shareAbove(std::span<const double> scores, double threshold)
{
    const auto above = std::count_if(
        scores.begin(), scores.end(), [&](double score) { return score > threshold; });
    return static_cast<double>(above) / static_cast<double>(scores.size());
}

LevelResult judgeLevel(Decibel level,
                       const std::vector<double>& healthy,
                       const std::vector<std::vector<double>>& perFault,
                       double falseAlarmRate)
{
    LevelResult result;
    result.level = level;
    const double threshold = quantile(healthy, 1.0 - falseAlarmRate);
    std::vector<double> all;
    for (const auto& scores : perFault) {
        result.perFault.push_back(shareAbove(scores, threshold));
        result.recall += result.perFault.back() / static_cast<double>(perFault.size());
        all.insert(all.end(), scores.begin(), scores.end());
    }
    result.recallMin = *std::min_element(result.perFault.begin(), result.perFault.end());
    result.auroc = evaluate::areaUnderRoc(healthy, all);
    return result;
}

Status checkFaults(std::span<const PlantedFault> faults, SampleCount samples)
{
    for (const PlantedFault& fault : faults) {
        if (static_cast<SampleCount>(fault.samples.size()) < samples) {
            return fail(ErrorCode::TooFewSamples,
                        "the fault is shorter than the stretch it has to fill",
                        fault.name,
                        "smooth over a shorter time, or take a longer recording");
        }
    }
    return {};
}

/// Order in which methods are told: ours first, then the plain ones as the room lists them.
std::vector<std::string> methodOrder()
{
    std::vector<std::string> order{"spall", "spall.rec", "spall.critic"};
    for (auto& name : score::plainMethodNames()) {
        order.push_back(std::move(name));
    }
    order.emplace_back("untrained");
    return order;
}

} // namespace

Result<std::vector<DetectabilityResult>> detectability(const Model& model,
                                                       std::span<const Input> healthy,
                                                       std::span<const PlantedFault> faults,
                                                       const DetectabilityOptions& options,
                                                       const Observer& observer)
{
    if (faults.empty()) {
        return fail(ErrorCode::Usage,
                    "there is no fault to plant",
                    {},
                    "name fault recordings or ask for synthetic ones");
    }
    const auto smoothing = smoothingOf(model, options.decision.smoothing);
    const auto stretches = unseenHealthy(model, healthy, options.healthyStep, smoothing.samples);
    if (!stretches) {
        return fail(stretches.error());
    }
    if (auto status = checkFaults(faults, smoothing.samples); !status) {
        return fail(status.error());
    }
    const auto methods = Methods::open(model, Methods::Which::All);
    if (!methods) {
        return fail(methods.error());
    }
    const auto baseline =
        scoreAll(*methods, *stretches, smoothing, options.decision, observer.stop);
    if (!baseline) {
        return fail(baseline.error());
    }
    std::vector<DetectabilityResult> results;
    for (const auto& name : methodOrder()) {
        results.push_back({name, {}});
    }
    const auto draws = drawPairs(*stretches, faults, options.windowsPerFault, options.seed);
    const auto total = static_cast<std::int64_t>(options.levels.size() * faults.size());
    std::int64_t done = 0;
    for (const Decibel level : options.levels) {
        std::map<std::string, std::vector<std::vector<double>>> perMethod;
        for (std::size_t fault = 0; fault < faults.size(); ++fault) {
            tell(observer.progress, {Stage::Evaluate, done++, total, faults[fault].name});
            auto scores = scoreAll(*methods,
                                   plant(model, *stretches, faults[fault], draws[fault], level),
                                   smoothing,
                                   options.decision,
                                   observer.stop);
            if (!scores) {
                return fail(scores.error());
            }
            for (auto& [name, values] : *scores) {
                perMethod[name].push_back(std::move(values));
            }
        }
        for (auto& result : results) {
            result.levels.push_back(judgeLevel(level,
                                               baseline->at(result.name),
                                               perMethod.at(result.name),
                                               options.falseAlarmRate));
        }
    }
    tell(observer.progress, {Stage::Evaluate, total, total, {}});
    return results;
}

} // namespace spall::pipeline
