// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"

#include "core/base/file_bytes.h"

#include <bit>
#include <cstring>

namespace spall {
namespace {

static_assert(std::endian::native == std::endian::little, "archives are written as they lie");

constexpr std::string_view kMagic = "SPALLARC";
constexpr std::uint32_t kFormat = 1;
constexpr std::size_t kPrefix = 8 + sizeof(std::uint32_t) + sizeof(std::uint64_t);
constexpr std::size_t kHashLength = 64;
constexpr std::size_t kLargestFile = std::size_t{4} << 30U;

void append(std::vector<std::byte>& out, const void* data, std::size_t size)
{
    const auto* first = static_cast<const std::byte*>(data);
    out.insert(out.end(), first, first + size);
}

template <typename T> T readAt(std::span<const std::byte> bytes, std::size_t offset)
{
    T value{};
    std::memcpy(&value, bytes.data() + offset, sizeof(T));
    return value;
}

std::size_t byteSize(const Array& array)
{
    return array.single.size() * sizeof(float) + array.real.size() * sizeof(double);
}

/// Takes one array out of the body; the table's numbers are not trusted.
Result<Array> takeArray(const nlohmann::json& row,
                        std::span<const std::byte> body,
                        const tl::unexpected<Error>& damaged)
{
    Array array;
    const auto offset = row.at("offset").get<std::uint64_t>();
    const auto& shape = row.at("shape");
    const auto& type = row.at("type");
    if (!shape.is_array() || (type != "f4" && type != "f8")) {
        return damaged;
    }
    std::uint64_t count = 1;
    for (const auto& side : shape) {
        const auto length = side.get<std::int64_t>();
        if (length < 0 ||
            (length > 0 && count > kLargestFile / static_cast<std::uint64_t>(length))) {
            return damaged;
        }
        count *= static_cast<std::uint64_t>(length);
        array.shape.push_back(length);
    }
    const bool isSingle = type == "f4";
    const std::uint64_t width = isSingle ? sizeof(float) : sizeof(double);
    if (offset > body.size() || count > (body.size() - offset) / width) {
        return damaged;
    }
    if (count == 0) {
        return array; // an empty vector has no address to copy to
    }
    const auto* first = body.data() + offset;
    if (isSingle) {
        array.single.resize(count);
        std::memcpy(array.single.data(), first, count * width);
    } else {
        array.real.resize(count);
        std::memcpy(array.real.data(), first, count * width);
    }
    return array;
}

} // namespace

std::vector<std::byte> toBytes(const Archive& archive)
{
    nlohmann::json header;
    header["kind"] = archive.kind;
    header["version"] = archive.version;
    header["document"] = archive.document;
    header["arrays"] = nlohmann::json::object();
    std::uint64_t offset = 0;
    for (const auto& [name, array] : archive.arrays) {
        header["arrays"][name] = {
            {"type", array.real.empty() ? "f4" : "f8"}, {"shape", array.shape}, {"offset", offset}};
        offset += byteSize(array);
    }
    const std::string text = header.dump();
    const std::uint64_t length = text.size();
    std::vector<std::byte> bytes;
    bytes.reserve(kPrefix + text.size() + offset + kHashLength);
    append(bytes, kMagic.data(), kMagic.size());
    append(bytes, &kFormat, sizeof(kFormat));
    append(bytes, &length, sizeof(length));
    append(bytes, text.data(), text.size());
    for (const auto& [name, array] : archive.arrays) {
        append(bytes, array.single.data(), array.single.size() * sizeof(float));
        append(bytes, array.real.data(), array.real.size() * sizeof(double));
    }
    const std::string hash = sha256(bytes);
    append(bytes, hash.data(), hash.size());
    return bytes;
}

Result<Archive> fromBytes(std::span<const std::byte> bytes,
                          const std::string& kind,
                          int newestVersion,
                          const std::string& where)
{
    const auto damaged = fail(
        ErrorCode::UnknownFormat, "the file is damaged", where, "take a backup, or make it again");
    const auto foreign = fail(ErrorCode::UnknownFormat,
                              "this is not a Spall " + kind + " file",
                              where,
                              "choose a file that Spall has written");
    if (bytes.size() < kPrefix + kHashLength ||
        std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
        return foreign;
    }
    if (readAt<std::uint32_t>(bytes, 8) != kFormat) {
        return fail(ErrorCode::VersionMismatch,
                    "the file is of another version of Spall",
                    where,
                    "open it with the version that wrote it");
    }
    const auto content = bytes.first(bytes.size() - kHashLength);
    const auto stored = bytes.last(kHashLength);
    const std::string hash = sha256(content);
    if (std::memcmp(hash.data(), stored.data(), kHashLength) != 0) {
        return damaged;
    }
    const auto headerLength = readAt<std::uint64_t>(bytes, 12);
    if (headerLength > content.size() - kPrefix) {
        return damaged;
    }
    const auto* first = reinterpret_cast<const char*>(bytes.data() + kPrefix);
    try {
        const auto header = nlohmann::json::parse(first, first + headerLength);
        if (header.at("kind") != kind) {
            return foreign;
        }
        Archive archive{kind, header.at("version").get<int>(), header.at("document"), {}};
        if (archive.version > newestVersion || archive.version < 1) {
            return fail(ErrorCode::VersionMismatch,
                        "the " + kind + " is of version " + std::to_string(archive.version) +
                            ", this program knows up to " + std::to_string(newestVersion),
                        where,
                        "open it with the version of Spall that wrote it");
        }
        for (const auto& [name, row] : header.at("arrays").items()) {
            auto array = takeArray(row, content.subspan(kPrefix + headerLength), damaged);
            if (!array) {
                return fail(std::move(array.error()));
            }
            archive.arrays.emplace(name, std::move(*array));
        }
        return archive;
    } catch (const nlohmann::json::exception&) {
        return damaged;
    }
}

Status saveArchive(const std::filesystem::path& path, const Archive& archive)
{
    return writeFileAtomically(path, toBytes(archive));
}

Result<Archive>
loadArchive(const std::filesystem::path& path, const std::string& kind, int newestVersion)
{
    auto bytes = readFile(path, kLargestFile);
    if (!bytes) {
        return fail(std::move(bytes.error()));
    }
    return fromBytes(*bytes, kind, newestVersion, path.string());
}

} // namespace spall
