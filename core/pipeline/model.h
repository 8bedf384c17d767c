// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/detect/decision.h"
#include "core/score/calibration.h"
#include "core/score/plain_methods.h"
#include "core/signal/windows.h"
#include "core/train/engine.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace spall::pipeline {

/// What a training is asked to do; printed in the report, stored in the model.
struct TrainSettings {
    std::string preset = "spall"; ///< name or file
    signal::WindowOptions window;
    std::optional<Hertz> rate; ///< unset: the lowest of the training files
    int epochs = 0;            ///< 0: the preset's
    std::optional<Seconds> maxSeconds;
    Seed seed;
    detect::Policy policy; ///< of the threshold that is saved
    std::filesystem::path checkpoint;
    bool resume = false;
    friend bool operator==(const TrainSettings&, const TrainSettings&) = default;
};

/// A part of a healthy file that the model has learned from, at the model's rate.
struct LearnedPart {
    std::string path;
    std::string sha256;
    std::string channel;
    SampleRange learn;
    SampleRange unseen;
    bool isForCalibration = false; ///< the networks have not seen it: `recalibrate`
};

/// A plain method with its out-of-fold healthy scores, from which its threshold is taken.
struct CalibratedMethod {
    score::PlainMethodPtr method;
    std::vector<double> healthy;
};

/// A trained detector with all that is needed to score, judge and explain itself. Immutable once
/// made; shared between threads.
struct Model {
    TrainSettings settings;
    Hertz rate;
    std::vector<LearnedPart> learned;
    score::Front front;
    train::NetWeights weights;
    train::TrainHistory history;
    score::Calibration calibration;
    std::vector<CalibratedMethod> plain;
    /// Of the freshly initialised copy that `settings.seed` gives; without a critic.
    score::Calibration untrained;
    detect::DecisionOptions decision; ///< saved with the model
    std::int64_t learnWindows = 0;
    std::int64_t calibrateWindows = 0;
    double peakMemoryMb = 0.0;
};

using ModelPtr = std::shared_ptr<const Model>;

/// Saves atomically (kind "model"). errors: WriteFailed.
[[nodiscard]] Status saveModel(const std::filesystem::path& path, const Model& model);

/// errors: FileUnreadable, UnknownFormat, VersionMismatch.
[[nodiscard]] Result<ModelPtr> loadModel(const std::filesystem::path& path);

} // namespace spall::pipeline
