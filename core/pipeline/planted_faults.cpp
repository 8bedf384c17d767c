// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/planted_faults.h"

#include "core/pipeline/learning_parts.h"
#include "core/signal/simulate.h"
#include "core/signal/statistics.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace spall::pipeline {
namespace {

/// Zero mean, unit deviation.
std::vector<double> normalised(std::span<const double> samples)
{
    const auto values = signal::statistics(samples);
    const double deviation = values.deviation > 0.0 ? values.deviation : 1.0;
    std::vector<double> result(samples.begin(), samples.end());
    for (double& sample : result) {
        sample = (sample - values.mean) / deviation;
    }
    return result;
}

} // namespace

Result<std::vector<PlantedFault>> recordedFaults(const Model& model, std::span<const Input> faulty)
{
    std::vector<PlantedFault> faults;
    for (const Input& input : faulty) {
        const auto stretch = conditionInput(input, model.rate);
        if (!stretch) {
            return fail(stretch.error());
        }
        const auto& path = stretch->recording->provenance.path;
        if (stretch->range.size() < model.settings.window.length) {
            return fail(ErrorCode::TooFewSamples,
                        "the fault recording is shorter than a window",
                        path,
                        "use a longer one");
        }
        faults.push_back({path, normalised(stretch->samples())});
    }
    return faults;
}

std::vector<PlantedFault>
syntheticFaults(const Model& model, const signal::BearingGeometry& bearing, Rpm speed, Seed seed)
{
    struct Kind {
        const char* name;
        signal::FaultKind kind;
    };
    constexpr std::array kKinds{Kind{"outer race", signal::FaultKind::OuterRace},
                                Kind{"inner race", signal::FaultKind::InnerRace},
                                Kind{"rolling element", signal::FaultKind::Element}};
    constexpr std::array kResonances{0.12, 0.22, 0.35}; // of the rate
    const auto count = static_cast<SampleCount>(10.0 * model.rate.value);
    std::vector<PlantedFault> faults;
    for (const Kind& kind : kKinds) {
        for (const double resonance : kResonances) {
            signal::ImpactOptions options;
            options.kind = kind.kind;
            options.bearing = bearing;
            options.speed = speed;
            options.resonance = Hertz{resonance * model.rate.value};
            auto name = fmt::format("{}, resonance {:.0f} Hz", kind.name, options.resonance.value);
            auto samples = signal::impactTrain(options, count, model.rate, derive(seed, name));
            faults.push_back({std::move(name), normalised(samples)});
        }
    }
    return faults;
}

std::vector<PlantedFault> syntheticFaults(const Model& model, const Machine& machine, Seed seed)
{
    constexpr Rpm kUsualSpeed{1797.0};
    return syntheticFaults(model,
                           machine.bearing.value_or(signal::knownBearings().front()),
                           machine.speed.value_or(kUsualSpeed),
                           seed);
}

std::vector<std::vector<Draw>> drawPairs(const score::WindowBatch& healthy,
                                         std::span<const PlantedFault> faults,
                                         std::int64_t count,
                                         Seed seed)
{
    std::vector<std::vector<Draw>> draws;
    for (std::size_t fault = 0; fault < faults.size(); ++fault) {
        auto engine = makeEngine(derive(seed, fmt::format("plant {}", fault)));
        const auto starts =
            static_cast<std::int64_t>(faults[fault].samples.size()) - healthy.length + 1;
        auto& pairs = draws.emplace_back();
        for (std::int64_t at = 0; at < count; ++at) {
            const auto window = uniformIndex(engine, healthy.count());
            pairs.push_back({window, uniformIndex(engine, starts)});
        }
    }
    return draws;
}

score::WindowBatch plant(const Model& model,
                         const score::WindowBatch& healthy,
                         const PlantedFault& fault,
                         std::span<const Draw> draws,
                         Decibel level)
{
    const double amplitude = model.front.scaling.deviation * std::pow(10.0, level.value / 20.0);
    score::WindowBatch planted;
    planted.length = healthy.length;
    planted.samples.reserve(draws.size() * static_cast<std::size_t>(healthy.length));
    for (const Draw& draw : draws) {
        const auto window = healthy.window(draw.healthyWindow);
        for (SampleCount at = 0; at < healthy.length; ++at) {
            planted.samples.push_back(
                window[static_cast<std::size_t>(at)] +
                amplitude * fault.samples[static_cast<std::size_t>(draw.faultStart + at)]);
        }
    }
    return planted;
}

} // namespace spall::pipeline
