// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"

#include <hdf5.h>

#include <array>
#include <string>
#include <vector>

namespace spall::io::hdf5 {

/// Reads the numbers in data sets and adds them to what was found: single numbers, vectors, the
/// columns of narrow matrices and the numeric members of records.
class NumberReader {
public:
    explicit NumberReader(FileContents& contents);

    /// Integers and floating point numbers of one or two dimensions.
    void addNumbers(hid_t data, std::array<hsize_t, 2> dims, const std::string& address);

    /// Records: each numeric member is a vector, each member of several numbers several vectors.
    void addRecords(hid_t data, std::array<hsize_t, 2> dims, const std::string& address);

private:
    [[nodiscard]] bool isWithinMemory(hid_t data, hsize_t count);
    void addMember(hid_t data, unsigned member, hsize_t rows, const std::string& address);
    void addColumns(const std::vector<double>& values,
                    std::array<hsize_t, 2> dims,
                    const std::string& address);

    FileContents& m_contents;
    hsize_t m_bytesLeft;
};

/// Why a data set cannot be read: its numbers lie in another file (which the file must not make
/// this program open), or are packed with a filter that is not here: " (in another file)". Empty
/// where it can.
[[nodiscard]] std::string obstacleOf(hid_t data);

/// The obstacle of data that lie in another file.
inline constexpr const char* kElsewhere = " (in another file)";

} // namespace spall::io::hdf5
