// SPDX-License-Identifier: GPL-3.0-or-later
#include "step_oracle.h"

#include "core/nn/weights.h"
#include "core/train/critic_step.h"
#include "core/train/generator_step.h"

#include <algorithm>
#include <cmath>

namespace spall::oracle {
namespace {

torch::Tensor tensorOf(const nlohmann::json& json)
{
    return torch::tensor(json.at("values").get<std::vector<float>>())
        .reshape(json.at("shape").get<std::vector<std::int64_t>>());
}

score::Front frontOf(const nlohmann::json& testCase)
{
    score::Front front;
    front.windowLength = testCase.at("length").get<std::int64_t>();
    if (!testCase.contains("basis")) {
        return front;
    }
    front.shortFilter.coefficients = testCase.at("taps").at("values").get<std::vector<double>>();
    front.shortFilter.deviation = testCase.at("deviation").get<double>();
    front.components.length = front.windowLength;
    front.components.count = testCase.at("basis").at("shape").at(0).get<int>();
    front.components.basis = testCase.at("basis").at("values").get<std::vector<float>>();
    return front;
}

/// Adam's first step divides each gradient by its own size, so that a gradient which is zero but
/// for rounding (a key's bias, before softmax) moves its weight by a whole rate either way.
constexpr double kRounding = 1e-5;

double weightDifference(const nn::Tadgan& nets, const nlohmann::json& step)
{
    double worst = 0.0;
    for (const auto& item : nets->named_parameters()) {
        if (!step.at("after").contains(item.key())) {
            continue;
        }
        auto off =
            item.value() - tensorOf(step.at("after").at(item.key())).reshape(item.value().sizes());
        if (step.at("gradients").contains(item.key())) {
            const auto gradient =
                tensorOf(step.at("gradients").at(item.key())).reshape(item.value().sizes());
            off = off * (gradient.abs() > kRounding);
        }
        worst = std::max(worst, off.abs().max().item<double>());
    }
    return worst;
}

/// Largest distance of the gradients that a step left behind.
double gradientDifference(const nn::Tadgan& nets, const nlohmann::json& step)
{
    double worst = 0.0;
    for (const auto& item : nets->named_parameters()) {
        if (!item.value().grad().defined()) {
            continue;
        }
        const auto wanted =
            tensorOf(step.at("gradients").at(item.key())).reshape(item.value().sizes());
        worst = std::max(worst, (item.value().grad() - wanted).abs().max().item<double>());
    }
    return worst;
}

void copyWeights(nn::Tadgan& nets, const nlohmann::json& weights)
{
    const torch::NoGradGuard fixed;
    for (auto& item : nets->named_parameters()) {
        if (weights.contains(item.key())) {
            item.value().copy_(tensorOf(weights.at(item.key())).reshape(item.value().sizes()));
        }
    }
}

double off(double found, const nlohmann::json& step, const char* key)
{
    return std::abs(found - step.at(key).get<double>());
}

} // namespace

StepDifference stepDifference(const nlohmann::json& testCase, long microBatch)
{
    const auto preset = nn::parsePreset(testCase.at("preset"));
    TORCH_CHECK(preset, "the case's preset cannot be read");
    nn::Tadgan nets(*preset, frontOf(testCase));
    copyWeights(nets, testCase.at("weights"));
    train::Adam critic{nets->criticParameters(), preset->training.critic};
    train::Adam generator{nets->generatorParameters(), preset->training.generator};
    const train::CriticBatch batch{.windows = tensorOf(testCase.at("windows")),
                                   .mix = tensorOf(testCase.at("mix")),
                                   .latentMix = tensorOf(testCase.at("latent_mix")),
                                   .latentReal = tensorOf(testCase.at("latent_real")),
                                   .prior = testCase.contains("prior")
                                                ? tensorOf(testCase.at("prior"))
                                                : torch::zeros({5, nets->latentNumbers()}),
                                   .dropoutSeed = std::nullopt};
    const train::StepOptions options{.microBatch = microBatch, .rateFactor = 1.0, .stop = {}};
    StepDifference difference;
    difference.reconstruction =
        (nets->reconstruct(batch.windows) - tensorOf(testCase.at("reconstruction")))
            .abs()
            .max()
            .item<double>();
    const auto& first = testCase.at("critic_step");
    const auto judged = *train::criticStep(nets, critic, preset->adversarial, batch, options);
    difference.criticLosses = std::max({off(judged.critic, first, "critic"),
                                        off(judged.latentCritic, first, "latent"),
                                        off(judged.penalty, first, "penalty"),
                                        off(judged.gradientNorm, first, "norm")});
    difference.criticWeights = weightDifference(nets, first);
    difference.criticGradients = gradientDifference(nets, first);
    critic.zeroGradients();
    copyWeights(nets, first.at("after")); // rounding has moved what shifts all of a critic's values
    const auto& second = testCase.at("generator_step");
    const auto made =
        *train::generatorStep(nets, generator, *preset, {batch.windows, batch.prior}, options);
    difference.generatorLosses = std::max({off(made.cycle, second, "cycle"),
                                           off(made.generator, second, "generator"),
                                           off(made.latent, second, "latent")});
    difference.generatorWeights = weightDifference(nets, second);
    difference.generatorGradients = gradientDifference(nets, second);
    return difference;
}

} // namespace spall::oracle
