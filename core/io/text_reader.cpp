// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_reader.h"

#include "core/io/text_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace spall::io {
namespace {

std::string formatName(const TextLayout& layout)
{
    if (layout.columns.size() == 1) {
        return "text, one column";
    }
    switch (layout.dialect.separator) {
    case '\t':
        return "text, tab separated";
    case ' ':
        return "text, blank separated";
    case ';':
        return "CSV, ';' separated";
    default:
        return "CSV";
    }
}

} // namespace

ReaderDescription TextReader::describe() const
{
    return {"Columns of text", {".csv", ".tsv", ".txt", ".dat", ".asc"}};
}

Match TextReader::probe(std::span<const std::byte> head,
                        const std::filesystem::path& /*path*/) const
{
    const auto isControl = [](std::byte b) {
        const auto c = std::to_integer<unsigned char>(b);
        return c == 0 || (c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 127;
    };
    return std::any_of(head.begin(), head.end(), isControl) ? Match::No : Match::Possible;
}

Result<FileContents> TextReader::read(const std::filesystem::path& path,
                                      const std::stop_token& stop) const
{
    std::ifstream file{path, std::ios::binary};
    std::string head(kProbeBytes, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    if (head.starts_with("LabVIEW Measurement")) {
        // Its columns would pass for plain text, but its time step stands in a header of its own.
        return fail(ErrorCode::UnknownFormat,
                    "this is a LabVIEW measurement file, which Spall does not read",
                    path.string(),
                    "save it as CSV, WAV or MAT");
    }
    const Result<TextLayout> layout = layoutOf(head, path.string());
    if (!layout) {
        return fail(layout.error());
    }
    Result<TextTable> table = readTable(path, *layout, stop);
    if (!table) {
        return fail(table.error());
    }
    FileContents contents = interpretColumns(std::move(*table), *layout);
    contents.format = formatName(*layout);
    return contents;
}

} // namespace spall::io
