// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace spall::io {

/// Damages a file the way discs, transfers and malice do: bits, bytes, sizes that lie, missing,
/// doubled and foreign pieces, an early end. The same engine gives the same damage.
class Mutator {
public:
    explicit Mutator(Seed seed) : m_engine(makeEngine(seed)) {}

    [[nodiscard]] std::string mutated(std::string bytes)
    {
        constexpr std::int64_t kMostSteps = 4;
        const std::int64_t steps = 1 + uniformIndex(m_engine, kMostSteps);
        for (std::int64_t i = 0; i < steps && !bytes.empty(); ++i) {
            step(bytes);
        }
        return bytes;
    }

private:
    std::size_t below(std::size_t count)
    {
        return static_cast<std::size_t>(
            uniformIndex(m_engine, static_cast<std::int64_t>(std::max<std::size_t>(count, 1))));
    }

    /// Headers are where lies tell most: every second place lies near the beginning.
    std::size_t place(const std::string& bytes)
    {
        constexpr std::size_t kHeader = 512;
        return below(below(2) == 0 ? std::min(bytes.size(), kHeader) : bytes.size());
    }

    void step(std::string& bytes)
    {
        switch (below(8)) {
        case 0:
            return flipBits(bytes);
        case 1:
            bytes[place(bytes)] = static_cast<char>(below(256));
            return;
        case 2:
        case 3:
            return writeNumber(bytes);
        case 4:
            bytes.resize(below(bytes.size()));
            return;
        case 5:
            bytes.erase(place(bytes), 1 + below(16));
            return;
        case 6:
            return doublePiece(bytes);
        default:
            bytes.insert(place(bytes), 1 + below(16), static_cast<char>(below(256)));
            return;
        }
    }

    void flipBits(std::string& bytes)
    {
        const std::size_t flips = 1 + below(8);
        for (std::size_t i = 0; i < flips; ++i) {
            char& byte = bytes[place(bytes)];
            byte = static_cast<char>(byte ^ static_cast<char>(1U << below(8)));
        }
    }

    /// A size, a count or an offset that cannot be true, in 2, 4 or 8 bytes of either order; also
    /// as digits, for formats that are text.
    void writeNumber(std::string& bytes)
    {
        constexpr std::array<std::uint64_t, 10> kLies{0,
                                                      1,
                                                      0x7F,
                                                      0x7FFF,
                                                      0xFFFF,
                                                      0x7FFFFFFF,
                                                      0xFFFFFFFF,
                                                      0x7FFFFFFFFFFFFFFF,
                                                      0xFFFFFFFFFFFFFFFF,
                                                      0x0000000100000000};
        const std::uint64_t lie = kLies.at(below(kLies.size()));
        const std::size_t at = place(bytes);
        if (below(4) == 0) {
            const std::string digits = std::to_string(lie);
            bytes.replace(at, std::min(digits.size(), bytes.size() - at), digits);
            return;
        }
        const std::size_t width = std::size_t{2} << below(3);
        const bool isBig = below(2) == 0;
        for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i) {
            bytes[at + i] = static_cast<char>((lie >> (8 * (isBig ? width - 1 - i : i))) & 0xFFU);
        }
    }

    void doublePiece(std::string& bytes)
    {
        const std::size_t from = place(bytes);
        const std::string piece = bytes.substr(from, 1 + below(256));
        bytes.insert(place(bytes), piece);
    }

    RandomEngine m_engine;
};

} // namespace spall::io
