// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/byte_source.h"
#include "core/io/number_format.h"

#include <span>
#include <stop_token>
#include <vector>

namespace spall::io {

/// One number in every row of a table of bytes, and where its values go.
struct RowField {
    NumberFormat number;
    std::size_t offset = 0; ///< bytes from the beginning of the row
    std::vector<double>* into = nullptr;
};

/// A table of numbers in bytes: samples of several channels side by side, or of one channel in a
/// row.
struct RowTable {
    std::size_t rowBytes = 0;
    std::uint64_t rows = 0;
    std::vector<RowField> fields;
};

/// Reads tables block by block. Room for the values is taken by the caller, who knows how many
/// there can be; otherwise it grows with what is really there.
class RowReader {
public:
    explicit RowReader(std::stop_token stop) : m_stop(std::move(stop)) {}

    /// Appends the values of each row to the fields' vectors and returns how many whole rows there
    /// were; fewer than asked for when the bytes end, are damaged, or reading is stopped.
    [[nodiscard]] std::uint64_t read(ByteSource& source, const RowTable& table);

    [[nodiscard]] bool isStopped() const { return m_stop.stop_requested(); }

private:
    std::stop_token m_stop;
    std::vector<char> m_block;
};

} // namespace spall::io
