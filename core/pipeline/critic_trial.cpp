// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/critic_trial.h"

#include "core/evaluate/curves.h"
#include "core/pipeline/cross_fit.h"
#include "core/pipeline/planted_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace spall::pipeline {
namespace {

constexpr std::array<double, 3> kWeights{0.1, 0.25, 0.5};
/// Planted loud, a fault says nothing about the critic: the reconstruction finds it alone. So the
/// trial goes down in these steps to a level at which that finds about as many as it misses.
constexpr double kLoudest = -12.0;
constexpr double kQuietest = -36.0;
constexpr double kLevelStep = 3.0;
constexpr double kStillEasy = 0.9; ///< area under the ROC curve of the reconstruction
constexpr double kLeastGain = 0.002;
/// Fewer separate windows than this show luck: four stand in each half.
constexpr SampleCount kFewestIndependent = 8;

/// Healthy windows of one half of the trial and the same windows with faults in them.
struct Half {
    score::ChannelScores healthy;
    score::ChannelScores planted;
};

void append(score::ChannelScores& all, const score::ChannelScores& more)
{
    all.rec.insert(all.rec.end(), more.rec.begin(), more.rec.end());
    all.critic.insert(all.critic.end(), more.critic.begin(), more.critic.end());
}

/// One half of the trial at one level. errors: those of scoring, Cancelled.
Result<Half> runHalf(const Model& model,
                     const score::Reconstructor& networks,
                     const score::WindowBatch& healthy,
                     Decibel level,
                     const std::stop_token& stop)
{
    const auto scored = [&](const score::WindowBatch& windows) {
        return score::scoreBatch(model.front, networks, model.calibration, windows, stop);
    };
    auto plain = scored(healthy);
    if (!plain) {
        return fail(plain.error());
    }
    Half half{std::move(plain->channels), {}};
    const Seed seed = derive(model.settings.seed, "trial");
    const auto faults = syntheticFaults(model, Machine{}, seed);
    const auto perFault = std::max<std::int64_t>(8, healthy.count() / 4);
    const auto draws = drawPairs(healthy, faults, perFault, seed);
    for (std::size_t fault = 0; fault < faults.size(); ++fault) {
        const auto planted = scored(plant(model, healthy, faults[fault], draws[fault], level));
        if (!planted) {
            return fail(planted.error());
        }
        append(half.planted, planted->channels);
    }
    return half;
}

double aurocWith(const Half& half, double weight)
{
    return evaluate::areaUnderRoc(score::fuse(half.healthy, score::Fusion::Sum, 1.0 - weight),
                                  score::fuse(half.planted, score::Fusion::Sum, 1.0 - weight));
}

void judgeTrial(score::Calibration& calibration,
                const Half& first,
                const Half& second,
                Decibel level)
{
    const double critic = 0.5 * (aurocWith(first, 1.0) + aurocWith(second, 1.0));
    const double alone = 0.5 * (aurocWith(first, 0.0) + aurocWith(second, 0.0));
    double best = 0.0;
    for (const double weight : kWeights) {
        const double gain = std::min(aurocWith(first, weight) - aurocWith(first, 0.0),
                                     aurocWith(second, weight) - aurocWith(second, 0.0));
        if (critic > 0.5 && gain > std::max(best, kLeastGain)) {
            best = gain;
            calibration.criticWeight = weight;
        }
    }
    if (calibration.criticWeight > 0.0) {
        calibration.criticVerdict = fmt::format(
            "With weight {:.2f} the critic raises the area under the ROC curve for synthetic "
            "impacts planted at {:.0f} dB from {:.3f} by at least {:.3f} in both halves of the "
            "trial.",
            calibration.criticWeight,
            level.value,
            alone,
            best);
    } else {
        calibration.criticVerdict =
            fmt::format("The critic adds nothing here (area under the ROC curve for synthetic "
                        "impacts planted at {:.0f} dB: {:.3f} alone, against {:.3f} of the "
                        "reconstruction), so it gets no weight.",
                        level.value,
                        critic,
                        alone);
    }
}

} // namespace

Status weighCritic(Model& model,
                   const score::Reconstructor& networks,
                   std::span<const signal::Stretch> heldBack,
                   const Observer& observer)
{
    model.calibration.criticWeight = 0.0;
    const auto windows = healthyWindows(heldBack, model.settings.window.length);
    const auto independent = totalSamples(heldBack) / model.settings.window.length;
    if (independent < kFewestIndependent) {
        model.calibration.criticVerdict =
            fmt::format("The healthy part that the networks never saw holds {} separate windows; a "
                        "trial of the critic needs {}, so it gets no weight.",
                        independent,
                        kFewestIndependent);
        return {};
    }
    const std::int64_t middle = windows.count() / 2;
    const auto cut = static_cast<std::ptrdiff_t>(middle * windows.length);
    score::WindowBatch first{windows.length,
                             {windows.samples.begin(), windows.samples.begin() + cut}};
    score::WindowBatch second{windows.length,
                              {windows.samples.begin() + cut, windows.samples.end()}};
    Decibel level{kLoudest};
    auto one = runHalf(model, networks, first, level, observer.stop);
    while (one && aurocWith(*one, 0.0) > kStillEasy && level.value > kQuietest) {
        level.value -= kLevelStep;
        one = runHalf(model, networks, first, level, observer.stop);
    }
    const auto two = runHalf(model, networks, second, level, observer.stop);
    if (!one || !two) {
        return fail(one ? two.error() : one.error());
    }
    judgeTrial(model.calibration, *one, *two, level);
    return {};
}

} // namespace spall::pipeline
