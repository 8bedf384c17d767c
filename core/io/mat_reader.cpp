// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat_reader.h"

#include "core/io/extension.h"
#include "core/io/mat_check.h"
#include "core/io/mat_collect.h"
#include "core/io/mat_elements.h"
#include "core/io/text_reader.h"

#include <fmt/format.h>
#include <matio.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace spall::io {
namespace {

struct CloseMat {
    void operator()(mat_t* mat) const { Mat_Close(mat); }
};
struct FreeVariable {
    void operator()(matvar_t* variable) const { Mat_VarFree(variable); }
};

std::string formatName(MatContainer container)
{
    switch (container) {
    case MatContainer::Level4:
        return "MAT v4";
    case MatContainer::Level5:
        return "MAT v5";
    case MatContainer::Level5Compressed:
        return "MAT v5 (compressed)";
    case MatContainer::Hdf5:
        break;
    }
    return "MAT v7.3";
}

/// A long vector of doubles: the library can read it straight to its place. `checkMat` has made
/// sure that its dimensions agree with its bytes.
bool isPlainVector(const matvar_t& variable)
{
    constexpr std::size_t kWorthIt = 65'536;
    return variable.class_type == MAT_C_DOUBLE && variable.isComplex == 0 && variable.rank == 2 &&
           variable.name != nullptr && variable.name[0] != '\0' &&
           std::min(variable.dims[0], variable.dims[1]) == 1 &&
           std::max(variable.dims[0], variable.dims[1]) >= kWorthIt;
}

void readVector(mat_t& mat, matvar_t& variable, FileContents& contents)
{
    std::vector<double> samples(std::max(variable.dims[0], variable.dims[1]));
    std::array<int, 2> start{0, 0};
    std::array<int, 2> stride{1, 1};
    std::array<int, 2> edge{static_cast<int>(variable.dims[0]), static_cast<int>(variable.dims[1])};
    if (Mat_VarReadData(
            &mat, &variable, samples.data(), start.data(), stride.data(), edge.data()) == 0) {
        contents.vectors.push_back({variable.name, {}, std::move(samples), {}, {}});
    } else {
        contents.warnings.push_back(
            fmt::format("'{}' is damaged in the file and was left out.", variable.name));
    }
}

} // namespace

ReaderDescription MatReader::describe() const
{
    return {"MATLAB file", {".mat"}};
}

Match MatReader::probe(std::span<const std::byte> head, const std::filesystem::path& path) const
{
    const std::string_view text{reinterpret_cast<const char*>(head.data()), head.size()};
    const bool hasMark =
        text.size() >= 128 && (text.substr(126, 2) == "IM" || text.substr(126, 2) == "MI");
    if (hasMark || text.starts_with("MATLAB 5.0") || text.starts_with("MATLAB 7.3")) {
        return Match::Certain;
    }
    if (!hasExtension(path, {".mat"})) {
        return Match::No;
    }
    const bool isLevel4 = text.size() >= 20 && looksLikeLevel4(text.substr(0, 20));
    const bool isText = TextReader{}.probe(head, path) == Match::Possible;
    return isLevel4 ? Match::Certain : isText ? Match::No : Match::Possible;
}

Result<FileContents> MatReader::read(const std::filesystem::path& path,
                                     const std::stop_token& stop) const
{
    const auto checked = checkMat(path, stop);
    if (!checked) {
        return fail(checked.error());
    }
    if (checked->container == MatContainer::Hdf5) {
        return fail(ErrorCode::FileUnreadable,
                    "the header says MAT v7.3, but no HDF5 data follow it",
                    path.string(),
                    "copy or export the file again");
    }
    const std::unique_ptr<mat_t, CloseMat> mat{Mat_Open(path.string().c_str(), MAT_ACC_RDONLY)};
    if (!mat) {
        return fail(ErrorCode::FileUnreadable,
                    "the MAT file cannot be read",
                    path.string(),
                    "save it again with -v7");
    }
    FileContents contents;
    contents.format = formatName(checked->container);
    contents.leftOut = checked->objects;
    if (checked->endsInZeros) {
        contents.warnings.emplace_back(
            "The file ends in zeros, as after a copy that broke off; what stands before was read.");
    }
    while (true) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "reading was stopped", path.string());
        }
        const std::unique_ptr<matvar_t, FreeVariable> variable{Mat_VarReadNextInfo(mat.get())};
        if (!variable) {
            break;
        }
        if (isPlainVector(*variable)) {
            readVector(*mat, *variable, contents);
        } else if (Mat_VarReadDataAll(mat.get(), variable.get()) == 0) {
            collectVariable(*variable, contents);
        }
    }
    return contents;
}

} // namespace spall::io
