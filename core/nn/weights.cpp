// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/weights.h"

#include <fmt/format.h>

namespace spall::nn {
namespace {

/// Parameters and learned buffers of the networks by name, sharing their memory.
std::map<std::string, torch::Tensor> learnedTensors(const Tadgan& nets)
{
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& item : nets->named_parameters()) {
        tensors.emplace(item.key(), item.value());
    }
    for (const auto& item : nets->named_buffers(/*recurse=*/false)) {
        tensors.emplace(item.key(), item.value());
    }
    return tensors;
}

} // namespace

Array toArray(const torch::Tensor& tensor)
{
    Array array;
    array.shape = tensor.sizes().vec();
    array.single = toFloats(tensor);
    return array;
}

torch::Tensor toTensor(const Array& array)
{
    return torch::tensor(array.single).reshape(array.shape);
}

torch::Tensor toWindows(std::span<const float> values, std::int64_t count)
{
    TORCH_CHECK(count > 0 && static_cast<std::int64_t>(values.size()) % count == 0,
                "windows must be [count, length]");
    const auto length = static_cast<std::int64_t>(values.size()) / count;
    auto windows = torch::empty({count, 1, length});
    std::copy(values.begin(), values.end(), windows.data_ptr<float>());
    return windows;
}

std::vector<float> toFloats(const torch::Tensor& tensor)
{
    const auto plain = tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
    const float* first = plain.data_ptr<float>();
    return {first, first + plain.numel()};
}

std::map<std::string, Array> weightsOf(const Tadgan& nets)
{
    std::map<std::string, Array> weights;
    for (const auto& [name, tensor] : learnedTensors(nets)) {
        weights.emplace(name, toArray(tensor));
    }
    return weights;
}

Status loadWeights(Tadgan& nets, const std::map<std::string, Array>& weights)
{
    auto tensors = learnedTensors(nets);
    for (const auto& [name, tensor] : tensors) {
        const auto found = weights.find(name);
        if (found == weights.end() || found->second.shape != tensor.sizes().vec() ||
            static_cast<std::int64_t>(found->second.single.size()) != tensor.numel()) {
            return fail(ErrorCode::UnknownFormat,
                        fmt::format("the networks' weights do not fit: {}", name),
                        "model",
                        "train the model again with this version and window length");
        }
    }
    if (weights.size() != tensors.size()) {
        return fail(ErrorCode::UnknownFormat,
                    "the model has weights that its preset does not know",
                    "model",
                    "train the model again with this version");
    }
    const torch::NoGradGuard fixed;
    for (auto& [name, tensor] : tensors) {
        tensor.copy_(toTensor(weights.at(name)));
    }
    return {};
}

} // namespace spall::nn
