// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/reader.h"

namespace spall::io {

/// MAT files of level 4 and 5 (v5, v6, v7) through matio, after `checkMat`; v7.3 is HDF5. Every
/// numeric vector is found, in structs and cells too; a matrix with at most 32 columns (or rows)
/// gives one vector for each of them.
class MatReader : public Reader {
public:
    [[nodiscard]] ReaderDescription describe() const override;
    [[nodiscard]] Match probe(std::span<const std::byte> head,
                              const std::filesystem::path& path) const override;
    [[nodiscard]] Result<FileContents> read(const std::filesystem::path& path,
                                            const std::stop_token& stop) const override;
};

} // namespace spall::io
