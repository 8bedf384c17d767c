// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <cmath>
#include <numbers>

namespace spall {

Seed derive(Seed seed, std::string_view purpose)
{
    // FNV-1a over the purpose, then the SplitMix64 finaliser to spread the bits.
    std::uint64_t hash = 0xcbf29ce484222325ULL ^ seed.value;
    for (const char letter : purpose) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
    }
    hash ^= hash >> 30U;
    hash *= 0xbf58476d1ce4e5b9ULL;
    hash ^= hash >> 27U;
    hash *= 0x94d049bb133111ebULL;
    return Seed{hash ^ (hash >> 31U)};
}

RandomEngine makeEngine(Seed seed)
{
    return RandomEngine{seed.value};
}

double uniform(RandomEngine& engine)
{
    return static_cast<double>(engine() >> 11U) * 0x1.0p-53;
}

std::int64_t uniformIndex(RandomEngine& engine, std::int64_t count)
{
    return static_cast<std::int64_t>(uniform(engine) * static_cast<double>(count));
}

double normal(RandomEngine& engine)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform(engine)));
    return radius * std::cos(2.0 * std::numbers::pi * uniform(engine));
}

} // namespace spall
