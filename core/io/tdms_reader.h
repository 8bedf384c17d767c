// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/reader.h"

namespace spall::io {

/// National Instruments TDMS files, either byte order, channels side by side or one after the
/// other, DAQmx raw data included; linear and polynomial scales are applied.
class TdmsReader : public Reader {
public:
    [[nodiscard]] ReaderDescription describe() const override;
    [[nodiscard]] Match probe(std::span<const std::byte> head,
                              const std::filesystem::path& path) const override;
    [[nodiscard]] Result<FileContents> read(const std::filesystem::path& path,
                                            const std::stop_token& stop) const override;
};

} // namespace spall::io
