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
    front.shortFilter.coefficients = testCase.at("taps").at("values").get<std::vector<double>>();
    front.shortFilter.deviation = testCase.at("deviation").get<double>();
    front.components.length = front.windowLength;
    front.components.count = testCase.at("basis").at("shape").at(0).get<int>();
    front.components.basis = testCase.at("basis").at("values").get<std::vector<float>>();
    return front;
}

double weightDifference(const nn::Tadgan& nets, const nlohmann::json& expected)
{
    double worst = 0.0;
    for (const auto& item : nets->named_parameters()) {
        const auto wanted = tensorOf(expected.at(item.key())).reshape(item.value().sizes());
        worst = std::max(worst, (item.value() - wanted).abs().max().item<double>());
    }
    return worst;
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
    {
        const torch::NoGradGuard fixed;
        for (auto& item : nets->named_parameters()) {
            item.value().copy_(tensorOf(testCase.at("weights").at(item.key())));
        }
    }
    train::Adam critic{nets->criticParameters(), preset->training.critic};
    train::Adam generator{nets->generatorParameters(), preset->training.generator};
    const train::CriticBatch batch{.windows = tensorOf(testCase.at("windows")),
                                   .mix = tensorOf(testCase.at("mix")),
                                   .latentMix = tensorOf(testCase.at("latent_mix")),
                                   .latentReal = tensorOf(testCase.at("latent_real")),
                                   .prior = torch::zeros({5, nets->latentNumbers()}),
                                   .dropoutSeed = std::nullopt};
    StepDifference difference;
    difference.reconstruction =
        (nets->reconstruct(batch.windows) - tensorOf(testCase.at("reconstruction")))
            .abs()
            .max()
            .item<double>();
    const auto& first = testCase.at("critic_step");
    const auto judged = train::criticStep(nets, critic, preset->adversarial, batch, microBatch);
    difference.criticLosses = std::max({off(judged.critic, first, "critic"),
                                        off(judged.latentCritic, first, "latent"),
                                        off(judged.penalty, first, "penalty"),
                                        off(judged.gradientNorm, first, "norm")});
    difference.criticWeights = weightDifference(nets, first.at("after"));
    const auto& second = testCase.at("generator_step");
    const auto made = train::generatorStep(
        nets, generator, *preset, batch.windows, {}, train::Adversary::Present, microBatch);
    difference.generatorLosses = std::max({off(made.cycle, second, "cycle"),
                                           off(made.generator, second, "generator"),
                                           off(made.latent, second, "latent")});
    difference.generatorWeights = weightDifference(nets, second.at("after"));
    return difference;
}

} // namespace spall::oracle
