// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/reader.h"

namespace spall::io {

/// Universal files: the time responses of data sets 58, as text or binary. Spectra and other
/// functions are listed as left out.
class UffReader : public Reader {
public:
    [[nodiscard]] ReaderDescription describe() const override;
    [[nodiscard]] Match probe(std::span<const std::byte> head,
                              const std::filesystem::path& path) const override;
    [[nodiscard]] Result<FileContents> read(const std::filesystem::path& path,
                                            const std::stop_token& stop) const override;
};

} // namespace spall::io
