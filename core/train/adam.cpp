// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/adam.h"

#include "core/nn/weights.h"

#include <fmt/format.h>

#include <cmath>

namespace spall::train {
namespace {

constexpr double kEpsilon = 1e-8;

} // namespace

Adam::Adam(std::vector<torch::Tensor> parameters, nn::OptimiserPreset options)
    : m_parameters{std::move(parameters)}, m_options{options}
{
    for (const auto& parameter : m_parameters) {
        m_firstMoments.push_back(torch::zeros_like(parameter));
        m_secondMoments.push_back(torch::zeros_like(parameter));
    }
}

void Adam::zeroGradients()
{
    for (auto& parameter : m_parameters) {
        parameter.mutable_grad() = torch::Tensor{};
    }
}

void Adam::clipGradients(double largest)
{
    double square = 0.0;
    for (const auto& parameter : m_parameters) {
        if (parameter.grad().defined()) {
            square += parameter.grad().square().sum().item<double>();
        }
    }
    const double norm = std::sqrt(square);
    if (!(norm > largest)) {
        return;
    }
    for (auto& parameter : m_parameters) {
        if (parameter.grad().defined()) {
            parameter.mutable_grad().mul_(largest / norm);
        }
    }
}

void Adam::step(double factor)
{
    const torch::NoGradGuard fixed;
    ++m_steps;
    const double rate = m_options.rate * factor;
    const auto count = static_cast<double>(m_steps);
    const double firstCorrection = 1.0 - std::pow(m_options.firstBeta, count);
    const double secondCorrection = 1.0 - std::pow(m_options.secondBeta, count);
    const nn::kernels::AdamFactors factors{
        .firstBeta = static_cast<float>(m_options.firstBeta),
        .secondBeta = static_cast<float>(m_options.secondBeta),
        .kept = static_cast<float>(1.0 - rate * m_options.weightDecay),
        .rate = static_cast<float>(rate / firstCorrection),
        .rootCorrection = static_cast<float>(std::sqrt(secondCorrection)),
        .epsilon = static_cast<float>(kEpsilon)};
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const auto gradient = m_parameters[i].grad();
        if (!gradient.defined()) {
            continue;
        }
        if (m_parameters[i].is_cpu() && m_parameters[i].is_contiguous()) {
            stepInOnePass(i, gradient.contiguous(), factors);
            continue;
        }
        m_parameters[i].mul_(1.0 - rate * m_options.weightDecay);
        m_firstMoments[i].mul_(m_options.firstBeta).add_(gradient, 1.0 - m_options.firstBeta);
        m_secondMoments[i]
            .mul_(m_options.secondBeta)
            .addcmul_(gradient, gradient, 1.0 - m_options.secondBeta);
        const auto scale =
            m_secondMoments[i].sqrt().div_(std::sqrt(secondCorrection)).add_(kEpsilon);
        m_parameters[i].addcdiv_(m_firstMoments[i], scale, -rate / firstCorrection);
    }
}

void Adam::stepInOnePass(std::size_t i,
                         const torch::Tensor& gradient,
                         const nn::kernels::AdamFactors& factors)
{
    constexpr std::int64_t kGrain = 1 << 15;
    float* weights = m_parameters[i].data_ptr<float>();
    float* first = m_firstMoments[i].data_ptr<float>();
    float* second = m_secondMoments[i].data_ptr<float>();
    const float* slopes = gradient.data_ptr<float>();
    at::parallel_for(0, gradient.numel(), kGrain, [&](std::int64_t from, std::int64_t to) {
        nn::kernels::adamStep(
            factors, to - from, slopes + from, {weights + from, first + from, second + from});
    });
}

void Adam::store(std::map<std::string, Array>& arrays, const std::string& prefix) const
{
    Array steps;
    steps.shape = {1};
    steps.real = {static_cast<double>(m_steps)};
    arrays[prefix + "steps"] = std::move(steps);
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        arrays[fmt::format("{}first/{}", prefix, i)] = nn::toArray(m_firstMoments[i]);
        arrays[fmt::format("{}second/{}", prefix, i)] = nn::toArray(m_secondMoments[i]);
    }
}

Status Adam::restore(const std::map<std::string, Array>& arrays, const std::string& prefix)
{
    const auto damaged = fail(
        ErrorCode::UnknownFormat, "the optimiser's state does not fit the networks", "checkpoint");
    const auto take = [&](const std::string& name, torch::Tensor& into) {
        const auto found = arrays.find(name);
        if (found == arrays.end() || found->second.shape != into.sizes().vec()) {
            return false;
        }
        into.copy_(nn::toTensor(found->second));
        return true;
    };
    const auto steps = arrays.find(prefix + "steps");
    if (steps == arrays.end() || steps->second.real.size() != 1) {
        return damaged;
    }
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        if (!take(fmt::format("{}first/{}", prefix, i), m_firstMoments[i]) ||
            !take(fmt::format("{}second/{}", prefix, i), m_secondMoments[i])) {
            return damaged;
        }
    }
    m_steps = static_cast<std::int64_t>(steps->second.real.front());
    return {};
}

} // namespace spall::train
