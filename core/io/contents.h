// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/recording.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spall::io {

/// Columns of a matrix that are channels; one with more rows and more columns is a set of windows.
inline constexpr std::size_t kMostMatrixChannels = 64;

/// True when the short side of a matrix are channels: few, or up to 64 that are far longer.
[[nodiscard]] constexpr bool areChannels(std::uint64_t shortSide, std::uint64_t longSide)
{
    constexpr std::uint64_t kFew = 32;
    constexpr std::uint64_t kFarLonger = 8;
    return shortSide <= kFew ||
           (shortSide <= kMostMatrixChannels && longSide / kFarLonger >= shortSide);
}

/// A sequence of numbers found in a file, before anybody decided what it means.
struct FoundVector {
    std::string name; ///< address in the file: "X097_DE_time", "bearing.gs", "Y(:,2)", a heading
    std::string unit; ///< empty when the file does not say
    std::vector<double> samples;
    std::optional<Hertz> rate; ///< of this vector alone, where the format states one for each
    std::string firstBadPlace; ///< "line 17, column 3" of the first non-finite value, if known
    std::string title = {};    ///< what the file calls it beside its address: "vibration_1"
    bool isTime = false;       ///< the file writes these numbers as dates or times; in seconds
    bool isUnitShared = false; ///< the unit is stated for all that lies together, times as well
};

/// A single number found in a file.
struct FoundScalar {
    std::string name; ///< address in the file: "fs", "bearing.sr"
    double value = 0.0;
};

/// A short text found in a file, such as the name or the unit of the vector beside it.
struct FoundText {
    std::string name; ///< address in the file: "Y(7).Name"
    std::string value;
};

/// A vector that was times: the rate it gives, for vectors of its length.
struct FoundAxis {
    std::size_t length = 0;
    signal::Attributed<Hertz> rate;
    std::string warning;
    Seconds first = {}; ///< its first value
};

/// An uncut piece of a recording that was put together from several files.
struct FoundSnapshot {
    std::size_t first = 0; ///< sample at which it begins
    Seconds start;         ///< since the first one began
    std::string file;      ///< its name, without folder
};

/// Everything a reader found; `compose` makes a recording of it.
struct FileContents {
    std::string format; ///< "MAT v5 (compressed)", "text, ';' separated"
    std::vector<FoundVector> vectors;
    std::vector<FoundScalar> scalars;
    std::vector<FoundText> texts;
    std::vector<FoundAxis> axes;
    std::vector<FoundSnapshot> snapshots;
    bool isSpacingKnown = true; ///< of the snapshots; else they stand one directly behind the other
    std::optional<signal::Attributed<Hertz>> rate; ///< of all vectors, where the format has one
    std::optional<signal::Attributed<Rpm>> shaftSpeed;
    std::optional<Seconds> startOfDay; ///< when the first sample was taken, where the file says
    std::vector<std::string> leftOut;  ///< arrays that are no signals: "first (100 x 100)"
    std::vector<std::string> warnings;
};

} // namespace spall::io
