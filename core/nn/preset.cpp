// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/preset.h"

#include "core/base/file_bytes.h"
#include "core/nn/builtin_presets.h"
#include "core/nn/preset_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace spall::nn {
namespace {

constexpr std::size_t kLargestPresetFile = std::size_t{1} << 20U;
constexpr std::size_t kMostDoublings = 4;

// One description of each part serves reading and writing, so that the two cannot disagree.

template <typename Fields> void describeEncoder(Fields& fields, EncoderPreset& encoder)
{
    fields.word("body", encoder.body, {"convolution", "recurrent"});
    fields.numbers("channels", encoder.channels, 1);
    fields.number("kernel", encoder.kernel, 2, 64);
    fields.number("stride", encoder.stride, 2, 16);
    fields.number("slope", encoder.slope, 0.0, 1.0);
    fields.word("latent", encoder.latent, {"map", "pooled", "flat"});
    fields.number("latent_size", encoder.latentSize, 1, 4096);
}

template <typename Fields> void describeGenerator(Fields& fields, GeneratorPreset& generator)
{
    fields.numbers("channels", generator.channels, 1);
    fields.word("output", generator.output, {"linear", "tanh"});
    fields.number("scale", generator.scale, 1e-3, 1e3);
    fields.word("last_layer", generator.lastLayer, {"zero", "random"});
}

template <typename Fields> void describeSignalCritic(Fields& fields, SignalCriticPreset& critic)
{
    fields.word("body", critic.body, {"convolution", "transformer"});
    fields.word("input", critic.input, {"signal", "signal and whitened"});
    fields.word("stem", critic.stem, {"pointwise", "patch", "convolution"});
    fields.number("patch", critic.patch, 1, 1024);
    fields.numbers("channels", critic.channels, 1);
    fields.number("kernel", critic.kernel, 1, 64);
    fields.number("stride", critic.stride, 1, 16);
    fields.word("padding", critic.padding, {"zeros", "none"});
    fields.number("slope", critic.slope, 0.0, 1.0);
    fields.word("positions", critic.positions, {"none", "learned", "rotary"});
    fields.number("layers", critic.layers, 1, 24);
    fields.number("width", critic.width, 1, 1024);
    fields.number("heads", critic.heads, 1, 64);
    fields.number("feed_forward", critic.feedForward, 1, 8192);
    fields.word("normalisation", critic.normalisation, {"before", "after", "inside"});
    fields.number("dropout", critic.dropout, 0.0, 0.9);
    fields.word("pooling", critic.pooling, {"mean", "max", "both", "flat"});
}

template <typename Fields> void describeLatentCritic(Fields& fields, LatentCriticPreset& critic)
{
    fields.numbers("widths", critic.widths, 0);
    fields.number("dropout", critic.dropout, 0.0, 0.9);
}

template <typename Fields> void describeAdversarial(Fields& fields, AdversarialPreset& adversarial)
{
    fields.word("fakes", adversarial.fakes, {"reconstruction", "prior"});
    fields.number("signal_weight", adversarial.signalWeight, 0.0, 1e3);
    fields.number("latent_weight", adversarial.latentWeight, 0.0, 1e3);
    fields.number("penalty", adversarial.penalty, 0.0, 1e4);
    fields.word(
        "penalty_form", adversarial.penaltyForm, {"two-sided", "one-sided", "zero at real"});
    fields.number("penalty_every", adversarial.penaltyEvery, 1, 64);
    fields.number("critic_steps", adversarial.criticSteps, 1, 100);
    fields.number("critic_every", adversarial.criticEvery, 1, 100);
    fields.number("critic_batch", adversarial.criticBatch, 1, 4096);
}

template <typename Fields> void describeOptimiser(Fields& fields, OptimiserPreset& optimiser)
{
    fields.number("rate", optimiser.rate, 1e-8, 1.0);
    fields.number("first_beta", optimiser.firstBeta, 0.0, 0.9999);
    fields.number("second_beta", optimiser.secondBeta, 0.0, 0.999999);
    fields.number("weight_decay", optimiser.weightDecay, 0.0, 1.0);
}

template <typename Fields> void describeTraining(Fields& fields, TrainingPreset& training)
{
    const auto optimiser = [](auto& inner, OptimiserPreset& part) {
        describeOptimiser(inner, part);
    };
    fields.number("epochs", training.epochs, 1, 100000);
    fields.number("batch", training.batch, 1, 4096);
    fields.word("schedule", training.schedule, {"constant", "one cycle", "cosine"});
    fields.number("peak", training.peak, 0.01, 0.99);
    fields.number("warm_up", training.warmUp, 0, 1000000);
    fields.word("polarity", training.polarity, {"as recorded", "random"});
    fields.word("recordings", training.recordings, {"by length", "alike"});
    fields.number("cycle_weight", training.cycleWeight, 0.0, 1e4);
    fields.number("spectral_weight", training.spectralWeight, 0.0, 1e4);
    fields.number("averaging", training.averaging, 0.0, 0.99999);
    fields.number("clip", training.clip, 0.0, 1e6);
    fields.number("patience", training.patience, 0, 100000);
    fields.part("generator", training.generator, optimiser);
    fields.part("critic", training.critic, optimiser);
}

template <typename Fields> void describePreset(Fields& fields, Preset& preset)
{
    fields.text("name", preset.name);
    fields.text("summary", preset.summary);
    fields.word("skeleton", preset.skeleton, {"none", "components"});
    fields.word("cycle", preset.cycle, {"absolute", "square", "whitened"});
    fields.word("error", preset.error, {"bands", "point", "area", "dtw"});
    fields.part("encoder", preset.encoder, [](auto& f, auto& p) { describeEncoder(f, p); });
    fields.part("generator", preset.generator, [](auto& f, auto& p) { describeGenerator(f, p); });
    fields.part(
        "signal_critic", preset.signalCritic, [](auto& f, auto& p) { describeSignalCritic(f, p); });
    fields.part(
        "latent_critic", preset.latentCritic, [](auto& f, auto& p) { describeLatentCritic(f, p); });
    fields.part(
        "adversarial", preset.adversarial, [](auto& f, auto& p) { describeAdversarial(f, p); });
    fields.part("training", preset.training, [](auto& f, auto& p) { describeTraining(f, p); });
}

tl::unexpected<Error> misfit(const std::string& what, const std::string& hint)
{
    return fail(ErrorCode::Usage, "the preset does not fit together: " + what, "preset", hint);
}

Status validateConvolutions(const Preset& preset)
{
    const EncoderPreset& encoder = preset.encoder;
    if (encoder.kernel % encoder.stride != 0 || (encoder.kernel - encoder.stride) % 2 != 0) {
        return misfit(
            fmt::format("encoder.kernel {} with encoder.stride {}", encoder.kernel, encoder.stride),
            "the kernel must be a multiple of the stride, and their difference even");
    }
    if (encoder.channels.size() != preset.generator.channels.size()) {
        return misfit("encoder.channels and generator.channels are lists of different length",
                      "the generator mirrors the encoder: as many entries in both");
    }
    return {};
}

Status validateRecurrent(const Preset& preset)
{
    if (preset.encoder.latent == LatentShape::Map) {
        return misfit("encoder.body recurrent with encoder.latent map",
                      "take the latent flat or pooled");
    }
    if (preset.generator.channels.size() > kMostDoublings + 1) {
        return misfit(fmt::format("generator.channels with {} recurrent layers",
                                  preset.generator.channels.size()),
                      fmt::format("take at most {}: the length doubles between two layers",
                                  kMostDoublings + 1));
    }
    return {};
}

Status validateCritic(const SignalCriticPreset& critic)
{
    const bool isTransformer = critic.body == CriticBody::Transformer;
    if (isTransformer && critic.width % critic.heads != 0) {
        return misfit(
            fmt::format("signal_critic.width {} is not a multiple of signal_critic.heads {}",
                        critic.width,
                        critic.heads),
            "choose a width that the heads divide");
    }
    if (critic.positions == Positions::Rotary && critic.width / critic.heads % 2 != 0) {
        return misfit(fmt::format("signal_critic.positions rotary with heads of {} numbers",
                                  critic.width / critic.heads),
                      "choose a width that is an even multiple of the heads");
    }
    const bool hasConvolutions = !isTransformer || critic.stem == Stem::Convolution;
    if (hasConvolutions && critic.padding == Padding::Zeros &&
        (critic.kernel < critic.stride || (critic.kernel - critic.stride) % 2 != 0)) {
        return misfit(fmt::format("signal_critic.kernel {} with signal_critic.stride {}",
                                  critic.kernel,
                                  critic.stride),
                      "the kernel must be longer than the stride by an even number");
    }
    return {};
}

} // namespace

Status validate(const Preset& preset)
{
    if (const Status fits = preset.encoder.body == Body::Recurrent ? validateRecurrent(preset)
                                                                   : validateConvolutions(preset);
        !fits) {
        return fits;
    }
    return validateCritic(preset.signalCritic);
}

nlohmann::json toJson(const Preset& preset)
{
    Preset copy = preset;
    FieldWriter writer;
    describePreset(writer, copy);
    return writer.take();
}

Result<Preset> parsePreset(const nlohmann::json& json)
{
    Preset preset = builtinPresets().front();
    FieldReader reader{json, ""};
    describePreset(reader, preset);
    if (auto wrong = reader.finish()) {
        return fail(std::move(*wrong));
    }
    if (const Status fits = validate(preset); !fits) {
        return fail(fits.error());
    }
    return preset;
}

Result<Preset> findPreset(const std::string& nameOrFile)
{
    for (const Preset& preset : builtinPresets()) {
        if (preset.name == nameOrFile) {
            return preset;
        }
    }
    if (!nameOrFile.ends_with(".json")) {
        return fail(
            ErrorCode::Usage,
            fmt::format("there is no preset '{}'", nameOrFile),
            "preset",
            fmt::format("take {} or a file that ends in .json", fmt::join(presetNames(), ", ")));
    }
    const auto bytes = readFile(nameOrFile, kLargestPresetFile);
    if (!bytes) {
        return fail(bytes.error());
    }
    const auto* first = reinterpret_cast<const char*>(bytes->data());
    const auto json = nlohmann::json::parse(first, first + bytes->size(), nullptr, false);
    if (json.is_discarded()) {
        return fail(ErrorCode::Usage,
                    "the preset file is not JSON",
                    nameOrFile,
                    "check its brackets and commas");
    }
    return parsePreset(json).map_error([&](Error error) {
        error.where = nameOrFile;
        return error;
    });
}

std::vector<std::string> presetNames()
{
    std::vector<std::string> names;
    for (const Preset& preset : builtinPresets()) {
        names.push_back(preset.name);
    }
    return names;
}

std::string presetSummary(std::string_view name)
{
    const auto& presets = builtinPresets();
    const auto found = std::find_if(
        presets.begin(), presets.end(), [&](const Preset& preset) { return preset.name == name; });
    return found == presets.end() ? std::string{} : found->summary;
}

} // namespace spall::nn
