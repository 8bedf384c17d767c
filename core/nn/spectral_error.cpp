// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/spectral_error.h"

#include <array>

namespace spall::nn {
namespace {

constexpr std::array<std::int64_t, 3> kFrames{32, 128, 512};
/// Keeps root and logarithm differentiable at silence.
constexpr double kSmallestPower = 1e-7;

/// Magnitudes of all frames, [N, C, frames, bins].
torch::Tensor magnitudes(const torch::Tensor& x, std::int64_t frame)
{
    const auto window = torch::hann_window(frame, x.options());
    const auto spectrum = torch::fft::rfft(x.unfold(2, frame, frame / 4) * window);
    return torch::view_as_real(spectrum).square().sum(-1).clamp_min(kSmallestPower).sqrt();
}

} // namespace

torch::Tensor spectralError(const torch::Tensor& x, const torch::Tensor& reconstruction)
{
    torch::Tensor total;
    int resolutions = 0;
    for (const std::int64_t frame : kFrames) {
        if (frame > x.size(2)) {
            break;
        }
        const auto wanted = magnitudes(x, frame);
        const auto found = magnitudes(reconstruction, frame);
        const auto error =
            (wanted - found).norm() / wanted.norm() + (wanted.log() - found.log()).abs().mean();
        total = total.defined() ? total + error : error;
        ++resolutions;
    }
    return total / resolutions;
}

} // namespace spall::nn
