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

/// While it lives, this thread takes denormal numbers as zero: they slow a quiet network down
/// tenfold. The former state comes back afterwards.
class DenormalsAsZero {
public:
    DenormalsAsZero();
    ~DenormalsAsZero();
    DenormalsAsZero(const DenormalsAsZero&) = delete;
    DenormalsAsZero& operator=(const DenormalsAsZero&) = delete;
    DenormalsAsZero(DenormalsAsZero&&) = delete;
    DenormalsAsZero& operator=(DenormalsAsZero&&) = delete;

private:
    std::fenv_t m_environment{}; ///< holds the flags, which torch can set but not tell
};

/// Torch works with the wanted number of threads (0: leave it) on this thread and on those to come,
/// and, while this lives, takes denormal numbers as zero on this one.
class TorchScope {
public:
    explicit TorchScope(const TorchSettings& settings);

private:
    DenormalsAsZero m_denormals;
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
