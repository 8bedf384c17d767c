// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/runs.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <vector>

namespace spall::detect {
namespace {

using Bits = std::vector<std::uint64_t>; ///< flag i is bit i % 64 of word i / 64
constexpr std::size_t kWord = 64;

Bits packed(std::span<const char> flags)
{
    Bits bits((flags.size() + kWord - 1) / kWord);
    const std::size_t whole = flags.size() / 8;
    for (std::size_t eight = 0; eight < whole; ++eight) {
        std::uint64_t bytes = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            bytes |= static_cast<std::uint64_t>(flags[8 * eight + i]) << (8 * i);
        }
        // The product brings the lowest bit of byte i to bit 56 + i.
        const std::uint64_t byte = (bytes * 0x0102040810204080ULL) >> 56;
        bits[eight / 8] |= byte << (8 * (eight % 8));
    }
    for (std::size_t at = 8 * whole; at < flags.size(); ++at) {
        bits[at / kWord] |= static_cast<std::uint64_t>(flags[at]) << (at % kWord);
    }
    return bits;
}

/// Every flag moved `places` on; those beyond the end are dropped.
Bits moved(const Bits& bits, std::size_t places)
{
    Bits result(bits.size());
    const std::size_t words = places / kWord;
    const std::size_t rest = places % kWord;
    for (std::size_t at = words; at < bits.size(); ++at) {
        result[at] = bits[at - words] << rest;
        if (rest > 0 && at > words) {
            result[at] |= bits[at - words - 1] >> (kWord - rest);
        }
    }
    return result;
}

/// The places 1 to `reach` after any set flag. Doubling: what covers d places, moved d on, covers
/// 2d.
Bits after(const Bits& bits, std::size_t reach)
{
    Bits covered = moved(bits, 1);
    for (std::size_t done = 1; done < reach;) {
        const std::size_t more = std::min(done, reach - done);
        const Bits further = moved(covered, more);
        std::transform(
            covered.begin(), covered.end(), further.begin(), covered.begin(), std::bit_or<>());
        done += more;
    }
    return covered;
}

} // namespace

std::int64_t countRuns(std::span<const char> flags, std::size_t reach)
{
    const Bits bits = packed(flags);
    const Bits covered = after(bits, std::min(reach, flags.size()));
    std::int64_t runs = 0;
    for (std::size_t at = 0; at < bits.size(); ++at) {
        runs += std::popcount(bits[at] & ~covered[at]);
    }
    return runs;
}

} // namespace spall::detect
