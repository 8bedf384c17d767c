// SPDX-License-Identifier: GPL-3.0-or-later
#include "module_oracle.h"

#include "core/nn/gradient_penalty.h"
#include "core/nn/tadgan.h"

#include <algorithm>
#include <cmath>

namespace spall::oracle {
namespace {

torch::Tensor tensorOf(const nlohmann::json& json)
{
    return torch::tensor(json.at("values").get<std::vector<float>>())
        .reshape(json.at("shape").get<std::vector<std::int64_t>>());
}

double distance(const torch::Tensor& a, const torch::Tensor& b)
{
    return (a - b).abs().max().item<double>();
}

void copyWeights(torch::nn::Module& module, const nlohmann::json& weights)
{
    const torch::NoGradGuard fixed;
    auto parameters = module.named_parameters();
    TORCH_CHECK(parameters.size() == weights.size(), "the case has other parameters");
    for (auto& item : parameters) {
        item.value().copy_(tensorOf(weights.at(item.key())).reshape(item.value().sizes()));
    }
}

/// A module of a case with a plain way to call it.
struct Built {
    std::shared_ptr<torch::nn::Module> module;
    nn::CriticFunction forward;
};

template <typename Module> Built wrap(Module module)
{
    return {module.ptr(), [module](const torch::Tensor& x) mutable {
                return module->forward(x);
            }};
}

Built build(const nlohmann::json& testCase)
{
    const auto name = testCase.at("name").get<std::string>();
    const auto preset = nn::parsePreset(testCase.at("preset"));
    TORCH_CHECK(preset, "the case's preset cannot be read");
    const auto shape = testCase.at("input").at("shape").get<std::vector<std::int64_t>>();
    if (name == "upsampling") {
        return wrap(nn::Upsampling(3, 2, nn::ConvShape{}));
    }
    if (name.starts_with("encoder")) {
        return wrap(nn::Encoder(preset->encoder, shape[1], shape[2]));
    }
    if (name.starts_with("generator")) {
        return wrap(nn::Generator(preset->generator, preset->encoder, 64));
    }
    if (name.starts_with("latent")) {
        return wrap(nn::LatentCritic(preset->latentCritic, shape[1]));
    }
    return wrap(
        nn::SignalCritic(preset->signalCritic, nn::convShape(preset->encoder), shape[1], shape[2]));
}

Built buildWithWeights(const nlohmann::json& testCase)
{
    Built built = build(testCase);
    copyWeights(*built.module, testCase.at("weights"));
    return built;
}

/// A front of the shape that a real one has at this length.
score::Front frontOf(std::int64_t length)
{
    score::Front front;
    front.windowLength = length;
    front.shortFilter.coefficients.assign(static_cast<std::size_t>(length / 16), 0.01);
    front.components.length = length;
    front.components.count = static_cast<int>(std::max<std::int64_t>(1, length / 20));
    front.components.basis.assign(static_cast<std::size_t>(front.components.count * length),
                                  0.001F);
    return front;
}

std::int64_t count(const torch::nn::Module& module)
{
    std::int64_t numbers = 0;
    for (const auto& parameter : module.parameters()) {
        numbers += parameter.numel();
    }
    return numbers;
}

} // namespace

double forwardDifference(const nlohmann::json& testCase)
{
    const Built built = buildWithWeights(testCase);
    return distance(built.forward(tensorOf(testCase.at("input"))), tensorOf(testCase.at("output")));
}

PenaltyDifference penaltyDifference(const nlohmann::json& testCase)
{
    const Built built = buildWithWeights(testCase);
    const auto& expected = testCase.at("penalty");
    const auto penalty = nn::gradientPenalty(built.forward,
                                             tensorOf(testCase.at("input")),
                                             tensorOf(expected.at("fake")),
                                             tensorOf(expected.at("mix")));
    penalty.penalty.backward();
    PenaltyDifference difference;
    difference.value =
        std::abs(penalty.penalty.item<double>() - expected.at("value").get<double>());
    difference.norm = std::abs(penalty.meanNorm.item<double>() - expected.at("norm").get<double>());
    for (const auto& item : built.module->named_parameters()) {
        if (!expected.at("gradients").contains(item.key())) {
            continue;
        }
        const auto wanted =
            tensorOf(expected.at("gradients").at(item.key())).reshape(item.value().sizes());
        const auto found =
            item.value().grad().defined() ? item.value().grad() : torch::zeros_like(wanted);
        difference.gradient = std::max(difference.gradient, distance(found, wanted));
    }
    return difference;
}

double upsamplingDifference(std::int64_t length)
{
    nn::Upsampling ours(3, 2, nn::ConvShape{});
    torch::nn::ConvTranspose1d theirs(
        torch::nn::ConvTranspose1dOptions(3, 2, 16).stride(4).padding(6));
    {
        const torch::NoGradGuard fixed;
        theirs->weight.copy_(ours->parameters()[0]);
        theirs->bias.copy_(ours->parameters()[1]);
    }
    const auto x = torch::randn({2, 3, length});
    const auto numbers = static_cast<double>(2 * 2 * 4 * length);
    const auto a = ours->forward(x);
    const auto b = theirs->forward(x);
    a.square().sum().backward();
    b.square().sum().backward();
    return std::max({distance(a, b),
                     distance(ours->parameters()[0].grad(), theirs->weight.grad()) / numbers,
                     distance(ours->parameters()[1].grad(), theirs->bias.grad()) / numbers});
}

Counts parameterCounts(const std::string& preset)
{
    const nn::Tadgan nets(*nn::findPreset(preset), frontOf(2048));
    return {.encoder = count(*nets->encoder),
            .generator = count(*nets->generator),
            .signalCritic = count(*nets->signalCritic)};
}

bool keepsLength(const std::string& preset, std::int64_t length)
{
    const torch::NoGradGuard fixed;
    nn::Tadgan nets(*nn::findPreset(preset), frontOf(length));
    const auto x = torch::randn({2, 1, length});
    return nets->reconstruct(x).sizes() == x.sizes() &&
           nets->signalCritic->forward(nets->criticInput(x)).numel() == 2;
}

} // namespace spall::oracle
