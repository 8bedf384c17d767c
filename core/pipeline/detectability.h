// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"
#include "core/pipeline/planted_faults.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace spall::pipeline {

/// The planted-fault grid (cli.md): how small a fault would be found on this machine.
struct DetectabilityOptions {
    std::vector<Decibel> levels{{0.0}, {-6.0}, {-12.0}, {-18.0}};
    double falseAlarmRate = 0.02;
    std::int64_t windowsPerFault = 200;
    SampleCount healthyStep = 128; ///< distance of the unseen healthy windows
    Seed seed;                     ///< of the draws; has nothing to do with the model's
    detect::DecisionOptions decision;
};

/// What one method finds of faults at one level.
struct LevelResult {
    Decibel level;
    double auroc = 0.5;
    double recall = 0.0;          ///< mean over faults
    double recallMin = 0.0;       ///< of the worst fault
    std::vector<double> perFault; ///< recall, in the order of the faults
};

/// One method over all levels.
struct DetectabilityResult {
    std::string name;
    std::vector<LevelResult> levels;
};

/// Plants faults into unseen healthy windows: mean removed, scaled to healthy deviation ×
/// 10^(level/20), `windowsPerFault` pairs of window and position per fault, the same for every
/// method and level. Recall is taken at the (1 − far) quantile of the method's own unseen healthy
/// scores. With smoothing the fault fills whole stretches, and a score is the mean over the windows
/// of one. errors: TooFewSamples (no unseen healthy part, or a fault shorter than a stretch),
/// Cancelled.
[[nodiscard]] Result<std::vector<DetectabilityResult>>
detectability(const Model& model,
              std::span<const Input> healthy,
              std::span<const PlantedFault> faults,
              const DetectabilityOptions& options,
              const Observer& observer);

} // namespace spall::pipeline
