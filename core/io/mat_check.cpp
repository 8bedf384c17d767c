// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat_check.h"

#include "core/io/mat_elements.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

namespace spall::io {
namespace {

constexpr std::size_t kHeaderBytes = 128;

Result<MatContainer> containerOf(std::ifstream& file, std::uint64_t size, const std::string& where)
{
    std::array<char, kHeaderBytes> header{};
    file.read(header.data(), header.size());
    const auto got = static_cast<std::uint64_t>(file.gcount());
    const std::string_view text{header.data(), static_cast<std::size_t>(got)};
    const bool isVersion2 =
        got == kHeaderBytes && text.substr(124) == std::string_view{"\0\2IM", 4};
    if (text.starts_with("\x89HDF") || isVersion2) {
        return MatContainer::Hdf5;
    }
    const bool hasLevel5Mark =
        got == kHeaderBytes && (text.substr(126) == "IM" || text.substr(126) == "MI");
    if (hasLevel5Mark) {
        return MatContainer::Level5;
    }
    if (text.starts_with("MATLAB")) {
        return fail(ErrorCode::FileUnreadable,
                    got < kHeaderBytes ? "the MAT file ends inside its header"
                                       : "the MAT file's header has no byte order mark",
                    where,
                    "copy or export the file again");
    }
    if (size >= 20 && looksLikeLevel4(std::span{header}.first(20))) {
        return MatContainer::Level4;
    }
    return fail(ErrorCode::UnknownFormat,
                size == 0 ? "the file is empty" : "this is not a MAT file",
                where,
                "export it again from the program that recorded it");
}

} // namespace

Result<MatCheck> checkMat(const std::filesystem::path& path, const std::stop_token& stop)
{
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    std::ifstream file{path, std::ios::binary};
    if (error || !file) {
        return fail(ErrorCode::FileUnreadable,
                    "the file cannot be opened",
                    path.string(),
                    "check the path and that you may read it");
    }
    const auto container = containerOf(file, size, path.string());
    if (!container) {
        return fail(container.error());
    }
    if (*container == MatContainer::Hdf5) {
        return MatCheck{*container};
    }
    file.clear();
    if (*container == MatContainer::Level4) {
        const Status walked = checkLevel4(file, size, path.string());
        return walked ? Result<MatCheck>{MatCheck{*container}} : fail(walked.error());
    }
    return checkLevel5(file, size, path.string(), stop);
}

} // namespace spall::io
