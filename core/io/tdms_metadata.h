// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/number_format.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace spall::io {

/// Where the values of a channel lie in the rows of a DAQmx buffer.
struct TdmsPlace {
    NumberFormat number;
    std::size_t buffer = 0;
    std::size_t offset = 0;  ///< bytes from the beginning of a row
    std::uint32_t scale = 0; ///< number of the scale that is fed with these values
};

/// What a segment says about the raw data of one object.
struct TdmsIndex {
    std::uint64_t count = 0;            ///< values in one chunk
    std::optional<NumberFormat> number; ///< nothing for text, times and other non-numbers
    std::uint64_t bytes = 0;            ///< in one chunk
    std::vector<TdmsPlace> places;      ///< of DAQmx data
    std::vector<std::size_t> widths;    ///< bytes of a row in each DAQmx buffer
};

/// A property is a number or a text.
struct TdmsProperty {
    std::optional<double> number;
    std::string text;
};
using TdmsProperties = std::map<std::string, TdmsProperty, std::less<>>;

/// What a segment says about one object: the file ("/"), a group or a channel.
struct TdmsObject {
    std::string path;
    enum class Data { None, AsBefore, Indexed } data = Data::None;
    TdmsIndex index;
    TdmsProperties properties;
};

/// Reads the metadata of one segment; nothing when they are damaged.
/// source: National Instruments, "TDMS File Format Internal Structure".
[[nodiscard]] std::optional<std::vector<TdmsObject>> parseTdmsMetadata(std::span<const char> bytes,
                                                                       bool isBigEndian);

/// "/'Group'/'It''s'" -> {"Group", "It's"}.
[[nodiscard]] std::vector<std::string> tdmsPathParts(const std::string& path);

} // namespace spall::io
