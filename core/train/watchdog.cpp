// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/watchdog.h"

#include <fmt/format.h>

#include <cmath>

namespace spall::train {
namespace {

constexpr double kDivergence = 20.0;
constexpr double kRunaway = 1e5;
constexpr double kSteep = 10.0;
constexpr double kFlat = 0.01;
constexpr int kMostSteep = 50;
constexpr int kMostFlat = 200; // a fresh critic may be flat for a while

bool areFinite(const Losses& losses)
{
    return std::isfinite(losses.critic) && std::isfinite(losses.latentCritic) &&
           std::isfinite(losses.generator) && std::isfinite(losses.cycle) &&
           std::isfinite(losses.latent) && std::isfinite(losses.penalty) &&
           std::isfinite(losses.gradientNorm);
}

} // namespace

void watch(CriticWatch& critic, double gradientNorm)
{
    critic.steep = gradientNorm > kSteep ? critic.steep + 1 : 0;
    critic.flat = gradientNorm < kFlat ? critic.flat + 1 : 0;
}

std::optional<std::string> findTrouble(const Losses& losses,
                                       double lowestCycle,
                                       const CriticWatch& critic,
                                       const nn::AdversarialPreset& preset)
{
    if (!areFinite(losses)) {
        return "A loss was no longer a number";
    }
    if (lowestCycle > 0.0 && losses.cycle > kDivergence * lowestCycle) {
        return fmt::format("The reconstruction error rose to {:.0f} times its best",
                           losses.cycle / lowestCycle);
    }
    if (std::abs(losses.critic) > kRunaway || std::abs(losses.latentCritic) > kRunaway ||
        losses.penalty > kRunaway) {
        return "A critic's values ran away";
    }
    if (critic.steep >= kMostSteep) {
        return fmt::format(
            "The critic has won: its slope stayed at {:.0f} where 1 is asked for, so "
            "that the generator cannot follow",
            losses.gradientNorm);
    }
    const bool asksForSlope =
        preset.penalty > 0.0 && preset.penaltyForm == nn::PenaltyForm::TwoSided;
    if (asksForSlope && critic.flat >= kMostFlat) {
        return "The critic has collapsed: it gives every window the same value";
    }
    return std::nullopt;
}

} // namespace spall::train
