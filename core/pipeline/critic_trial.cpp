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
constexpr std::array<Decibel, 2> kLevels{Decibel{-12.0}, Decibel{-18.0}};
constexpr double kTrialSpeedRpm = 1797.0;
constexpr double kLeastGain = 0.002;

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

Result<Half>
runHalf(const Model& model, const score::Reconstructor& networks, const score::WindowBatch& healthy)
{
    Half half;
    auto plain = score::scoreBatch(model.front, networks, model.calibration, healthy);
    if (!plain) {
        return fail(plain.error());
    }
    half.healthy = std::move(plain->channels);
    const Seed seed = derive(model.settings.seed, "trial");
    const auto faults =
        syntheticFaults(model, signal::knownBearings().front(), Rpm{kTrialSpeedRpm}, seed);
    const auto perFault = std::max<std::int64_t>(8, healthy.count() / 4);
    const auto draws = drawPairs(healthy, faults, perFault, seed);
    for (const Decibel level : kLevels) {
        for (std::size_t fault = 0; fault < faults.size(); ++fault) {
            const auto planted =
                score::scoreBatch(model.front,
                                  networks,
                                  model.calibration,
                                  plant(model, healthy, faults[fault], draws[fault], level));
            if (!planted) {
                return fail(planted.error());
            }
            append(half.planted, planted->channels);
        }
    }
    return half;
}

double aurocWith(const Half& half, double weight)
{
    return evaluate::areaUnderRoc(score::fuse(half.healthy, score::Fusion::Sum, 1.0 - weight),
                                  score::fuse(half.planted, score::Fusion::Sum, 1.0 - weight));
}

void judgeTrial(score::Calibration& calibration, const Half& first, const Half& second)
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
        calibration.criticVerdict =
            fmt::format("With weight {:.2f} the critic raises the area under the ROC curve for "
                        "planted synthetic "
                        "impacts from {:.3f} by at least {:.3f} in both halves of the trial.",
                        calibration.criticWeight,
                        alone,
                        best);
    } else {
        calibration.criticVerdict = fmt::format(
            "The critic adds nothing here (area under the ROC curve for planted synthetic impacts: "
            "{:.3f} alone, against {:.3f} of the reconstruction), so it gets no weight.",
            critic,
            alone);
    }
}

} // namespace

Status
weighCritic(Model& model, std::span<const signal::Stretch> heldBack, const Observer& observer)
{
    model.calibration.criticWeight = 0.0;
    const auto windows = healthyWindows(heldBack, model.settings.window.length);
    if (windows.count() < 16) {
        model.calibration.criticVerdict =
            "Too few unseen healthy windows to try the critic, so it gets no weight.";
        return {};
    }
    auto networks = train::engine().value()->open(model.weights, model.front);
    if (!networks) {
        return fail(networks.error());
    }
    const std::int64_t middle = windows.count() / 2;
    const auto cut = static_cast<std::ptrdiff_t>(middle * windows.length);
    score::WindowBatch first{windows.length,
                             {windows.samples.begin(), windows.samples.begin() + cut}};
    score::WindowBatch second{windows.length,
                              {windows.samples.begin() + cut, windows.samples.end()}};
    const auto one = runHalf(model, **networks, first);
    const auto two = runHalf(model, **networks, second);
    if (!one || !two) {
        return fail(one ? two.error() : one.error());
    }
    if (observer.stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped by the user");
    }
    judgeTrial(model.calibration, *one, *two);
    return {};
}

} // namespace spall::pipeline
