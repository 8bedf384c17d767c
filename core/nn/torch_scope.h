// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/nn/torch.h"

#include <cfenv>

namespace spall::nn {

/// Where and how wide tensors are worked on.
struct TorchSettings {
    torch::Device device{torch::kCPU};
    int threads = 1;
};

/// While it lives, torch works with the wanted number of threads on this thread and takes denormal
/// numbers as zero (they slow a quiet network down tenfold); both are put back afterwards.
class TorchScope {
public:
    explicit TorchScope(const TorchSettings& settings);
    ~TorchScope();
    TorchScope(const TorchScope&) = delete;
    TorchScope& operator=(const TorchScope&) = delete;
    TorchScope(TorchScope&&) = delete;
    TorchScope& operator=(TorchScope&&) = delete;

private:
    int m_threads;
    std::fenv_t m_environment{};
};

/// While it lives, torch's default random numbers start from a seed: what freshly made layers draw
/// their weights from. The former state comes back afterwards.
class SeededTorch {
public:
    explicit SeededTorch(Seed seed);
    ~SeededTorch();
    SeededTorch(const SeededTorch&) = delete;
    SeededTorch& operator=(const SeededTorch&) = delete;
    SeededTorch(SeededTorch&&) = delete;
    SeededTorch& operator=(SeededTorch&&) = delete;

private:
    at::Generator m_generator;
    torch::Tensor m_state;
};

} // namespace spall::nn
