// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/signal/bearing.h"
#include "core/signal/recording.h"

#include <vector>

namespace spall::signal {

/// A train of impacts that ring a resonance: what a localised defect sends into a sensor.
struct ImpactOptions {
    FaultKind kind = FaultKind::OuterRace;
    BearingGeometry bearing{"SKF 6205-2RS JEM", 9, 0.3126, 1.537, 0.0};
    Rpm speed{1797.0};
    Hertz resonance{3200.0}; ///< at most 0.45 of the rate is rung, as behind a sensor's filter
    double damping = 0.05;   ///< fraction of critical
    double slip = 0.01;      ///< standard deviation of a period, relative
    double loadZoneModulation = 1.0; ///< 0 none, 1 full, for parts that turn through the load zone
};

/// Impact train of unit standard deviation [count]; all 0 when the shaft stands still. A period is
/// the defect's, jittered by `slip`; inner race and element faults are modulated by shaft and cage
/// (Randall & Antoni 2011).
[[nodiscard]] std::vector<double>
impactTrain(const ImpactOptions& options, SampleCount count, Hertz rate, Seed seed);

/// A machine on a test bench: shaft harmonics, a resonance excited by noise, sensor noise, and an
/// outer-race fault that grows after `healthyDuration`.
struct SimulationOptions {
    Hertz rate{12000.0};
    Seconds healthyDuration{10.0};
    Seconds faultyDuration{10.0};
    Decibel firstLevel{-20.0}; ///< of the fault when it starts, re healthy deviation
    Decibel lastLevel{6.0};    ///< of the fault at the end
    ImpactOptions fault{};
    Seed seed{1};
};

/// A simulated recording with the part of it in which the bearing is faulty.
struct Simulation {
    Recording recording;
    SampleRange faulty;
};

/// Healthy, then failing. One channel "DE" in g, 0.07 g RMS while healthy; the fault's level rises
/// linearly in decibels from `firstLevel` to `lastLevel`. The same options give the same samples.
[[nodiscard]] Simulation simulateBearing(const SimulationOptions& options);

} // namespace spall::signal
