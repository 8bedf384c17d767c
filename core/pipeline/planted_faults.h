// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"
#include "core/pipeline/machine.h"

#include <span>
#include <string>
#include <vector>

namespace spall::pipeline {

/// A fault to plant: its signal at the model's rate, any level.
struct PlantedFault {
    std::string name;
    std::vector<double> samples;
};

/// Faults cut from recordings, brought to the model's rate. errors: RateTooLow, TooFewSamples.
[[nodiscard]] Result<std::vector<PlantedFault>> recordedFaults(const Model& model,
                                                               std::span<const Input> faulty);

/// Synthetic faults from bearing geometry: each race and the rolling element at three resonances.
[[nodiscard]] std::vector<PlantedFault>
syntheticFaults(const Model& model, const signal::BearingGeometry& bearing, Rpm speed, Seed seed);

/// The same of what is known of a machine; the rest is that of a common electric motor: the first
/// known bearing at 1797 revolutions a minute.
[[nodiscard]] std::vector<PlantedFault>
syntheticFaults(const Model& model, const Machine& machine, Seed seed);

/// Where a planted window comes from.
struct Draw {
    std::int64_t healthyWindow = 0;
    SampleIndex faultStart = 0;
};

/// Draws `count` pairs of a healthy window and a fault position for each fault [faults][count].
[[nodiscard]] std::vector<std::vector<Draw>> drawPairs(const score::WindowBatch& healthy,
                                                       std::span<const PlantedFault> faults,
                                                       std::int64_t count,
                                                       Seed seed);

/// Healthy windows with the fault added at a level relative to the healthy deviation [draws].
[[nodiscard]] score::WindowBatch plant(const Model& model,
                                       const score::WindowBatch& healthy,
                                       const PlantedFault& fault,
                                       std::span<const Draw> draws,
                                       Decibel level);

} // namespace spall::pipeline
