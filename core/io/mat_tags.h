// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/byte_source.h"

#include <array>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::io {

// Element types and array classes of level 5, "MAT-File Format" tables 1-1 and 1-3.
enum ElementType : std::uint32_t {
    kInt8 = 1,
    kInt32 = 5,
    kUint32 = 6,
    kMatrix = 14,
    kCompressed = 15,
    kLastType = 18
};
enum ArrayClass : std::uint32_t { kCell = 1, kStruct, kObject, kChar, kSparse, kUint64 = 15 };
inline constexpr std::uint32_t kFunction = 16;
inline constexpr std::uint32_t kOpaque = 17;
inline constexpr std::uint32_t kComplexFlag = 0x0800;

// What nests deeper or has a longer name is refused: no program writes it.
inline constexpr int kDeepestNesting = 32;
inline constexpr std::uint32_t kLongestName = 4096;

/// The tag in front of every element of a level 5 file.
struct Tag {
    std::uint32_t type = 0;
    std::uint32_t bytes = 0;
    bool isSmall = false;
    std::array<char, 4> inlined{};

    /// Bytes up to the next element; compressed ones are not padded to eight.
    [[nodiscard]] std::uint64_t padded() const
    {
        if (isSmall) {
            return 0;
        }
        return type == kCompressed ? bytes : (bytes + 7ULL) / 8 * 8;
    }
};

/// What every level of the walk shares.
struct Walk {
    ByteSource& source;
    bool isSwapped = false;
    const std::stop_token& stop;
    std::uint64_t elements = 0;
    std::uint64_t decodedLeft = 0;         ///< bytes that values may still take in memory
    std::vector<std::string> objects = {}; ///< notes of objects of MATLAB on the way
    std::string problem = {};

    bool refuse(std::string text)
    {
        if (problem.empty()) {
            problem = std::move(text);
        }
        return false;
    }
};

/// Bytes of one value of an element type; 0 for types that hold no numbers.
[[nodiscard]] std::uint32_t bytesOfType(std::uint32_t type);

/// A 32-bit number in the byte order of the file.
[[nodiscard]] std::uint32_t number(const char* bytes, bool isSwapped);

/// Reads a tag and takes it from what is left of the parent; refuses one that claims more.
[[nodiscard]] std::optional<Tag> readTag(Walk& walk, std::uint64_t& left);

/// Reads the payload of a short element (flags, dimensions, names).
[[nodiscard]] std::optional<std::vector<char>>
readPayload(Walk& walk, const Tag& tag, std::uint64_t& left);

/// An object of MATLAB has its name, "MCOS" and the name of its class where others have dimensions.
/// What cannot be understood of it is passed over.
void noteObject(Walk& walk, std::uint64_t& left);

} // namespace spall::io
