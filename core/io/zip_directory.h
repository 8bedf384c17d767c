// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace spall::io {

/// One file in a ZIP archive.
struct ZipEntry {
    std::string name;
    std::uint64_t offset = 0; ///< of its bytes in the archive
    std::uint64_t packed = 0; ///< bytes there
    std::uint64_t plain = 0;  ///< bytes once inflated, as the archive claims
    std::uint32_t checksum = 0;
    bool isDeflated = false;
};

/// The files that an archive of `size` bytes lists, each within its bounds and none overlapping
/// what it claims beyond them; those packed otherwise than by deflate, or encrypted, are passed
/// over. Nothing when the directory is missing or damaged.
/// source: PKWARE, APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16 and 4.5.3.
[[nodiscard]] std::optional<std::vector<ZipEntry>> readZipDirectory(std::istream& file,
                                                                    std::uint64_t size);

} // namespace spall::io
