// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/watchdog.h"

#include <fmt/format.h>

#include <cmath>

namespace spall::train {
namespace {

constexpr double kDivergence = 20.0;
constexpr double kRunaway = 1e5;

bool areFinite(const Losses& losses)
{
    return std::isfinite(losses.critic) && std::isfinite(losses.latentCritic) &&
           std::isfinite(losses.generator) && std::isfinite(losses.cycle) &&
           std::isfinite(losses.latent) && std::isfinite(losses.penalty) &&
           std::isfinite(losses.gradientNorm);
}

} // namespace

std::optional<std::string> findTrouble(const Losses& losses, double lowestCycle)
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
    return std::nullopt;
}

} // namespace spall::train
