// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/demo.h"

#include "core/signal/simulate.h"

namespace spall::pipeline {

Demo simulateDemo(Seed seed)
{
    signal::SimulationOptions calm;
    calm.healthyDuration = Seconds{20.0};
    calm.faultyDuration = Seconds{0.0};
    calm.seed = derive(seed, "demo healthy");
    signal::SimulationOptions growing;
    growing.seed = derive(seed, "demo faulty");
    auto healthy = signal::simulateBearing(calm);
    auto failing = signal::simulateBearing(growing);
    Demo demo{{"bearing_healthy.mat", std::move(healthy.recording)},
              {"bearing_growing_fault.mat", std::move(failing.recording)},
              {}};
    demo.labels = {{demo.healthy.fileName, {0, demo.healthy.recording.sampleCount()}, "healthy"},
                   {demo.failing.fileName, {0, failing.faulty.first}, "healthy"},
                   {demo.failing.fileName, failing.faulty, "faulty"}};
    return demo;
}

} // namespace spall::pipeline
