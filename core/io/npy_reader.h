// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/reader.h"

namespace spall::io {

/// NumPy arrays (.npy) and archives of them (.npz, packed or not): vectors, matrices of either
/// orientation and order, records; whole numbers and floats of every width. Nothing that Python
/// would have to execute is read.
class NpyReader : public Reader {
public:
    [[nodiscard]] ReaderDescription describe() const override;
    [[nodiscard]] Match probe(std::span<const std::byte> head,
                              const std::filesystem::path& path) const override;
    [[nodiscard]] Result<FileContents> read(const std::filesystem::path& path,
                                            const std::stop_token& stop) const override;
};

} // namespace spall::io
