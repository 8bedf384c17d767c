// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_reader.h"

#include "core/io/encoding.h"
#include "core/io/preamble.h"
#include "core/io/text_columns.h"
#include "core/io/text_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <sstream>

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
    case '|':
        return "CSV, '|' separated";
    default:
        return "CSV";
    }
}

/// The text of a file, in memory only where its encoding has to be changed. errors: FileUnreadable.
Result<std::unique_ptr<std::istream>> openText(const std::filesystem::path& path)
{
    auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
    std::string head(kProbeBytes, '\0');
    file->read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file->gcount()));
    file->clear();
    file->seekg(0);
    if (!*file) {
        return fail(ErrorCode::FileUnreadable,
                    "the file cannot be opened",
                    path.string(),
                    "check that you may read it");
    }
    if (!needsTranscoding(head)) {
        return file;
    }
    std::error_code error;
    std::string bytes(static_cast<std::size_t>(std::filesystem::file_size(path, error)), '\0');
    file->read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file->gcount()));
    return std::make_unique<std::istringstream>(transcoded(std::move(bytes)));
}

/// So few lines that the signals may stand in rows.
bool holdsFewLines(std::string_view head)
{
    constexpr std::ptrdiff_t kFewLines = 32;
    return std::count(head.begin(), head.end(), '\n') <= kFewLines;
}

} // namespace

ReaderDescription TextReader::describe() const
{
    return {"Columns of text", {".csv", ".tsv", ".txt", ".dat", ".asc"}};
}

Match TextReader::probe(std::span<const std::byte> head,
                        const std::filesystem::path& /*path*/) const
{
    const std::string_view text{reinterpret_cast<const char*>(head.data()), head.size()};
    if (needsTranscoding(text) && text.find('\0') != std::string_view::npos) {
        return Match::Possible; // UTF-16
    }
    const auto isControl = [](std::byte b) {
        const auto c = std::to_integer<unsigned char>(b);
        return c == 0 || (c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 127;
    };
    return std::any_of(head.begin(), head.end(), isControl) ? Match::No : Match::Possible;
}

Result<FileContents> TextReader::read(const std::filesystem::path& path,
                                      const std::stop_token& stop) const
{
    const auto file = openText(path);
    if (!file) {
        return fail(file.error());
    }
    std::string head(kProbeBytes, '\0');
    (*file)->read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>((*file)->gcount()));
    (*file)->clear();
    if (holdsFewLines(head)) {
        (*file)->seekg(0);
        if (auto rows = readSignalRows(**file)) {
            return std::move(*rows);
        }
    }
    const Result<TextLayout> layout = layoutOf(head, path.string());
    if (!layout) {
        return fail(layout.error());
    }
    Result<TextTable> table = readTable(**file, *layout, path.string(), stop);
    if (!table) {
        return fail(table.error());
    }
    FileContents contents = interpretColumns(std::move(*table), *layout);
    readPreamble(layout->preamble, contents);
    contents.format = formatName(*layout);
    return contents;
}

} // namespace spall::io
