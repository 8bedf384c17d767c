// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/reader.h"

namespace spall::io {

/// WAV (RIFF, RIFX, RF64), FLAC, AIFF and their kin through libsndfile. Whole-number samples become
/// parts of full scale (-1 to 1), with a warning that the physical scale is unknown; floating point
/// is kept as it is.
class SoundReader : public Reader {
public:
    [[nodiscard]] ReaderDescription describe() const override;
    [[nodiscard]] Match probe(std::span<const std::byte> head,
                              const std::filesystem::path& path) const override;
    [[nodiscard]] Result<FileContents> read(const std::filesystem::path& path,
                                            const std::stop_token& stop) const override;
};

} // namespace spall::io
