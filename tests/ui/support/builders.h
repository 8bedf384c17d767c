// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"

#include <cmath>
#include <memory>
#include <string>
#include <vector>

/// Small hand-made values for tests of the window.
namespace spall::test {

inline constexpr SampleCount kWindow = 64;

/// A sine of `count` samples at `rate`, guessed to be so.
inline signal::RecordingPtr
recording(const std::string& path, SampleCount count = 640, double rate = 12000.0)
{
    auto made = std::make_shared<signal::Recording>();
    std::vector<double> samples;
    for (SampleCount i = 0; i < count; ++i) {
        samples.push_back(std::sin(0.1 * static_cast<double>(i)));
    }
    made->channels = {{"DE", "g", samples}, {"FE", "g", samples}};
    made->rate = {Hertz{rate}, signal::Source::Name, "the name says so"};
    made->provenance = {path, "hash of " + path, "made"};
    return made;
}

inline pipeline::Input input(const std::string& path, pipeline::Role role)
{
    return {recording(path), 0, role};
}

/// A model whose threshold is set by hand to 1.
inline pipeline::ModelPtr model()
{
    auto made = std::make_shared<pipeline::Model>();
    made->rate = Hertz{12000.0};
    made->settings.window = {kWindow, kWindow};
    made->decision.policy = {detect::PolicyKind::Manual, 1.0};
    made->calibration.healthy.rec = {-1.0, 0.0, 0.5, 1.0};
    made->calibration.healthy.critic = {0.0, 0.0, 0.0, 0.0};
    made->calibration.independentWindows = 4.0;
    made->calibration.duration = Seconds{1.0};
    return made;
}

/// Windows side by side with the given reconstruction scores.
inline pipeline::ScoredPtr scored(const pipeline::Input& of, const std::vector<double>& scores)
{
    auto made = std::make_shared<pipeline::ScoredRecording>();
    made->recording = of.recording;
    made->channel = of.channel;
    made->role = of.role;
    made->fileRate = of.recording->rate.value;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto first = static_cast<SampleIndex>(i) * kWindow;
        made->windows.push_back({first, first + kWindow});
    }
    made->channels.rec = scores;
    made->channels.critic.assign(scores.size(), 0.0);
    made->learned.assign(scores.size(), 0);
    return made;
}

} // namespace spall::test
