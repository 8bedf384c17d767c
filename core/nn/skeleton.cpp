// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/skeleton.h"

namespace spall::nn {

SkeletonImpl::SkeletonImpl(const score::PrincipalComponents& components)
{
    TORCH_CHECK(static_cast<std::int64_t>(components.basis.size()) ==
                    components.count * components.length,
                "the components' basis must be [count, length]");
    m_basis = register_buffer(
        "basis", torch::tensor(components.basis).reshape({components.count, components.length}));
}

torch::Tensor SkeletonImpl::coefficients(const torch::Tensor& x) const
{
    return torch::mm(x.squeeze(1), m_basis.t());
}

torch::Tensor SkeletonImpl::compose(const torch::Tensor& coefficients) const
{
    return torch::mm(coefficients, m_basis).unsqueeze(1);
}

WhitenerImpl::WhitenerImpl(const score::ArFilter& filter)
{
    const int order = filter.order();
    TORCH_CHECK(order > 0, "the AR filter is empty");
    auto current = torch::zeros({order, order});
    auto previous = torch::zeros({order, order});
    auto now = current.accessor<float, 2>();
    auto before = previous.accessor<float, 2>();
    const auto tap = [&](int lag) {
        const double value =
            lag == 0 ? 1.0 : filter.coefficients[static_cast<std::size_t>(lag) - 1];
        return static_cast<float>(value / filter.deviation);
    };
    for (int from = 0; from < order; ++from) {
        for (int to = 0; to < order; ++to) {
            if (from <= to) {
                now[from][to] = tap(to - from);
            }
            if (from >= to) {
                before[from][to] = tap(order + to - from);
            }
        }
    }
    m_current = register_buffer("current", current);
    m_previous = register_buffer("previous", previous);
}

torch::Tensor WhitenerImpl::forward(const torch::Tensor& x) const
{
    const std::int64_t block = order();
    const std::int64_t length = x.size(2);
    TORCH_CHECK(length > block, "the window is shorter than the AR filter");
    const std::int64_t missing = (block - length % block) % block;
    const auto whole = missing > 0 ? torch::constant_pad_nd(x, {0, missing}) : x;
    const auto blocks = whole.reshape({x.size(0), whole.size(2) / block, block});
    const std::int64_t last = blocks.size(1) - 1;
    const auto residual = torch::matmul(blocks.narrow(1, 1, last), m_current) +
                          torch::matmul(blocks.narrow(1, 0, last), m_previous);
    return residual.reshape({x.size(0), 1, last * block}).narrow(2, 0, length - block);
}

} // namespace spall::nn
