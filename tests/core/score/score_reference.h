// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/signal/recording.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace spall::tests {

/// Reference numbers of tests/oracle/make_score.py.
inline const nlohmann::json& scoreReference()
{
    static const nlohmann::json reference = [] {
        std::ifstream file(std::string(SPALL_SOURCE_DIR) + "/tests/data/oracle/score.json");
        return nlohmann::json::parse(file);
    }();
    return reference;
}

/// Coloured noise: a lightly damped resonance driven by white noise, plus an offset.
inline std::vector<double> resonantNoise(std::size_t count, std::uint64_t seed)
{
    auto engine = makeEngine(Seed{seed});
    std::vector<double> samples(count);
    double last = 0.0;
    double beforeLast = 0.0;
    for (double& sample : samples) {
        const double value = normal(engine) + 1.2 * last - 0.8 * beforeLast;
        beforeLast = last;
        last = value;
        sample = 3.0 + 0.5 * value;
    }
    return samples;
}

/// A recording with one channel, as a whole.
inline signal::Stretch stretchOf(std::vector<double> samples)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->channels.push_back({"vibration", "g", std::move(samples)});
    recording->rate.value = Hertz{12000.0};
    return signal::wholeChannel(std::move(recording));
}

} // namespace spall::tests
