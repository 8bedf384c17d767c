// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive.h"
#include "core/nn/tadgan.h"

#include <map>
#include <span>
#include <string>

namespace spall::nn {

/// A tensor as plain numbers.
[[nodiscard]] Array toArray(const torch::Tensor& tensor);
/// Plain numbers as a tensor of float32 of their shape.
[[nodiscard]] torch::Tensor toTensor(const Array& array);

/// Windows [count, length] as a tensor [count, 1, length] of its own.
[[nodiscard]] torch::Tensor toWindows(std::span<const float> values, std::int64_t count);
/// All numbers of a tensor, row by row.
[[nodiscard]] std::vector<float> toFloats(const torch::Tensor& tensor);

/// Everything learned, by name: parameters and the latents' statistics. The skeleton and the
/// whitening filter are not among it: they are the front's.
[[nodiscard]] std::map<std::string, Array> weightsOf(const Tadgan& nets);

/// Puts weights back. errors: UnknownFormat when a name or shape is not what the networks have;
/// they are then unchanged.
[[nodiscard]] Status loadWeights(Tadgan& nets, const std::map<std::string, Array>& weights);

} // namespace spall::nn
