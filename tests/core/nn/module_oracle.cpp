// SPDX-License-Identifier: GPL-3.0-or-later
#include "module_oracle.h"

#include "core/nn/attention.h"
#include "core/nn/gradient_penalty.h"
#include "core/nn/lstm.h"
#include "core/nn/spectral_error.h"
#include "core/nn/tadgan.h"

#include <algorithm>
#include <cmath>
#include <functional>

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
        return wrap(nn::Generator(preset->generator, preset->encoder, nn::WindowShape{1, 64}));
    }
    if (name.starts_with("latent")) {
        return wrap(nn::LatentCritic(preset->latentCritic, shape[1]));
    }
    return wrap(nn::SignalCritic(preset->signalCritic, shape[1], shape[2]));
}

/// Largest distance of the gradients that a backward pass left behind from those of a case.
double gradientDistance(const torch::nn::Module& module, const nlohmann::json& gradients)
{
    double worst = 0.0;
    for (const auto& item : module.named_parameters()) {
        if (!gradients.contains(item.key())) {
            continue;
        }
        const auto wanted = tensorOf(gradients.at(item.key())).reshape(item.value().sizes());
        const auto found =
            item.value().grad().defined() ? item.value().grad() : torch::zeros_like(wanted);
        worst = std::max(worst, distance(found, wanted));
    }
    return worst;
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
    const auto form = expected.at("form").get<std::string>();
    const auto penalty = nn::gradientPenalty(built.forward,
                                             {tensorOf(testCase.at("input")),
                                              tensorOf(expected.at("fake")),
                                              tensorOf(expected.at("mix"))},
                                             form == "one-sided"      ? nn::PenaltyForm::OneSided
                                             : form == "zero at real" ? nn::PenaltyForm::ZeroAtReal
                                                                      : nn::PenaltyForm::TwoSided);
    penalty.penalty.backward();
    PenaltyDifference difference;
    difference.value =
        std::abs(penalty.penalty.item<double>() - expected.at("value").get<double>());
    difference.norm = std::abs(penalty.meanNorm.item<double>() - expected.at("norm").get<double>());
    difference.gradient = gradientDistance(*built.module, expected.at("gradients"));
    return difference;
}

double backwardDifference(const nlohmann::json& testCase)
{
    const Built built = buildWithWeights(testCase);
    built.forward(tensorOf(testCase.at("input"))).square().mean().backward();
    return gradientDistance(*built.module, testCase.at("gradients"));
}

SpectralDifference spectralDifference(const nlohmann::json& testCase)
{
    const auto y = tensorOf(testCase.at("y")).requires_grad_(true);
    const auto error = nn::spectralError(tensorOf(testCase.at("x")), y);
    error.backward();
    return {std::abs(error.item<double>() - testCase.at("value").get<double>()),
            distance(y.grad(), tensorOf(testCase.at("gradient")))};
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

double lstmDifference(std::int64_t windows, std::int64_t steps, std::int64_t units)
{
    torch::manual_seed(5);
    nn::BiLstm ours(3, units);
    const auto x = torch::randn({windows, steps, 3}).requires_grad_(true);
    const auto weights = torch::randn({windows, steps, 2 * units});
    const auto own = ours->forward(x);
    auto inputs = ours->parameters();
    const auto none = torch::zeros({4 * units});
    std::vector<torch::Tensor> theirs{
        inputs[0], inputs[1], inputs[2], none, inputs[3], inputs[4], inputs[5], none};
    const auto state = torch::zeros({2, windows, units});
    const auto library =
        std::get<0>(torch::lstm(x, {state, state}, theirs, true, 1, 0.0, false, true, true));
    inputs.push_back(x);
    const auto a = torch::autograd::grad({(own * weights).sum()}, inputs);
    const auto b = torch::autograd::grad({(library * weights).sum()}, inputs);
    double worst = distance(own, library);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        worst = std::max(worst, distance(a[i], b[i]) / (1.0 + b[i].abs().max().item<double>()));
    }
    return worst;
}

namespace {

using AttentionFunction =
    std::function<torch::Tensor(const torch::Tensor&, const torch::Tensor&, const torch::Tensor&)>;

/// Output, first gradients, and gradients of their weighted squares, of attention.
std::vector<torch::Tensor> attentionPasses(const AttentionFunction& attention,
                                           const std::vector<torch::Tensor>& operands)
{
    const std::vector<torch::Tensor> inputs(operands.begin(), operands.begin() + 3);
    const auto out = attention(inputs[0], inputs[1], inputs[2]);
    auto first = torch::autograd::grad(
        {(out * operands[3]).sum()}, inputs, /*grad_outputs=*/{}, true, /*create_graph=*/true);
    torch::Tensor squares = torch::zeros({});
    for (std::size_t i = 0; i < 3; ++i) {
        squares = squares + (static_cast<double>(i + 1) * first[i].square()).sum();
    }
    std::vector<torch::Tensor> all{inputs};
    all.push_back(operands[3]);
    auto second = torch::autograd::grad({squares}, all);
    std::vector<torch::Tensor> results{out};
    results.insert(results.end(), first.begin(), first.end());
    results.insert(results.end(), second.begin(), second.end());
    return results;
}

} // namespace

std::vector<double> attentionDifferences(std::int64_t tokens, std::int64_t depth)
{
    torch::manual_seed(7);
    std::vector<torch::Tensor> operands;
    for (int i = 0; i < 4; ++i) {
        operands.push_back(torch::randn({3, depth, tokens}).requires_grad_(true));
    }
    const auto ours = attentionPasses(
        [](const auto& q, const auto& k, const auto& v) { return nn::attention(q, k, v, {}); },
        operands);
    const auto plain = attentionPasses(&nn::plainAttention, operands);
    std::vector<double> differences;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        differences.push_back(distance(ours[i], plain[i]) /
                              (1.0 + plain[i].abs().max().item<double>()));
    }
    return differences;
}

std::vector<double> droppedAttentionDifferences()
{
    constexpr std::int64_t kTokens = 21;
    torch::manual_seed(9);
    std::vector<torch::Tensor> operands;
    for (int i = 0; i < 4; ++i) {
        operands.push_back(torch::randn({2, kTokens, kTokens}).requires_grad_(true));
    }
    const nn::WeightDropout dropout{0.3, 77};
    // With values that are unit vectors, the output is the matrix of weights itself.
    const auto unit = torch::eye(kTokens).expand({2, kTokens, kTokens});
    const auto kept = nn::attention(operands[0], operands[1], unit, dropout).transpose(1, 2);
    const auto all = nn::plainAttention(operands[0], operands[1], unit).transpose(1, 2);
    const auto mask = (kept / all).detach();
    const auto ours = attentionPasses(
        [&](const auto& q, const auto& k, const auto& v) {
            return nn::attention(q, k, v, dropout);
        },
        operands);
    const auto plain = attentionPasses(
        [&](const auto& q, const auto& k, const auto& v) {
            const auto weights = torch::softmax(torch::bmm(q.transpose(1, 2), k), -1) * mask;
            return torch::bmm(v, weights.transpose(1, 2));
        },
        operands);
    const auto share = (mask == 0.0).to(torch::kFloat32).mean().item<double>();
    std::vector<double> differences{std::abs(share - dropout.rate)};
    for (std::size_t i = 0; i < ours.size(); ++i) {
        differences.push_back(distance(ours[i], plain[i]) /
                              (1.0 + plain[i].abs().max().item<double>()));
    }
    return differences;
}

Counts parameterCounts(const std::string& preset, std::int64_t length)
{
    const nn::Tadgan nets(*nn::findPreset(preset), frontOf(length));
    return {.encoder = count(*nets->encoder),
            .generator = count(*nets->generator),
            .signalCritic = count(*nets->signalCritic),
            .latentCritic = nets->hasLatentCritic() ? count(*nets->latentCritic) : 0};
}

bool keepsShape(const std::string& preset, std::int64_t channels, std::int64_t length)
{
    const torch::NoGradGuard fixed;
    nn::Tadgan nets(*nn::findPreset(preset), frontOf(length), channels);
    const auto x = torch::randn({2, channels, length});
    return nets->reconstruct(x).sizes() == x.sizes() &&
           nets->signalCritic->forward(nets->criticInput(x)).numel() == 2;
}

} // namespace spall::oracle
