// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/verdict.h"

#include "core/evaluate/curves.h"
#include "core/score/plain_methods.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace spall::pipeline {
namespace {

constexpr int kDraws = 200;

double areaOf(const Comparison& method)
{
    return evaluate::areaUnderRoc(method.healthy, method.faulty);
}

/// Indices of whole blocks of neighbours, drawn with replacement.
std::vector<std::size_t> drawBlocks(RandomEngine& engine, std::size_t count, std::size_t block)
{
    std::vector<std::size_t> chosen;
    while (chosen.size() < count) {
        const auto start =
            static_cast<std::size_t>(uniformIndex(engine, static_cast<std::int64_t>(count)));
        for (std::size_t at = 0; at < block && chosen.size() < count; ++at) {
            chosen.push_back((start + at) % count);
        }
    }
    return chosen;
}

std::vector<double> pick(const std::vector<double>& values, const std::vector<std::size_t>& chosen)
{
    std::vector<double> picked;
    picked.reserve(chosen.size());
    for (const std::size_t at : chosen) {
        picked.push_back(values[at]);
    }
    return picked;
}

struct Gain {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
};

Gain gainOver(const Comparison& ours, const Comparison& other, double overlap, Seed seed)
{
    RandomEngine engine = makeEngine(derive(seed, "bootstrap"));
    const auto block = static_cast<std::size_t>(std::max(1.0, std::ceil(overlap)));
    std::vector<double> gains;
    for (int draw = 0; draw < kDraws; ++draw) {
        const auto healthy = drawBlocks(engine, ours.healthy.size(), block);
        const auto faulty = drawBlocks(engine, ours.faulty.size(), block);
        gains.push_back(
            evaluate::areaUnderRoc(pick(ours.healthy, healthy), pick(ours.faulty, faulty)) -
            evaluate::areaUnderRoc(pick(other.healthy, healthy), pick(other.faulty, faulty)));
    }
    std::sort(gains.begin(), gains.end());
    const auto at = [&](double share) {
        return gains[static_cast<std::size_t>(share * static_cast<double>(kDraws - 1))];
    };
    return {areaOf(ours) - areaOf(other), at(0.025), at(0.975)};
}

bool hasSource(std::span<const ScoredPtr> scored, bool stated)
{
    return std::any_of(scored.begin(), scored.end(), [&](const ScoredPtr& one) {
        return one && signal::isStated(one->recording->rate.source) == stated;
    });
}

/// How many files the threshold rests on: those of the last recalibration, else all.
std::size_t calibrationFiles(const Model& model)
{
    std::set<std::string> all;
    std::set<std::string> recalibrated;
    for (const LearnedPart& part : model.learned) {
        all.insert(part.sha256);
        if (part.isForCalibration) {
            recalibrated.insert(part.sha256);
        }
    }
    return recalibrated.empty() ? all.size() : recalibrated.size();
}

bool usesCritic(const detect::DecisionOptions& decision)
{
    return decision.dual || decision.fusion == score::Fusion::Critic ||
           decision.fusion == score::Fusion::Product ||
           (decision.fusion == score::Fusion::Sum && decision.lambda < 1.0);
}

} // namespace

std::string verdictOf(std::span<const Comparison> methods, double overlap, Seed seed)
{
    const Comparison& ours = methods.front();
    if (ours.healthy.empty() || ours.faulty.empty()) {
        return ours.faulty.empty()
                   ? "Without a faulty recording or label nothing can be said about recall."
                   : "Without unseen healthy windows nothing can be said about false alarms.";
    }
    const Comparison* best = nullptr;
    for (const Comparison& method : methods) {
        if (score::isRival(method.name) && (best == nullptr || areaOf(method) > areaOf(*best))) {
            best = &method;
        }
    }
    if (best == nullptr) {
        return "The plain methods were not run beside it.";
    }
    const Gain gain = gainOver(ours, *best, overlap, seed);
    if (areaOf(ours) > 0.9995 && areaOf(*best) > 0.9995) {
        return fmt::format(
            "These faults are found by the {} alone as well: they are too easy to tell "
            "the methods apart.",
            score::methodTitle(best->name));
    }
    const std::string numbers =
        fmt::format("{:+.3f} area under the ROC curve, interval {:+.3f} to {:+.3f}",
                    gain.value,
                    gain.low,
                    gain.high);
    if (gain.low > 0.0) {
        return fmt::format("Better than every plain method here; the best of them is the {} ({}).",
                           score::methodTitle(best->name),
                           numbers);
    }
    if (gain.high < 0.0) {
        return fmt::format("Better here is the {} ({}): use it instead of the networks.",
                           score::methodTitle(best->name),
                           numbers);
    }
    return fmt::format("No better and no worse than the best plain method, the {} ({}).",
                       score::methodTitle(best->name),
                       numbers);
}

std::vector<std::string> limitsOf(const Model& model,
                                  std::span<const ScoredPtr> scored,
                                  const Comparison& spall,
                                  const detect::DecisionOptions& decision,
                                  double overlap)
{
    std::vector<std::string> limits;
    if (calibrationFiles(model) == 1) {
        limits.emplace_back(
            "One healthy recording, split by time: the false-alarm rate is for this "
            "bearing and this load only.");
    }
    const double independent = static_cast<double>(spall.healthy.size()) / overlap;
    if (!spall.healthy.empty() && independent < 1000.0) {
        limits.push_back(fmt::format("The unseen healthy part holds about {:.0f} independent "
                                     "windows; at least 1000 are needed "
                                     "to show a false-alarm rate of 1 %.",
                                     independent));
    }
    if (hasSource(scored, false)) {
        limits.emplace_back("The sampling rate of at least one recording was guessed.");
    }
    if (model.calibration.criticWeight == 0.0 && !usesCritic(decision)) {
        limits.push_back(model.calibration.criticVerdict);
    }
    return limits;
}

} // namespace spall::pipeline
