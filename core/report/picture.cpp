// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_bytes.h"
#include "core/report/report.h"

#include <string_view>

namespace spall::report {

namespace {

constexpr std::size_t kLargest = 4U << 20U;

/// What the bytes are, by how they begin.
std::string mediaTypeOf(std::string_view bytes)
{
    if (bytes.substr(0, 8) == "\x89PNG\r\n\x1a\n") {
        return "image/png";
    }
    if (bytes.substr(0, 3) == "\xff\xd8\xff") {
        return "image/jpeg";
    }
    const std::string_view head = bytes.substr(0, 1024);
    return head.find("<svg") != std::string_view::npos ? "image/svg+xml" : "";
}

} // namespace

Result<Paper> parsePaper(std::string_view name)
{
    if (name == "a4") {
        return Paper::A4;
    }
    if (name == "letter") {
        return Paper::Letter;
    }
    return fail(ErrorCode::Usage,
                "there is no paper '" + std::string(name) + "'",
                "--paper",
                "use a4 or letter");
}

Result<Picture> readPicture(const std::filesystem::path& path)
{
    const auto bytes = readFile(path, kLargest);
    if (!bytes) {
        return fail(bytes.error());
    }
    Picture picture;
    picture.bytes.assign(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    picture.mediaType = mediaTypeOf(picture.bytes);
    if (picture.mediaType.empty()) {
        return fail(ErrorCode::UnknownFormat,
                    "this is no PNG, JPEG or SVG picture",
                    path.string(),
                    "export the logo as PNG or SVG");
    }
    return picture;
}

} // namespace spall::report
