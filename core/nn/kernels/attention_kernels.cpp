// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/kernels/attention_kernels.h"

#include "core/nn/kernels/row_block.h"

#include <cmath>

namespace spall::nn::kernels {
namespace {

/// Eight rows of a matrix of attention weights and what is derived from them.
using Block = std::vector<float>;

/// Columns [first, first + 8) of [depth, tokens] as [depth, 8]; zero beyond the last token.
SPALL_INLINE void gather(const float* from, const Head& head, std::int64_t first, float* to)
{
    const std::int64_t count = std::min(kRows, head.tokens - first);
    for (std::int64_t k = 0; k < head.depth; ++k) {
        for (std::int64_t r = 0; r < kRows; ++r) {
            to[k * kRows + r] = r < count ? from[k * head.tokens + first + r] : 0.0F;
        }
    }
}

SPALL_INLINE void scatter(const float* from, const Head& head, std::int64_t first, float* to)
{
    const std::int64_t count = std::min(kRows, head.tokens - first);
    for (std::int64_t k = 0; k < head.depth; ++k) {
        std::copy_n(from + k * kRows, count, to + k * head.tokens + first);
    }
}

/// A hash of 32 bits (Wellons 2018), for one number or eight.
template <typename Bits> SPALL_INLINE Bits scrambled(Bits x)
{
    x = (x ^ (x >> 16U)) * 0x7FEB352DU;
    x = (x ^ (x >> 15U)) * 0x846CA68BU;
    return x ^ (x >> 16U);
}

/// Multiplies a block by 1 / (1 - rate) where weights are kept and by 0 where they are dropped.
SPALL_INLINE void drop(const Head& head, std::int64_t first, std::int64_t pitch, float* block)
{
    if (head.dropout <= 0.0F) {
        return;
    }
    const auto limit = static_cast<std::int32_t>(static_cast<double>(head.dropout) * 0x1p31);
    const float kept = 1.0F / (1.0F - head.dropout);
    for (std::int64_t r = 0; r < kRows; ++r) {
        const std::uint32_t row = scrambled(head.seed + static_cast<std::uint32_t>(first + r));
        float* values = block + r * pitch;
        BitLanes places{0, 1, 2, 3, 4, 5, 6, 7};
        for (std::int64_t j = 0; j < pitch; j += kLanes, places += kLanes) {
            const BitLanes chance = scrambled(row ^ (places * 0x9E3779B9U)) >> 1U;
            const IntLanes isKept = __builtin_convertvector(chance, IntLanes) >= limit;
            store(values + j, isKept ? load(values + j) * kept : Lanes{});
        }
    }
}

/// Turns scores into weights with known sums of exponentials.
SPALL_INLINE void
weigh(const Head& head, const float* logSums, std::int64_t first, std::int64_t pitch, float* block)
{
    for (std::int64_t r = 0; r < kRows; ++r) {
        const float logSum = first + r < head.tokens ? logSums[first + r] : 0.0F;
        float* values = block + r * pitch;
        for (std::int64_t j = 0; j < pitch; j += kLanes) {
            store(values + j, exponential(load(values + j) - logSum));
        }
        std::fill(values + head.tokens, values + pitch, 0.0F);
    }
}

/// Logarithm of the sum of exponentials of a row of scores.
SPALL_INLINE float logSumOf(const float* scores, std::int64_t tokens)
{
    Lanes highs = Lanes{} + scores[0];
    std::int64_t j = 0;
    for (; j + kLanes <= tokens; j += kLanes) {
        highs = larger(highs, load(scores + j));
    }
    float highest = highs[0];
    for (std::int64_t lane = 1; lane < kLanes; ++lane) {
        highest = std::max(highest, highs[lane]);
    }
    for (; j < tokens; ++j) {
        highest = std::max(highest, scores[j]);
    }
    Lanes sums{};
    for (j = 0; j + kLanes <= tokens; j += kLanes) {
        sums += exponential(load(scores + j) - highest);
    }
    float total = sum(sums);
    for (; j < tokens; ++j) {
        total += std::exp(scores[j] - highest);
    }
    return highest + std::log(total);
}

SPALL_INLINE float rowProduct(const float* a, const float* b, std::int64_t pitch)
{
    Lanes sums{};
    for (std::int64_t j = 0; j < pitch; j += kLanes) {
        sums += load(a + j) * load(b + j);
    }
    return sum(sums);
}

/// a[j] = p[j] · (a[j] - mean of a under p), row by row; the means go to `means`.
SPALL_INLINE void
centre(const float* weights, float* values, std::int64_t pitch, float (&means)[kRows])
{
    for (std::int64_t r = 0; r < kRows; ++r) {
        const float* p = weights + r * pitch;
        float* a = values + r * pitch;
        means[r] = rowProduct(p, a, pitch);
        for (std::int64_t j = 0; j < pitch; j += kLanes) {
            store(a + j, load(p + j) * (load(a + j) - means[r]));
        }
    }
}

} // namespace

SPALL_WIDE void attend(const Head& head, const Attended& in, float* out, float* logSums)
{
    const Padded keys{in.key, head.depth, head.tokens};
    const Padded values{in.value, head.depth, head.tokens};
    const std::int64_t pitch = keys.pitch();
    Block weights(static_cast<std::size_t>(kRows * pitch));
    Block some(static_cast<std::size_t>(kRows * head.depth));
    for (std::int64_t first = 0; first < head.tokens; first += kRows) {
        gather(in.query, head, first, some.data());
        multiply<false>(some.data(), keys, weights.data());
        for (std::int64_t r = 0; r < kRows && first + r < head.tokens; ++r) {
            logSums[first + r] = logSumOf(weights.data() + r * pitch, head.tokens);
        }
        weigh(head, logSums, first, pitch, weights.data());
        drop(head, first, pitch, weights.data());
        contract<false>(weights.data(), values, some.data());
        scatter(some.data(), head, first, out);
    }
}

// With p the weights, z the dropout, g the gradient and s = q'k:
// dv = (p·z)'g, dp = z·(g v'), ds = p·(dp - sum(p·dp)), dq = ds k, dk = ds'q.
SPALL_WIDE void attendBackward(const Head& head,
                               const Attended& in,
                               const float* gradient,
                               const AttendedGradients& out)
{
    const Padded keys{in.key, head.depth, head.tokens};
    const Padded values{in.value, head.depth, head.tokens};
    Padded keyGradients{head.depth, head.tokens};
    Padded valueGradients{head.depth, head.tokens};
    const std::int64_t pitch = keys.pitch();
    Block weights(static_cast<std::size_t>(kRows * pitch));
    Block slopes(weights.size());
    Block queries(static_cast<std::size_t>(kRows * head.depth));
    Block gradients(queries.size());
    Block some(queries.size());
    float means[kRows];
    for (std::int64_t first = 0; first < head.tokens; first += kRows) {
        gather(in.query, head, first, queries.data());
        gather(gradient, head, first, gradients.data());
        multiply<false>(queries.data(), keys, weights.data());
        weigh(head, in.logSums, first, pitch, weights.data());
        multiply<false>(gradients.data(), values, slopes.data());
        drop(head, first, pitch, slopes.data());
        centre(weights.data(), slopes.data(), pitch, means);
        contract<false>(slopes.data(), keys, some.data());
        scatter(some.data(), head, first, out.query);
        addOuter(queries.data(), slopes.data(), keyGradients);
        drop(head, first, pitch, weights.data());
        addOuter(gradients.data(), weights.data(), valueGradients);
    }
    keyGradients.copyTo(out.key);
    valueGradients.copyTo(out.value);
}

// Let a, b, c be what dq, dk, dv are multiplied by, m = a k' + q b', n = z·(g c'), and write E for
// the mean of a row under p. The sum is sum(ds·m) + sum(p·n); its gradients are
// for s:  p·(w - E w), w = dp·(m - E m) - (E dp)·m + n
// for m:  ds;   for dp:  t = p·(m - E m);   for n:  p,
// from which those for q, k, v and g follow by the products that s, m, dp and n are made of.
SPALL_WIDE void attendTwice(const Head& head,
                            const Attended& in,
                            const float* gradient,
                            const Attended& along,
                            const AttendedGradients& out,
                            float* outGradient)
{
    const Padded keys{in.key, head.depth, head.tokens};
    const Padded values{in.value, head.depth, head.tokens};
    const Padded alongKeys{along.key, head.depth, head.tokens};
    const Padded alongValues{along.value, head.depth, head.tokens};
    Padded keyGradients{head.depth, head.tokens};
    Padded valueGradients{head.depth, head.tokens};
    const std::int64_t pitch = keys.pitch();
    Block p(static_cast<std::size_t>(kRows * pitch));
    Block ds(p.size());
    Block t(p.size());
    Block w(p.size());
    Block q(static_cast<std::size_t>(kRows * head.depth));
    Block a(q.size());
    Block g(q.size());
    Block some(q.size());
    float dpMeans[kRows];
    float mMeans[kRows];
    float wMeans[kRows];
    for (std::int64_t first = 0; first < head.tokens; first += kRows) {
        gather(in.query, head, first, q.data());
        gather(along.query, head, first, a.data());
        gather(gradient, head, first, g.data());
        multiply<false>(q.data(), keys, p.data());
        weigh(head, in.logSums, first, pitch, p.data());
        multiply<false>(g.data(), values, ds.data()); // dp as yet
        drop(head, first, pitch, ds.data());
        multiply<false>(a.data(), keys, t.data()); // m as yet
        multiply<true>(q.data(), alongKeys, t.data());
        multiply<false>(g.data(), alongValues, w.data()); // n as yet
        drop(head, first, pitch, w.data());
        for (std::int64_t r = 0; r < kRows; ++r) {
            const std::int64_t row = r * pitch;
            const float dpMean = rowProduct(p.data() + row, ds.data() + row, pitch);
            const float mMean = rowProduct(p.data() + row, t.data() + row, pitch);
            for (std::int64_t j = row; j < row + pitch; j += kLanes) {
                const Lanes dp = load(ds.data() + j);
                const Lanes m = load(t.data() + j);
                store(w.data() + j, dp * (m - mMean) - dpMean * m + load(w.data() + j));
            }
        }
        centre(p.data(), ds.data(), pitch, dpMeans);
        centre(p.data(), t.data(), pitch, mMeans);
        centre(p.data(), w.data(), pitch, wMeans);
        contract<false>(ds.data(), alongKeys, some.data());
        contract<true>(w.data(), keys, some.data());
        scatter(some.data(), head, first, out.query);
        addOuter(a.data(), ds.data(), keyGradients);
        addOuter(q.data(), w.data(), keyGradients);
        drop(head, first, pitch, t.data());
        drop(head, first, pitch, p.data());
        contract<false>(t.data(), values, some.data());
        contract<true>(p.data(), alongValues, some.data());
        scatter(some.data(), head, first, outGradient);
        addOuter(g.data(), t.data(), valueGradients);
    }
    keyGradients.copyTo(out.key);
    valueGradients.copyTo(out.value);
}

} // namespace spall::nn::kernels
