// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/detectability.h"

#include "core/evaluate/curves.h"
#include "core/pipeline/learning_parts.h"
#include "core/pipeline/methods.h"

#include <algorithm>
#include <map>

namespace spall::pipeline {
namespace {

constexpr std::int64_t kBatch = 128;

using MethodScores = std::map<std::string, std::vector<double>>;

Result<score::WindowBatch>
unseenHealthy(const Model& model, std::span<const Input> healthy, SampleCount step)
{
    const SampleCount length = model.settings.window.length;
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

score::WindowBatch part(const score::WindowBatch& all, std::int64_t first, std::int64_t count)
{
    const auto begin = all.samples.begin() + static_cast<std::ptrdiff_t>(first * all.length);
    return {all.length, {begin, begin + static_cast<std::ptrdiff_t>(count * all.length)}};
}

Result<MethodScores> scoreAll(const Methods& methods,
                              const score::WindowBatch& windows,
                              const detect::DecisionOptions& decision,
                              const std::stop_token& stop)
{
    MethodScores all;
    score::ChannelScores channels;
    for (std::int64_t first = 0; first < windows.count(); first += kBatch) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped by the user");
        }
        const auto batch = part(windows, first, std::min(kBatch, windows.count() - first));
        const auto networks = methods.scoreNetworks(batch);
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
    const auto windows = unseenHealthy(model, healthy, options.healthyStep);
    if (!windows) {
        return fail(windows.error());
    }
    const auto methods = Methods::open(model, Methods::Which::All);
    if (!methods) {
        return fail(methods.error());
    }
    const auto baseline = scoreAll(*methods, *windows, options.decision, observer.stop);
    if (!baseline) {
        return fail(baseline.error());
    }
    std::vector<DetectabilityResult> results;
    for (const auto& name : methodOrder()) {
        results.push_back({name, {}});
    }
    const auto draws = drawPairs(*windows, faults, options.windowsPerFault, options.seed);
    const auto total = static_cast<std::int64_t>(options.levels.size() * faults.size());
    std::int64_t done = 0;
    for (const Decibel level : options.levels) {
        std::map<std::string, std::vector<std::vector<double>>> perMethod;
        for (std::size_t fault = 0; fault < faults.size(); ++fault) {
            tell(observer.progress, {Stage::Evaluate, done++, total, faults[fault].name});
            auto scores = scoreAll(*methods,
                                   plant(model, *windows, faults[fault], draws[fault], level),
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
