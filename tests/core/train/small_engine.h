// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/engine.h"

#include <QtTest>

#include <cmath>
#include <memory>
#include <vector>

/// Data and a preset that train in seconds.
namespace spall::test {

/// Two tones and coloured noise, as simple a healthy machine as there is.
inline signal::RecordingPtr healthyMachine(SampleCount count)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->rate.value = Hertz{12000.0};
    signal::Channel channel;
    RandomEngine engine = makeEngine(Seed{7});
    double one = 0.0;
    double two = 0.0;
    for (SampleCount i = 0; i < count; ++i) {
        const double next = 1.6 * one - 0.9 * two + normal(engine);
        two = one;
        one = next;
        const auto t = static_cast<double>(i);
        channel.samples.edit().push_back(next + 6.0 * std::sin(0.05 * t) +
                                         3.0 * std::sin(0.31 * t));
    }
    recording->channels.push_back(std::move(channel));
    return recording;
}

inline constexpr SampleCount kLength = 256;

/// More tones than the short AR filter can foretell, in little noise: what a network can learn.
inline signal::RecordingPtr tones(SampleCount count)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->rate.value = Hertz{12000.0};
    signal::Channel channel;
    RandomEngine engine = makeEngine(Seed{7});
    for (SampleCount i = 0; i < count; ++i) {
        double sample = 0.1 * normal(engine);
        for (int tone = 1; tone <= 12; ++tone) {
            sample +=
                std::sin(static_cast<double>(i) * (0.05 + 0.19 * std::sqrt(2.0) * tone) + tone);
        }
        channel.samples.edit().push_back(sample);
    }
    recording->channels.push_back(std::move(channel));
    return recording;
}

inline const train::TrainData& data()
{
    static const train::TrainData made = [] {
        const auto recording = healthyMachine(20000);
        train::TrainData result;
        result.learn = {signal::Stretch{recording, 0, {0, 14000}}};
        result.heldBack = {signal::Stretch{recording, 0, {14000 + kLength, 20000}}};
        result.front = *score::fitFront(result.learn, kLength);
        return result;
    }();
    return made;
}

/// A small preset that trains in seconds, with everything in it that the default has.
inline train::TrainOptions options(int epochs)
{
    train::TrainOptions result;
    result.preset = {{"encoder", {{"channels", {8, 8}}}},
                     {"generator", {{"channels", {8, 8}}}},
                     {"signal_critic", {{"width", 8}, {"heads", 2}, {"feed_forward", 16}}},
                     {"latent_critic", {{"widths", {8}}}},
                     {"adversarial", {{"critic_batch", 8}}},
                     {"training", {{"batch", 16}, {"patience", 0}}}};
    result.epochs = epochs;
    return result;
}

inline train::Engine& engine()
{
    const auto loaded = train::engine();
    if (!loaded) {
        qFatal("%s", sentence(loaded.error()).c_str());
    }
    return **loaded;
}

inline bool areEqual(const train::NetWeights& a, const train::NetWeights& b)
{
    if (a.arrays.size() != b.arrays.size()) {
        return false;
    }
    for (const auto& [name, array] : a.arrays) {
        if (b.arrays.at(name).single != array.single) {
            return false;
        }
    }
    return true;
}

inline double meanSquare(const std::vector<float>& a, const std::vector<float>& b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        sum += difference * difference;
    }
    return sum / static_cast<double>(a.size());
}

} // namespace spall::test
