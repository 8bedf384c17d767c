// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/zip_directory.h"

#include "core/io/number_format.h"

#include <algorithm>
#include <string_view>

namespace spall::io {
namespace {

constexpr std::uint32_t kLocalMark = 0x04034B50;
constexpr std::uint32_t kEntryMark = 0x02014B50;
constexpr std::uint32_t kEndMark = 0x06054B50;
constexpr std::uint32_t kEnd64Mark = 0x06064B50;
constexpr std::uint32_t kLocator64Mark = 0x07064B50;
constexpr std::uint32_t kIn64 = 0xFFFFFFFF; ///< the number stands in the 64-bit part
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kLocalBytes = 30;
constexpr std::uint64_t kLongestDirectory = 1ULL << 24U;

std::optional<std::string> bytesAt(std::istream& file, std::uint64_t at, std::uint64_t count)
{
    std::string bytes(static_cast<std::size_t>(count), '\0');
    file.clear();
    file.seekg(static_cast<std::streamoff>(at));
    file.read(bytes.data(), static_cast<std::streamsize>(count));
    return static_cast<std::uint64_t>(file.gcount()) == count ? std::optional{std::move(bytes)}
                                                              : std::nullopt;
}

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t width)
{
    return at + width <= bytes.size() ? decodeUnsigned(bytes.data() + at, width) : 0;
}

struct Directory {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};

/// Finds the end record, which may have a comment behind it, and the 64-bit one it points to.
std::optional<Directory> findDirectory(std::istream& file, std::uint64_t size)
{
    const std::uint64_t looked = std::min<std::uint64_t>(size, kEndBytes + 65'535);
    const auto tail = bytesAt(file, size - looked, looked);
    const auto at = tail ? tail->rfind("PK\5\6") : std::string::npos;
    if (at == std::string::npos || at + kEndBytes > tail->size() ||
        number(*tail, at, 4) != kEndMark) {
        return std::nullopt;
    }
    Directory directory{number(*tail, at + 16, 4), number(*tail, at + 12, 4)};
    if (at >= 20 && number(*tail, at - 20, 4) == kLocator64Mark) {
        const std::uint64_t end64 = number(*tail, at - 20 + 8, 8);
        const auto record = end64 + 56 <= size ? bytesAt(file, end64, 56) : std::nullopt;
        if (!record || number(*record, 0, 4) != kEnd64Mark) {
            return std::nullopt;
        }
        directory = {number(*record, 48, 8), number(*record, 40, 8)};
    }
    const bool isInside = directory.bytes <= kLongestDirectory && directory.offset <= size &&
                          directory.bytes <= size - directory.offset;
    return isInside ? std::optional{directory} : std::nullopt;
}

/// Sizes and the offset that stand in the 64-bit part of an entry.
void take64(std::string_view extra, ZipEntry& entry)
{
    while (extra.size() >= 4) {
        const auto bytes = static_cast<std::size_t>(number(extra, 2, 2));
        if (number(extra, 0, 2) == 1) {
            std::size_t at = 4;
            for (std::uint64_t* value : {&entry.plain, &entry.packed, &entry.offset}) {
                if (*value == kIn64) {
                    *value = number(extra, at, 8);
                    at += 8;
                }
            }
            return;
        }
        extra.remove_prefix(std::min(extra.size(), bytes + 4));
    }
}

/// Moves the offset from the local header to the bytes behind it; false when they are not inside.
bool enter(std::istream& file, std::uint64_t size, ZipEntry& entry)
{
    if (entry.offset > size || size - entry.offset < kLocalBytes) {
        return false;
    }
    const auto local = bytesAt(file, entry.offset, kLocalBytes);
    if (!local || number(*local, 0, 4) != kLocalMark) {
        return false;
    }
    entry.offset += kLocalBytes + number(*local, 26, 2) + number(*local, 28, 2);
    return entry.offset <= size && entry.packed <= size - entry.offset &&
           (entry.isDeflated || entry.packed == entry.plain);
}

} // namespace

std::optional<std::vector<ZipEntry>> readZipDirectory(std::istream& file, std::uint64_t size)
{
    const auto directory = size >= kEndBytes ? findDirectory(file, size) : std::nullopt;
    const auto bytes =
        directory ? bytesAt(file, directory->offset, directory->bytes) : std::nullopt;
    if (!bytes) {
        return std::nullopt;
    }
    std::vector<ZipEntry> entries;
    std::string_view left = *bytes;
    std::uint64_t claimed = 0;
    while (left.size() >= kEntryBytes && number(left, 0, 4) == kEntryMark) {
        const auto name = static_cast<std::size_t>(number(left, 28, 2));
        const auto extra = static_cast<std::size_t>(number(left, 30, 2));
        const auto comment = static_cast<std::size_t>(number(left, 32, 2));
        if (kEntryBytes + name + extra + comment > left.size()) {
            return std::nullopt;
        }
        const std::uint64_t method = number(left, 10, 2);
        ZipEntry entry{std::string{left.substr(kEntryBytes, name)},
                       number(left, 42, 4),
                       number(left, 20, 4),
                       number(left, 24, 4),
                       static_cast<std::uint32_t>(number(left, 16, 4)),
                       method == 8};
        take64(left.substr(kEntryBytes + name, extra), entry);
        const bool isPlainOrDeflated =
            (method == 0 || method == 8) && (number(left, 8, 2) & 1) == 0;
        left.remove_prefix(kEntryBytes + name + extra + comment);
        if (!isPlainOrDeflated) {
            continue;
        }
        // Entries that share bytes are the trick of archives that unpack without end.
        if (!enter(file, size, entry) || entry.packed > size - claimed) {
            return std::nullopt;
        }
        claimed += entry.packed;
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace spall::io
