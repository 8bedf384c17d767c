// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/builtin_presets.h"

namespace spall::nn {
namespace {

Preset spallPreset()
{
    Preset preset;
    preset.summary = "Principal components with a learned correction of their whitened error, a "
                     "patch Transformer critic beside it; trains in about a minute.";
    // A critic that normalises at its end cannot see how loud a window is: a strong fault looked
    // healthier to it than a weak one.
    preset.signalCritic.normalisation = Normalisation::Inside;
    preset.adversarial.criticBatch = 16;
    return preset;
}

/// Everything the two article presets share: the networks of the published recipe but the critic.
Preset articleNetworks()
{
    Preset preset;
    preset.skeleton = SkeletonKind::None;
    preset.cycle = CycleError::Absolute;
    preset.encoder = {.body = Body::Convolution,
                      .channels = {128, 256, 512},
                      .kernel = 16,
                      .stride = 4,
                      .slope = 0.2,
                      .latent = LatentShape::Pooled,
                      .latentSize = 100};
    preset.generator.channels = {512, 256, 128};
    preset.generator.output = Output::Tanh;
    preset.generator.lastLayer = LastLayer::Random;
    preset.latentCritic.widths = {};
    preset.adversarial = {.fakes = Fakes::Prior,
                          .signalWeight = 1.0,
                          .latentWeight = 0.0,
                          .penalty = 10.0,
                          .criticSteps = 1,
                          .criticEvery = 1,
                          .criticBatch = 32};
    preset.training.epochs = 20;
    preset.training.schedule = Schedule::Constant;
    preset.training.polarity = Polarity::AsRecorded;
    preset.training.cycleWeight = 10.0;
    preset.training.generator = {1e-4, 0.5, 0.9, 0.0};
    preset.training.critic = {1e-4, 0.5, 0.9, 0.0};
    return preset;
}

Preset articlePreset()
{
    Preset preset = articleNetworks();
    preset.name = "article";
    preset.summary = "The published recipe with its Transformer critic over single samples, as it "
                     "was described; hours on a processor.";
    preset.signalCritic = {.body = CriticBody::Transformer,
                           .input = CriticInput::Signal,
                           .stem = Stem::Pointwise,
                           .patch = 1,
                           .positions = Positions::None,
                           .layers = 3,
                           .width = 128,
                           .heads = 8,
                           .feedForward = 512,
                           .normalisation = Normalisation::After,
                           .dropout = 0.1,
                           .pooling = Pooling::Max};
    return preset;
}

Preset articleConvPreset()
{
    Preset preset = articleNetworks();
    preset.name = "article-conv";
    preset.summary =
        "The published recipe with a convolutional critic: what its Transformer has to "
        "be compared with.";
    preset.signalCritic.body = CriticBody::Convolution;
    preset.signalCritic.input = CriticInput::Signal;
    preset.signalCritic.channels = {128, 256, 512};
    preset.signalCritic.pooling = Pooling::Mean;
    return preset;
}

/// Geiger et al. 2020 with the sizes of its authors' program. Their windows are scaled into -1 … 1
/// and go through a tanh; ours are in healthy deviations, so that the tanh reaches four of them.
Preset tadganPreset()
{
    Preset preset;
    preset.name = "tadgan";
    preset.summary = "The original TadGAN: LSTM encoder and generator, convolutional critic; slow "
                     "on long windows.";
    preset.skeleton = SkeletonKind::None;
    preset.cycle = CycleError::Square;
    preset.encoder.body = Body::Recurrent;
    preset.encoder.channels = {100};
    preset.encoder.latent = LatentShape::Flat;
    preset.encoder.latentSize = 20;
    preset.generator = {
        .channels = {64, 64}, .output = Output::Tanh, .scale = 4.0, .lastLayer = LastLayer::Random};
    preset.signalCritic.body = CriticBody::Convolution;
    preset.signalCritic.input = CriticInput::Signal;
    preset.signalCritic.channels = {64, 64, 64, 64};
    preset.signalCritic.kernel = 5;
    preset.signalCritic.stride = 1;
    preset.signalCritic.padding = Padding::None;
    preset.signalCritic.dropout = 0.25;
    preset.signalCritic.pooling = Pooling::Flat;
    preset.latentCritic = {.widths = {20, 20}, .dropout = 0.2};
    preset.adversarial = {.fakes = Fakes::Prior,
                          .signalWeight = 1.0,
                          .latentWeight = 1.0,
                          .penalty = 10.0,
                          .criticSteps = 5,
                          .criticEvery = 1,
                          .criticBatch = 64};
    preset.training.epochs = 35;
    preset.training.batch = 64;
    preset.training.schedule = Schedule::Constant;
    preset.training.polarity = Polarity::AsRecorded;
    preset.training.cycleWeight = 10.0;
    preset.training.generator = {5e-4, 0.9, 0.999, 0.0};
    preset.training.critic = {5e-4, 0.9, 0.999, 0.0};
    return preset;
}

} // namespace

const std::vector<Preset>& builtinPresets()
{
    static const std::vector<Preset> presets{
        spallPreset(), articleConvPreset(), articlePreset(), tadganPreset()};
    return presets;
}

} // namespace spall::nn
