// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/attention.h"

#include "core/nn/kernels/attention_kernels.h"
#include "core/nn/stop_scope.h"

namespace spall::nn {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// A block of heads as the kernels see them, one head after the other.
class Heads {
public:
    Heads(const torch::Tensor& query, double rate, std::int64_t seed)
        : m_count{query.size(0)},
          m_depth{query.size(1)},
          m_tokens{query.size(2)},
          m_rate{static_cast<float>(rate)},
          m_seed{static_cast<std::uint32_t>(seed)}
    {
    }

    [[nodiscard]] std::int64_t size() const { return m_depth * m_tokens; }
    [[nodiscard]] std::int64_t tokens() const { return m_tokens; }

    /// Calls `work(head, number)` for every head, on all of torch's threads.
    template <typename Work> void forEach(const Work& work) const
    {
        at::parallel_for(0, m_count, 1, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t i = first; i < last && !isStopping(); ++i) {
                constexpr std::uint32_t kStride = 0x9E3779B1U; // seeds of heads lie far apart
                work(kernels::Head{.tokens = m_tokens,
                                   .depth = m_depth,
                                   .dropout = m_rate,
                                   .seed = m_seed + static_cast<std::uint32_t>(i) * kStride},
                     i);
            }
        });
    }

private:
    std::int64_t m_count;
    std::int64_t m_depth;
    std::int64_t m_tokens;
    float m_rate;
    std::uint32_t m_seed;
};

const float* at(const torch::Tensor& tensor, std::int64_t offset)
{
    return tensor.data_ptr<float>() + offset;
}

float* into(torch::Tensor& tensor, std::int64_t offset)
{
    return tensor.data_ptr<float>() + offset;
}

kernels::Attended operands(const variable_list& saved, const Heads& heads, std::int64_t i)
{
    const std::int64_t offset = i * heads.size();
    return {at(saved[0], offset),
            at(saved[1], offset),
            at(saved[2], offset),
            at(saved[3], i * heads.tokens())};
}

Heads headsOf(AutogradContext* context, const variable_list& saved)
{
    return {saved[0], context->saved_data["rate"].toDouble(), context->saved_data["seed"].toInt()};
}

void keep(AutogradContext* context, const variable_list& tensors, double rate, std::int64_t seed)
{
    context->save_for_backward(tensors);
    context->saved_data["rate"] = rate;
    context->saved_data["seed"] = seed;
}

/// The gradients of attention as a function of queries, keys, values and the output's gradient.
class AttentionGradient : public torch::autograd::Function<AttentionGradient> {
public:
    static variable_list forward(AutogradContext* context,
                                 const torch::Tensor& query,
                                 const torch::Tensor& key,
                                 const torch::Tensor& value,
                                 const torch::Tensor& logSums,
                                 const torch::Tensor& gradient,
                                 double rate,
                                 std::int64_t seed)
    {
        const variable_list saved{query, key, value, logSums, gradient};
        keep(context, saved, rate, seed);
        auto queries = torch::empty_like(query);
        auto keys = torch::empty_like(query);
        auto values = torch::empty_like(query);
        const Heads heads{query, rate, seed};
        heads.forEach([&](const kernels::Head& head, std::int64_t i) {
            const std::int64_t offset = i * heads.size();
            kernels::attendBackward(
                head,
                operands(saved, heads, i),
                at(gradient, offset),
                {into(queries, offset), into(keys, offset), into(values, offset)});
        });
        return {queries, keys, values};
    }

    static variable_list backward(AutogradContext* context, variable_list along)
    {
        const auto saved = context->get_saved_variables();
        for (auto& tensor : along) {
            tensor = tensor.contiguous();
        }
        auto queries = torch::empty_like(saved[0]);
        auto keys = torch::empty_like(saved[0]);
        auto values = torch::empty_like(saved[0]);
        auto gradients = torch::empty_like(saved[0]);
        const Heads heads = headsOf(context, saved);
        heads.forEach([&](const kernels::Head& head, std::int64_t i) {
            const std::int64_t offset = i * heads.size();
            kernels::attendTwice(
                head,
                operands(saved, heads, i),
                at(saved[4], offset),
                {at(along[0], offset), at(along[1], offset), at(along[2], offset), nullptr},
                {into(queries, offset), into(keys, offset), into(values, offset)},
                into(gradients, offset));
        });
        return {queries, keys, values, {}, gradients, {}, {}};
    }
};

class Attention : public torch::autograd::Function<Attention> {
public:
    static torch::Tensor forward(AutogradContext* context,
                                 const torch::Tensor& query,
                                 const torch::Tensor& key,
                                 const torch::Tensor& value,
                                 double rate,
                                 std::int64_t seed)
    {
        auto out = torch::empty_like(query);
        auto logSums = torch::empty({query.size(0), query.size(2)}, query.options());
        const Heads heads{query, rate, seed};
        heads.forEach([&](const kernels::Head& head, std::int64_t i) {
            const std::int64_t offset = i * heads.size();
            kernels::attend(head,
                            {at(query, offset), at(key, offset), at(value, offset), nullptr},
                            into(out, offset),
                            into(logSums, i * heads.tokens()));
        });
        keep(context, {query, key, value, logSums}, rate, seed);
        return out;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const auto result = AttentionGradient::apply(saved[0],
                                                     saved[1],
                                                     saved[2],
                                                     saved[3],
                                                     gradients[0].contiguous(),
                                                     context->saved_data["rate"].toDouble(),
                                                     context->saved_data["seed"].toInt());
        return {result[0], result[1], result[2], {}, {}};
    }
};

} // namespace

torch::Tensor attention(const torch::Tensor& query,
                        const torch::Tensor& key,
                        const torch::Tensor& value,
                        const WeightDropout& dropout)
{
    TORCH_CHECK(query.dim() == 3 && query.sizes() == key.sizes() && key.sizes() == value.sizes(),
                "attention needs queries, keys and values [heads, depth, tokens]");
    if (!query.is_cpu()) {
        return plainAttention(query, key, value);
    }
    return Attention::apply(query.contiguous(),
                            key.contiguous(),
                            value.contiguous(),
                            dropout.rate,
                            static_cast<std::int64_t>(dropout.seed));
}

torch::Tensor
plainAttention(const torch::Tensor& query, const torch::Tensor& key, const torch::Tensor& value)
{
    const auto weights = torch::softmax(torch::bmm(query.transpose(1, 2), key), -1);
    return torch::bmm(value, weights.transpose(1, 2));
}

} // namespace spall::nn
