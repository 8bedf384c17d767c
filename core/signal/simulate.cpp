// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/simulate.h"

#include "core/signal/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace spall::signal {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;
constexpr double kHealthyLevel = 0.07;     // g RMS, like a small motor
constexpr double kHighestResonance = 0.45; // of the rate

/// Shares of the healthy power; they sum to 1.
constexpr double kShaftShare = 0.25;
constexpr double kResonanceShare = 0.35;
constexpr double kStructureShare = 0.25;
constexpr double kSensorShare = 0.15;

void addScaled(std::vector<double>& sum, const std::vector<double>& part, double deviation)
{
    const double own = statistics(part).deviation;
    const double scale = own > 0.0 ? deviation / own : 0.0;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += scale * part[i];
    }
}

/// How often the defect passes the load zone; 0 for the outer race, which stays where it is.
Hertz modulationFrequency(const ImpactOptions& options)
{
    const auto frequencies = faultFrequencies(options.bearing, options.speed);
    switch (options.kind) {
    case FaultKind::OuterRace:
        return {0.0};
    case FaultKind::InnerRace:
        return frequencies.shaft;
    case FaultKind::Element:
        return frequencies.cage;
    }
    return {};
}

/// The decaying oscillation of a resonance that is struck once.
struct Ringing {
    double radians; ///< of the damped oscillation, per second
    double decay;   ///< per second

    Ringing(Hertz resonance, double damping, Hertz rate)
    {
        const double natural = kTurn * std::min(resonance.value, kHighestResonance * rate.value);
        radians = natural * std::sqrt(std::max(0.0, 1.0 - damping * damping));
        decay = natural * damping;
    }
    [[nodiscard]] double at(double seconds) const
    {
        return std::exp(-decay * seconds) * std::sin(radians * seconds);
    }
    /// Time after which a millionth is left.
    [[nodiscard]] double length() const { return 6.0 * std::numbers::ln10 / decay; }
};

void addImpact(
    std::vector<double>& train, const Ringing& ringing, double start, double size, Hertz rate)
{
    const double last =
        std::min(static_cast<double>(train.size()), (start + ringing.length()) * rate.value);
    const auto first = static_cast<SampleIndex>(std::max(0.0, std::ceil(start * rate.value)));
    for (SampleIndex i = first; static_cast<double>(i) < last; ++i) {
        train[static_cast<std::size_t>(i)] +=
            size * ringing.at(static_cast<double>(i) / rate.value - start);
    }
}

std::vector<double> whiteNoise(std::size_t count, Seed seed)
{
    RandomEngine engine = makeEngine(seed);
    std::vector<double> noise(count);
    for (double& value : noise) {
        value = normal(engine);
    }
    return noise;
}

/// White noise through a resonance of second order, from its steady state on.
std::vector<double> excitedResonance(std::size_t count, Hertz resonance, Hertz rate, Seed seed)
{
    constexpr double kDamping = 0.08;
    const double natural = kTurn * std::min(resonance.value / rate.value, kHighestResonance);
    const double radius = std::exp(-kDamping * natural);
    const double first = 2.0 * radius * std::cos(natural);
    const double second = -radius * radius;
    const auto settling = static_cast<std::size_t>(20.0 / (kDamping * natural));
    auto values = whiteNoise(count + settling, seed);
    for (std::size_t i = 2; i < values.size(); ++i) {
        values[i] += first * values[i - 1] + second * values[i - 2];
    }
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(settling));
    return values;
}

std::vector<double> shaftHarmonics(std::size_t count, Rpm speed, Hertz rate, Seed seed)
{
    constexpr std::array kAmplitudes{1.0, 0.6, 0.35, 0.2, 0.25, 0.1};
    RandomEngine engine = makeEngine(seed);
    std::array<double, kAmplitudes.size()> phases{};
    for (double& phase : phases) {
        phase = kTurn * uniform(engine);
    }
    const double step = kTurn * frequency(speed).value / rate.value;
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < kAmplitudes.size(); ++k) {
            const double angle = step * static_cast<double>((k + 1) * i) + phases[k];
            values[i] += kAmplitudes[k] * std::sin(angle);
        }
    }
    return values;
}

std::vector<double> healthyMachine(std::size_t count, const SimulationOptions& options)
{
    const Hertz rate = options.rate;
    const Hertz structure{0.35 * options.fault.resonance.value};
    const auto part = [&](double share) {
        return kHealthyLevel * std::sqrt(share);
    };
    std::vector<double> samples(count);
    addScaled(samples,
              shaftHarmonics(count, options.fault.speed, rate, derive(options.seed, "shaft")),
              part(kShaftShare));
    addScaled(
        samples,
        excitedResonance(count, options.fault.resonance, rate, derive(options.seed, "resonance")),
        part(kResonanceShare));
    addScaled(samples,
              excitedResonance(count, structure, rate, derive(options.seed, "structure")),
              part(kStructureShare));
    addScaled(samples, whiteNoise(count, derive(options.seed, "sensor")), part(kSensorShare));
    return samples;
}

/// Adds impacts whose level goes linearly in decibels from the first to the last.
void growFault(std::span<double> samples, const SimulationOptions& options)
{
    const auto train = impactTrain(options.fault,
                                   static_cast<SampleCount>(samples.size()),
                                   options.rate,
                                   derive(options.seed, "fault"));
    const double rise = options.lastLevel.value - options.firstLevel.value;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double progress = static_cast<double>(i) / static_cast<double>(samples.size());
        const double level = options.firstLevel.value + rise * progress;
        samples[i] += kHealthyLevel * std::pow(10.0, level / 20.0) * train[i];
    }
}

} // namespace

std::vector<double>
impactTrain(const ImpactOptions& options, SampleCount count, Hertz rate, Seed seed)
{
    std::vector<double> train(static_cast<std::size_t>(std::max<SampleCount>(0, count)));
    const double strikes =
        strikeFrequency(faultFrequencies(options.bearing, options.speed), options.kind).value;
    if (!(strikes > 0.0) || !std::isfinite(strikes)) {
        return train;
    }
    const Ringing ringing{options.resonance, options.damping, rate};
    const double turning = kTurn * modulationFrequency(options).value;
    const double depth = turning > 0.0 ? options.loadZoneModulation : 0.0;
    const double end = duration(count, rate).value;
    RandomEngine engine = makeEngine(seed);
    const double phase = kTurn * uniform(engine);
    // The train has been running before the first sample, so that its start looks like the rest.
    double start = -ringing.length() - uniform(engine) / strikes;
    while (start < end) {
        const double size = 1.0 + depth * std::cos(turning * start + phase);
        addImpact(train, ringing, start, size, rate);
        const double jitter = 1.0 + options.slip * normal(engine);
        start += std::max(0.1, jitter) / strikes;
    }
    std::vector<double> scaled(train.size());
    addScaled(scaled, train, 1.0);
    return scaled;
}

Simulation simulateBearing(const SimulationOptions& options)
{
    const auto samplesIn = [&](Seconds length) {
        return static_cast<SampleCount>(std::llround(length.value * options.rate.value));
    };
    const SampleCount healthy = samplesIn(options.healthyDuration);
    const SampleCount total = healthy + samplesIn(options.faultyDuration);
    auto samples = healthyMachine(static_cast<std::size_t>(total), options);
    growFault(std::span{samples}.subspan(static_cast<std::size_t>(healthy)), options);

    Recording recording;
    recording.channels.push_back({"DE", "g", std::move(samples)});
    recording.rate = {options.rate, Source::File, "simulated"};
    recording.shaftSpeed = Attributed<Rpm>{options.fault.speed, Source::File, "simulated"};
    recording.provenance.path = "simulated bearing";
    recording.provenance.format = "simulated";
    return {std::move(recording), {healthy, total}};
}

} // namespace spall::signal
