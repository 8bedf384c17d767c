// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/reader.h"

namespace spall::io {

/// LabVIEW measurement files (.lvm), text: segments with a header each, columns of values with no,
/// one or many columns of times, decimal point or comma.
class LvmReader : public Reader {
public:
    [[nodiscard]] ReaderDescription describe() const override;
    [[nodiscard]] Match probe(std::span<const std::byte> head,
                              const std::filesystem::path& path) const override;
    [[nodiscard]] Result<FileContents> read(const std::filesystem::path& path,
                                            const std::stop_token& stop) const override;
};

} // namespace spall::io
