// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/contents.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::io {

/// What a reader reads, for dialogs and messages.
struct ReaderDescription {
    std::string name;                    ///< "MATLAB file"
    std::vector<std::string> extensions; ///< lower case, with the dot: ".mat"
};

/// How sure a reader is that a file is its own.
enum class Match {
    No,
    Possible, ///< nothing contradicts it (text without a signature)
    Certain,  ///< the signature says so, or the extension claims it and the bytes do not disagree
};

/// One file format. Stateless; the table in `readers.cpp` lists every one.
class Reader {
public:
    virtual ~Reader() = default;

    [[nodiscard]] virtual ReaderDescription describe() const = 0;

    /// Looks at the first bytes of the file (up to `kProbeBytes`) and at its name.
    [[nodiscard]] virtual Match probe(std::span<const std::byte> head,
                                      const std::filesystem::path& path) const = 0;

    /// Reads everything numeric. errors: FileUnreadable (damaged), UnknownFormat, Cancelled.
    [[nodiscard]] virtual Result<FileContents> read(const std::filesystem::path& path,
                                                    const std::stop_token& stop) const = 0;
};

/// What `probe` gets to see at most.
constexpr std::size_t kProbeBytes = 64UL * 1024UL;

} // namespace spall::io
