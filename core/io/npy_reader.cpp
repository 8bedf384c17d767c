// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy_reader.h"

#include "core/base/platform.h"
#include "core/io/extension.h"
#include "core/io/npy_array.h"
#include "core/io/zip_directory.h"

#include <fmt/format.h>

#include <fstream>
#include <string_view>
#include <zlib.h>

namespace spall::io {
namespace {

/// Deflate packs at most about 1030 to 1; what claims more was never written.
constexpr std::uint64_t kMostInflation = 1100;

/// Passes bytes on and keeps their CRC-32, the checksum of ZIP.
class CheckedBytes : public ByteSource {
public:
    explicit CheckedBytes(ByteSource& inner) : m_inner(inner) {}

    [[nodiscard]] bool read(std::span<char> into) override
    {
        if (!m_inner.read(into)) {
            return false;
        }
        m_checksum = crc32_z(m_checksum, reinterpret_cast<const Bytef*>(into.data()), into.size());
        return true;
    }
    [[nodiscard]] bool skip(std::uint64_t count) override { return m_inner.skip(count); }
    [[nodiscard]] std::uint32_t checksum() const { return static_cast<std::uint32_t>(m_checksum); }

private:
    ByteSource& m_inner;
    uLong m_checksum = 0;
};

std::string withoutExtension(const std::string& name)
{
    return name.ends_with(".npy") ? name.substr(0, name.size() - 4) : name;
}

/// One array of an archive. errors: FileUnreadable, Cancelled; without a place.
Status readEntry(std::ifstream& file,
                 const ZipEntry& entry,
                 const std::stop_token& stop,
                 FileContents& contents)
{
    const std::uint64_t most =
        entry.isDeflated ? std::min(entry.plain, entry.packed * kMostInflation) : entry.plain;
    file.clear();
    file.seekg(static_cast<std::streamoff>(entry.offset));
    FileBytes plain{file, entry.packed};
    InflatedBytes inflated{file, entry.packed, Wrapping::None};
    CheckedBytes bytes{entry.isDeflated ? static_cast<ByteSource&>(inflated) : plain};
    const std::size_t leftOut = contents.leftOut.size();
    const Status array = readNpyArray(bytes, most, withoutExtension(entry.name), stop, contents);
    const bool isRead = array && contents.leftOut.size() == leftOut;
    if (isRead && entry.checksum != 0 && bytes.checksum() != entry.checksum) {
        return fail(ErrorCode::FileUnreadable,
                    fmt::format("the checksum of '{}' in the NumPy archive is wrong", entry.name),
                    {},
                    "copy or save the file again");
    }
    return array;
}

Status readArchive(std::ifstream& file,
                   std::uint64_t size,
                   const std::stop_token& stop,
                   FileContents& contents)
{
    const auto entries = readZipDirectory(file, size);
    if (!entries) {
        return fail(ErrorCode::FileUnreadable,
                    "the archive is cut or damaged",
                    {},
                    "copy or save the file again");
    }
    auto bytesLeft = static_cast<std::uint64_t>(std::max(availableMemory() / 2, 1LL << 30));
    for (const ZipEntry& entry : *entries) {
        if (!entry.name.ends_with(".npy")) {
            contents.leftOut.push_back(entry.name);
            continue;
        }
        if (entry.plain > bytesLeft) {
            contents.leftOut.push_back(fmt::format("{} ({} bytes)", entry.name, entry.plain));
            continue;
        }
        bytesLeft -= entry.plain;
        if (const Status read = readEntry(file, entry, stop, contents); !read) {
            return read;
        }
    }
    return {};
}

} // namespace

ReaderDescription NpyReader::describe() const
{
    return {"NumPy arrays", {".npy", ".npz"}};
}

Match NpyReader::probe(std::span<const std::byte> head, const std::filesystem::path& path) const
{
    const std::string_view text{reinterpret_cast<const char*>(head.data()), head.size()};
    const bool isArchive = text.starts_with("PK\3\4") && hasExtension(path, {".npz"});
    const bool holdsArray = text.starts_with("PK\3\4") && text.size() > 30 &&
                            text.substr(0, 512).find(".npy") != std::string_view::npos;
    return text.starts_with("\x93NUMPY") || isArchive || holdsArray ? Match::Certain : Match::No;
}

Result<FileContents> NpyReader::read(const std::filesystem::path& path,
                                     const std::stop_token& stop) const
{
    std::ifstream file{path, std::ios::binary};
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (!file || error) {
        return fail(ErrorCode::FileUnreadable,
                    "the file cannot be opened",
                    path.string(),
                    "check that you may read it");
    }
    FileContents contents;
    const bool isArchive = file.peek() == 'P';
    contents.format = isArchive ? "NumPy archive" : "NumPy array";
    FileBytes bytes{file, size};
    const Status read = isArchive ? readArchive(file, size, stop, contents)
                                  : readNpyArray(bytes, size, {}, stop, contents);
    if (!read) {
        Error problem = read.error();
        problem.where = path.string();
        return fail(std::move(problem));
    }
    return contents;
}

} // namespace spall::io
