// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/score/residual_error.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace spall::nn {

/// Names of the presets that come with the program, the default first.
[[nodiscard]] std::vector<std::string> presetNames();

/// One sentence about a preset, for lists and tooltips; empty for an unknown name.
[[nodiscard]] std::string presetSummary(std::string_view name);

/// What E and G are made of: strided convolutions, or bidirectional LSTM layers (Geiger et al.
/// 2020).
enum class Body { Convolution, Recurrent };
/// What a signal critic is made of.
enum class CriticBody { Convolution, Transformer };
/// How an encoder ends: a map [channels, time], the mean over time through a linear layer, or the
/// flattened map through a linear layer.
enum class LatentShape { Map, Pooled, Flat };
/// How a generator ends.
enum class Output { Linear, Tanh };
/// How a generator's last layer starts: as zeros (nothing is added to the skeleton) or at random.
enum class LastLayer { Zero, Random };
/// What the networks start from: nothing, or the principal components of healthy windows.
enum class SkeletonKind { None, Components };
/// What the cycle x → z → x̂ is judged by: mean |e|, mean e², or mean (w·e)² with w the short AR
/// filter, so that weak frequency bands count as much as loud ones.
enum class CycleError { Absolute, Square, Whitened };
/// What the signal critic sees: x, or x beside x through the short AR filter.
enum class CriticInput { Signal, SignalAndWhitened };
/// How a Transformer critic makes tokens: each sample, each patch of samples, or strided
/// convolutions.
enum class Stem { Pointwise, Patch, Convolution };
/// What a convolution sees beyond the ends of a window: zeros, so that only the stride shortens it,
/// or nothing.
enum class Padding { Zeros, None };
/// What a token knows of its place: nothing, a learned vector, or the angle that queries and keys
/// are turned by (Su et al. 2021).
enum class Positions { None, Learned, Rotary };
/// Layer normalisation before each block and of what comes out at the end (stable), after each
/// block (Vaswani et al. 2017), or before each block only, so that a loud token stays a loud one.
enum class Normalisation { Before, After, Inside };
/// How tokens become one number: their mean, maximum or both, or all of them side by side.
enum class Pooling { Mean, Max, Both, Flat };
/// What the signal critic has to tell from real windows: G(E(x)) or G(z) with z from the prior.
enum class Fakes { Reconstruction, Prior };
/// What the gradient penalty asks of a critic: a norm of 1 between real and fake (Gulrajani et al.
/// 2017), one of at most 1 (Petzka et al. 2018), or of 0 at what is real (Mescheder et al. 2018).
enum class PenaltyForm { TwoSided, OneSided, ZeroAtReal };
/// Learning rate over the planned steps: the same, one cycle, or down along half a cosine.
enum class Schedule { Constant, OneCycle, Cosine };
/// Which of several recordings a window comes from: longer ones more often, or all alike.
enum class Recordings { ByLength, Alike };
/// Whether drawn windows are turned over at random.
enum class Polarity { AsRecorded, Random };

/// E: window to latent.
struct EncoderPreset {
    Body body = Body::Convolution;
    std::vector<int> channels{32, 64, 64}; ///< of each convolution, or LSTM units in a direction
    int kernel = 16;
    int stride = 4;
    double slope = 0.2; ///< of the leaky rectifier
    LatentShape latent = LatentShape::Map;
    int latentSize = 4; ///< channels of a map, else numbers
};

/// G: latent to window. Body, kernel, stride and slope are the encoder's.
struct GeneratorPreset {
    std::vector<int> channels{64, 64, 32}; ///< into each transposed convolution, or LSTM units
    Output output = Output::Linear;
    double scale = 1.0; ///< largest number a tanh output can reach
    LastLayer lastLayer = LastLayer::Zero;
};

/// Cx: window to one number.
struct SignalCriticPreset {
    CriticBody body = CriticBody::Transformer;
    CriticInput input = CriticInput::SignalAndWhitened;
    Stem stem = Stem::Patch;
    int patch = 32;
    std::vector<int> channels{32, 64}; ///< of a convolutional body or stem
    int kernel = 16;
    int stride = 4;
    Padding padding = Padding::Zeros;
    double slope = 0.2; ///< of the leaky rectifier
    Positions positions = Positions::Learned;
    int layers = 2;
    int width = 32;
    int heads = 4;
    int feedForward = 64;
    Normalisation normalisation = Normalisation::Before;
    double dropout = 0.0;
    Pooling pooling = Pooling::Both;
};

/// Cz: latent to one number; no widths, no latent critic.
struct LatentCriticPreset {
    std::vector<int> widths{64, 64};
    double dropout = 0.0;
};

/// WGAN-GP (Gulrajani et al. 2017).
struct AdversarialPreset {
    Fakes fakes = Fakes::Reconstruction;
    double signalWeight = 1e-4; ///< of Cx in the loss of E and G
    double latentWeight = 1e-4; ///< of Cz in the loss of E
    double penalty = 10.0;      ///< λ of the gradient penalty
    PenaltyForm penaltyForm = PenaltyForm::TwoSided;
    int penaltyEvery = 1; ///< critic steps from one penalty to the next, which weighs as many
    int criticSteps = 1;  ///< critic steps in a turn
    int criticEvery = 2;  ///< generator steps from one turn to the next
    int criticBatch = 32; ///< windows of a critic step, at most the batch
};

/// Adam with decoupled weight decay (Loshchilov & Hutter 2019).
struct OptimiserPreset {
    double rate = 1e-3;
    double firstBeta = 0.9;
    double secondBeta = 0.999;
    double weightDecay = 0.0;
};

/// How the networks learn.
struct TrainingPreset {
    int epochs = 16;
    int batch = 32;
    Schedule schedule = Schedule::OneCycle;
    double peak = 0.3; ///< share of the steps at which one cycle is highest
    int warmUp = 0;    ///< steps over which all rates rise from nothing
    Polarity polarity = Polarity::Random;
    Recordings recordings = Recordings::ByLength;
    double cycleWeight = 1.0;
    double spectralWeight = 0.0; ///< of the multi-resolution spectral error in the cycle's
    double averaging =
        0.0;           ///< share of the averaged weights of E and G that stays in a step; 0: none
    double clip = 0.0; ///< largest gradient norm of E and G; 0 leaves gradients as they are
    int patience = 8;  ///< epochs without a better held-back error before it stops; 0: never
    OptimiserPreset generator{1e-3, 0.9, 0.999, 1e-3};
    OptimiserPreset critic{3e-4, 0.5, 0.9, 0.0};
};

/// The whole recipe of a model as plain data. The defaults are the preset `spall`.
struct Preset {
    std::string name = "spall";
    std::string summary;
    SkeletonKind skeleton = SkeletonKind::Components;
    CycleError cycle = CycleError::Whitened;
    score::ResidualError error = score::ResidualError::Bands; ///< of scoring, not of training
    EncoderPreset encoder;
    GeneratorPreset generator;
    SignalCriticPreset signalCritic;
    LatentCriticPreset latentCritic;
    AdversarialPreset adversarial;
    TrainingPreset training;
};

/// The preset as JSON with every key.
[[nodiscard]] nlohmann::json toJson(const Preset& preset);

/// Reads a preset; a key that is left out has the value of `spall`. errors: Usage, naming the key
/// that is unknown or whose value cannot be.
[[nodiscard]] Result<Preset> parsePreset(const nlohmann::json& json);

/// A preset of the program by its name, or the one in a JSON file. errors: Usage, FileUnreadable.
[[nodiscard]] Result<Preset> findPreset(const std::string& nameOrFile);

/// Refuses values that do not fit together. errors: Usage.
[[nodiscard]] Status validate(const Preset& preset);

} // namespace spall::nn
