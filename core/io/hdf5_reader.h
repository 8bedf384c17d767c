// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/reader.h"

#include <string>

namespace spall::io {

/// HDF5 files, MAT v7.3 among them, through the HDF5 library: every numeric data set in groups,
/// structs and cells. matio is not used for them: it finds no variable in files that other programs
/// than MATLAB wrote.
class Hdf5Reader : public Reader {
public:
    [[nodiscard]] ReaderDescription describe() const override;
    [[nodiscard]] Match probe(std::span<const std::byte> head,
                              const std::filesystem::path& path) const override;
    [[nodiscard]] Result<FileContents> read(const std::filesystem::path& path,
                                            const std::stop_token& stop) const override;
};

/// Reads a file for nothing: what `prepareTrials` is to do. The library crashes on files whose
/// addresses are damaged, so the reader lets each be tried before it reads it here.
void tryHdf5(const std::string& path);

} // namespace spall::io
