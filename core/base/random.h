// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string_view>

namespace spall {

/// The number a run can be repeated from.
struct Seed {
    std::uint64_t value = 1;
    friend bool operator==(const Seed&, const Seed&) = default;
};

/// A seed for one named purpose ("sampler", "init"): changing how one purpose draws leaves the
/// others as they were.
[[nodiscard]] Seed derive(Seed seed, std::string_view purpose);

/// Random engine of the project; draws below are ours, so they are the same with every compiler.
using RandomEngine = std::mt19937_64;

[[nodiscard]] RandomEngine makeEngine(Seed seed);

/// Uniform in [0, 1).
[[nodiscard]] double uniform(RandomEngine& engine);

/// Uniform in [0, count), count >= 1.
[[nodiscard]] std::int64_t uniformIndex(RandomEngine& engine, std::int64_t count);

/// Standard normal (Box-Muller, one value per call).
[[nodiscard]] double normal(RandomEngine& engine);

} // namespace spall
