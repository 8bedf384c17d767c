// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/random_score.h"

#include "core/score/stored_numbers.h"

#include <bit>

namespace spall::score {
namespace {

constexpr std::uint64_t kHalf = std::uint64_t{1} << 32U;

/// SplitMix64's finaliser (Steele et al. 2014).
std::uint64_t mixed(std::uint64_t bits)
{
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31U);
}

} // namespace

RandomScore::RandomScore(const Front& front, Seed seed) : m_length(front.windowLength), m_seed(seed)
{
}

Result<std::vector<double>> RandomScore::score(const WindowBatch& batch, std::stop_token stop) const
{
    return scoreEach(batch, m_length, stop, [&](std::span<const double> window) {
        std::uint64_t hash = mixed(m_seed.value + 1);
        for (const double sample : window) {
            hash = mixed(hash ^ std::bit_cast<std::uint64_t>(sample)) + 0x9e3779b97f4a7c15ULL;
        }
        return static_cast<double>(mixed(hash) >> 11U) * 0x1.0p-53;
    });
}

void RandomScore::store(Archive& archive, const std::string& prefix) const
{
    // A double holds whole numbers up to 2^53 only.
    put(archive,
        prefix + "/seed",
        std::vector{static_cast<double>(m_seed.value / kHalf),
                    static_cast<double>(m_seed.value % kHalf)});
}

Result<PlainMethodPtr>
RandomScore::load(const Front& front, const Archive& archive, const std::string& prefix)
{
    const auto halves = takeReal(archive, prefix + "/seed", 2);
    if (!halves) {
        return fail(halves.error());
    }
    std::uint64_t value = 0;
    for (const double half : *halves) {
        if (half < 0.0 || half >= static_cast<double>(kHalf)) {
            return fail(damagedPart(prefix + "/seed"));
        }
        value = value * kHalf + static_cast<std::uint64_t>(half);
    }
    return std::make_shared<const RandomScore>(front, Seed{value});
}

} // namespace spall::score
