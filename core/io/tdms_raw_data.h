// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/row_reader.h"
#include "core/io/tdms_metadata.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace spall::io {

/// An object of a TDMS file over all its segments.
struct TdmsChannel {
    std::string path;
    TdmsIndex index;
    TdmsProperties properties;
    std::vector<double> samples;
};

/// Takes room once for what the file can still hold, so that growing does not double the memory.
/// `bytes`: from the first raw data to the end of the file.
void reserveFor(std::span<TdmsChannel* const> active, std::uint64_t bytes);

/// The raw data of one segment. `active` are the objects with data, in the order of the file, not
/// empty; their values are appended. False: the segment is damaged. A reader that is stopped says
/// so itself (`RowReader::isStopped`).
class TdmsRawData {
public:
    /// `bytes` of the segment in `source`.
    TdmsRawData(ByteSource& source, std::uint64_t bytes, RowReader& rows)
        : m_source(source), m_left(bytes), m_rows(rows)
    {
    }

    /// Chunk after chunk, in each the values of one channel behind those of another. A segment that
    /// was cut short has its first channels whole and what is left of the next.
    [[nodiscard]] bool readContiguous(std::span<TdmsChannel* const> active);

    /// The channels side by side in rows.
    [[nodiscard]] bool readInterleaved(std::span<TdmsChannel* const> active);

    /// In each chunk one table of rows for each buffer of a DAQmx device.
    [[nodiscard]] bool readDaqmx(std::span<TdmsChannel* const> active);

private:
    bool readOfChunk(TdmsChannel& channel);
    bool readValues(TdmsChannel& channel, std::uint64_t count);
    bool readTables(const std::vector<RowTable>& tables);

    ByteSource& m_source;
    std::uint64_t m_left;
    RowReader& m_rows;
};

} // namespace spall::io
