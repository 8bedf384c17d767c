// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/raw_reader.h"

#include "core/base/parse_number.h"
#include "core/io/extension.h"
#include "core/io/row_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace spall::io {
namespace {

constexpr std::int64_t kMostChannels = 256;

/// Takes the digits off the front.
std::optional<std::int64_t> takeNumber(std::string_view& text)
{
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto value = parseInteger(text.substr(0, end));
    text.remove_prefix(end);
    return value;
}

std::optional<NumberFormat> takeType(std::string_view& text)
{
    const std::size_t kind =
        text.empty() ? std::string_view::npos : std::string_view{"uif"}.find(text.front());
    if (kind == std::string_view::npos) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto bits = takeNumber(text);
    if (!bits || *bits < 8 || *bits > 64 || *bits % 8 != 0) {
        return std::nullopt;
    }
    NumberFormat number{static_cast<NumberKind>(kind), static_cast<std::size_t>(*bits) / 8, false};
    number.isBigEndian = text.starts_with("be");
    if (text.starts_with("be") || text.starts_with("le")) {
        text.remove_prefix(2);
    }
    return isReadable(number) ? std::optional{number} : std::nullopt;
}

std::string formatName(const RawLayout& layout)
{
    constexpr std::string_view kKinds = "uif";
    return fmt::format("raw {}{}{}, {} channel{}",
                       kKinds[static_cast<std::size_t>(layout.number.kind)],
                       layout.number.bytes * 8,
                       layout.number.isBigEndian ? "be" : "le",
                       layout.channels,
                       layout.channels == 1 ? "" : "s");
}

} // namespace

std::optional<RawLayout> parseRawLayout(std::string_view text)
{
    const std::string low = lowered(text);
    std::string_view rest = low;
    const auto number = takeType(rest);
    if (!number) {
        return std::nullopt;
    }
    RawLayout layout{*number, 1, 0};
    if (rest.starts_with('x')) {
        rest.remove_prefix(1);
        const auto channels = takeNumber(rest);
        if (!channels || *channels < 1 || *channels > kMostChannels) {
            return std::nullopt;
        }
        layout.channels = static_cast<std::size_t>(*channels);
    }
    if (rest.starts_with('+')) {
        rest.remove_prefix(1);
        const auto bytes = takeNumber(rest);
        if (!bytes) {
            return std::nullopt;
        }
        layout.skippedBytes = static_cast<std::uint64_t>(*bytes);
    }
    return rest.empty() ? std::optional{layout} : std::nullopt;
}

Result<FileContents>
readRaw(const std::filesystem::path& path, const RawLayout& layout, const std::stop_token& stop)
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
    const std::uint64_t bytes = size - std::min(size, layout.skippedBytes);
    const std::size_t rowBytes = layout.number.bytes * layout.channels;
    RowTable table{rowBytes, bytes / rowBytes, {}};
    if (table.rows == 0) {
        return fail(ErrorCode::TooFewSamples,
                    "the file is shorter than one sample of this type",
                    path.string(),
                    "state another type or fewer bytes to skip");
    }
    FileContents contents;
    contents.format = formatName(layout);
    contents.vectors.resize(layout.channels);
    for (std::size_t i = 0; i < layout.channels; ++i) {
        contents.vectors[i].name =
            layout.channels == 1 ? "signal" : fmt::format("channel {}", i + 1);
        contents.vectors[i].samples.reserve(static_cast<std::size_t>(table.rows));
        table.fields.push_back(
            {layout.number, i * layout.number.bytes, &contents.vectors[i].samples});
    }
    file.seekg(static_cast<std::streamoff>(layout.skippedBytes));
    FileBytes source{file, bytes};
    RowReader reader{stop};
    if (reader.read(source, table) != table.rows) {
        return reader.isStopped() ? fail(ErrorCode::Cancelled, "reading was stopped", path.string())
                                  : fail(ErrorCode::FileUnreadable,
                                         "the file ended while it was read",
                                         path.string(),
                                         "wait until it is written");
    }
    if (bytes % rowBytes != 0) {
        contents.warnings.push_back(
            fmt::format("{} bytes at the end make no whole row of {} bytes: is the type right?",
                        bytes % rowBytes,
                        rowBytes));
    }
    if (layout.number.kind != NumberKind::Float) {
        contents.warnings.emplace_back(
            "The scale is unknown: samples are whole numbers of the converter, not g or m/s2.");
    }
    return contents;
}

} // namespace spall::io
