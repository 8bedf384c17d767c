// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace spall {

/// A dense array of 32- or 64-bit numbers with its shape; exactly one of the two vectors is used.
struct Array {
    std::vector<std::int64_t> shape;
    std::vector<float> single;
    std::vector<double> real;
};

/// What a model or a checkpoint is on disk: a JSON document and named arrays.
///
/// File: the 8 bytes "SPALLARC", format version u32, header length u64 (both little-endian), the
/// header (JSON: the document and a table of name, type, shape, offset), the arrays' raw
/// little-endian numbers, and the SHA-256 of everything before it.
struct Archive {
    std::string kind; ///< "model", "checkpoint"
    int version = 1;  ///< of that kind's content
    nlohmann::json document;
    std::map<std::string, Array> arrays;
};

/// The archive as the bytes of its file. Same content, same bytes.
[[nodiscard]] std::vector<std::byte> toBytes(const Archive& archive);

/// Parses and checks an archive: any other kind, a newer version, a wrong hash or lying sizes are
/// refused before memory is taken. errors: UnknownFormat, VersionMismatch.
[[nodiscard]] Result<Archive> fromBytes(std::span<const std::byte> bytes,
                                        const std::string& kind,
                                        int newestVersion,
                                        const std::string& where);

/// Writes atomically. errors: WriteFailed.
[[nodiscard]] Status saveArchive(const std::filesystem::path& path, const Archive& archive);

/// Reads and checks. errors: FileUnreadable, UnknownFormat, VersionMismatch.
[[nodiscard]] Result<Archive>
loadArchive(const std::filesystem::path& path, const std::string& kind, int newestVersion);

} // namespace spall
