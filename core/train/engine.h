// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive.h"
#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/nn/preset.h"
#include "core/score/front.h"
#include "core/score/reconstructor.h"
#include "core/signal/recording.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::train {

/// Where tensors live.
enum class Device { Auto, Cpu, Cuda };

/// Of this process's torch; set once before the first use of the engine.
struct EngineOptions {
    Device device = Device::Auto;
    int threads = 0;              ///< 0: all cores
    std::int64_t memoryBytes = 0; ///< training budget; 0: half of what is free
};

/// Losses of one optimisation step or the mean of an epoch's.
struct Losses {
    double critic = 0.0;       ///< Wasserstein estimate of Cx: mean C(real) - mean C(reconstructed)
    double latentCritic = 0.0; ///< the same of Cz
    double generator = 0.0;    ///< adversarial part of the generator's loss
    double cycle = 0.0;        ///< reconstruction error of learned windows
    double latent = 0.0;       ///< adversarial part of the encoder's loss
    double penalty = 0.0;      ///< gradient penalty, both critics
    double gradientNorm = 0.0; ///< mean norm of Cx's gradient at the interpolates; 1 is asked for
};

/// What one held-back window looked like to the generator after an epoch.
struct Snapshot {
    int epoch = 0;
    std::vector<float> reconstruction; ///< [length], in healthy deviations
};

/// A snapshot beside the window that it is of.
struct WatchedEpoch {
    std::vector<float> window; ///< [length], in healthy deviations
    Snapshot snapshot;
};

/// One step as the curves see it.
struct StepReport {
    std::int64_t step = 0; ///< from 1
    int epoch = 0;         ///< from 1
    int epochs = 0;        ///< at most
    std::int64_t stepsPerEpoch = 0;
    Losses losses;
    int epochsDone = 0;         ///< with the last step of an epoch that one too
    double heldBackCycle = 0.0; ///< of the newest epoch done; NaN before the first
    int bestEpoch = 0;          ///< the one that would be kept now; 0 before the first is done
    double bestHeldBack = 0.0;  ///< its error
    /// With the last step of an epoch that a snapshot is kept of; null otherwise.
    std::shared_ptr<const WatchedEpoch> watched;
    double windowsPerSecond = 0.0;
    Seconds elapsed;
    Seconds left;     ///< estimate to the last epoch
    std::string note; ///< a sentence of the watchdog, or empty
};

/// One epoch.
struct EpochReport {
    int epoch = 0;
    Losses losses;
    double heldBackCycle = 0.0;
};

/// How a training went.
struct TrainHistory {
    std::vector<EpochReport> epochs;
    std::vector<float> watchedWindow; ///< the held-back window of the snapshots [length]
    std::vector<Snapshot> snapshots;
    int bestEpoch = 0;
    Seconds elapsed;
    double windowsPerSecond = 0.0;
    std::string stoppedBecause;     ///< in words
    std::vector<std::string> notes; ///< the watchdog's sentences
};

/// Trainable numbers of each network.
struct ParameterCounts {
    std::int64_t encoder = 0;
    std::int64_t generator = 0;
    std::int64_t signalCritic = 0;
    std::int64_t latentCritic = 0;
};

/// Weights as plain numbers, by parameter name; opaque outside `core/nn`.
struct NetWeights {
    nlohmann::json preset; ///< the full preset they belong to
    std::map<std::string, Array> arrays;
    ParameterCounts parameters;
};

/// What is learned from.
struct TrainData {
    std::vector<signal::Stretch> learn;    ///< windows are drawn from these
    std::vector<signal::Stretch> heldBack; ///< never drawn from; decides when to stop; may be empty
    score::Front front;
};

/// How it is learned.
struct TrainOptions {
    nlohmann::json preset; ///< as given by nn::toJson
    int epochs = 0;        ///< 0: the preset's
    std::optional<Seconds> maxSeconds;
    Seed seed;
    bool adversarial = true;          ///< off: reconstruction only, for cross-fitting
    std::filesystem::path checkpoint; ///< empty: none is written
    bool resume = false;              ///< go on from `checkpoint` if it is there and fits
};

using StepSink = std::function<void(const StepReport&)>;

/// The result of a training.
struct Trained {
    NetWeights weights; ///< of the best epoch
    TrainHistory history;
};

/// The networks and their training. Torch lives behind this interface, in a module that is loaded
/// on first use.
class Engine {
public:
    virtual ~Engine() = default;

    virtual void configure(const EngineOptions& options) = 0;

    /// Trains on healthy windows. A stop request ends it at the next batch with a usable result
    /// (`stoppedBecause` says so) once a first epoch is done, else with Cancelled; the checkpoint,
    /// if any, holds the whole state either way. errors: TooFewSamples, Usage, NotEnoughMemory,
    /// Cancelled, Internal.
    [[nodiscard]] virtual Result<Trained> train(const TrainData& data,
                                                const TrainOptions& options,
                                                const StepSink& sink,
                                                std::stop_token stop) = 0;

    /// The trained networks ready for scoring. errors: UnknownFormat (weights that do not fit).
    [[nodiscard]] virtual Result<std::shared_ptr<const score::Reconstructor>>
    open(const NetWeights& weights, const score::Front& front) = 0;

    /// Freshly initialised networks: the ghost that shows what training adds.
    [[nodiscard]] virtual Result<NetWeights>
    untrained(const nlohmann::json& preset, const score::Front& front, Seed seed) = 0;

    /// Synthetic windows G(z) [count, length] in healthy deviations.
    [[nodiscard]] virtual Result<std::vector<float>> synthesise(const NetWeights& weights,
                                                                const score::Front& front,
                                                                std::int64_t count,
                                                                Seed seed) = 0;

    /// Library versions, threads and devices, a line each ("LibTorch 1.13.1", "CPU, 2 threads").
    [[nodiscard]] virtual std::vector<std::string> describe() const = 0;
};

/// The engine of this process, its module loaded on the first call. errors: Internal with what is
/// missing.
[[nodiscard]] Result<Engine*> engine();

/// Entry point of the module.
using EngineFactory = Engine* (*)();
inline constexpr const char* kEngineFactoryName = "spallCreateEngine";

} // namespace spall::train
