// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/label_csv.h"

#include "core/base/file_bytes.h"
#include "core/base/parse_number.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <optional>

namespace spall::io {
namespace {

constexpr std::string_view kHeading = "file,start,end,label";
constexpr std::size_t kLargestFile = 256UL * 1024UL * 1024UL;

struct Row {
    std::vector<std::string> fields;
    int line = 1; ///< where it begins
};

/// Takes the next row off the text; nothing when a quoted field has no end.
std::optional<Row> takeRow(std::string_view& text, int& line)
{
    Row row{{""}, line};
    bool isQuoted = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        line += c == '\n' ? 1 : 0;
        if (isQuoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"') {
            row.fields.back() += c;
            ++at;
        } else if (c == '"' && (isQuoted || row.fields.back().empty())) {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == ',') {
            row.fields.emplace_back();
        } else if (!isQuoted && c == '\n') {
            ++at;
            break;
        } else if (isQuoted || c != '\r') {
            row.fields.back() += c;
        }
    }
    text.remove_prefix(at);
    return isQuoted ? std::nullopt : std::optional{row};
}

tl::unexpected<Error> refuse(const std::filesystem::path& path, int line, std::string_view problem)
{
    return fail(ErrorCode::UnknownFormat,
                fmt::format("line {}: {}", line, problem),
                path.string(),
                fmt::format("labels are rows of {}, in samples", kHeading));
}

Result<Label> labelOf(const Row& row, const std::filesystem::path& path)
{
    if (row.fields.size() != 4) {
        return refuse(path, row.line, fmt::format("{} fields instead of 4", row.fields.size()));
    }
    const auto start = parseInteger(row.fields[1]);
    const auto end = parseInteger(row.fields[2]);
    if (!start || !end) {
        return refuse(path, row.line, "start and end must be whole numbers of samples");
    }
    if (*start < 0 || *end < *start) {
        return refuse(path, row.line, "the label ends before it starts, or starts before 0");
    }
    return Label{row.fields[0], {*start, *end}, row.fields[3]};
}

} // namespace

bool isOf(const Label& label, const std::filesystem::path& recording)
{
    const std::string path = recording.generic_string();
    const bool endsSo = !label.file.empty() && path.ends_with(label.file);
    const std::size_t before = path.size() - label.file.size();
    return endsSo && (before == 0 || path[before - 1] == '/');
}

Result<std::vector<Label>> readLabels(const std::filesystem::path& path)
{
    const auto bytes = readFile(path, kLargestFile);
    if (!bytes) {
        return fail(bytes.error());
    }
    std::string_view text{reinterpret_cast<const char*>(bytes->data()), bytes->size()};
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    int line = 1;
    bool isHeading = true;
    std::vector<Label> labels;
    while (!text.empty()) {
        const auto row = takeRow(text, line);
        if (!row) {
            return refuse(path, line, "a quoted field has no end");
        }
        if (row->fields.size() == 1 && row->fields.front().empty()) {
            continue;
        }
        if (isHeading) {
            if (fmt::format("{}", fmt::join(row->fields, ",")) != kHeading) {
                return refuse(path, row->line, "the heading is missing");
            }
            isHeading = false;
            continue;
        }
        Result<Label> label = labelOf(*row, path);
        if (!label) {
            return fail(label.error());
        }
        labels.push_back(std::move(*label));
    }
    if (isHeading) {
        return refuse(path, 1, "the heading is missing");
    }
    return labels;
}

Status writeLabels(const std::filesystem::path& path, const std::vector<Label>& labels)
{
    std::string text = fmt::format("{}\n", kHeading);
    for (const Label& label : labels) {
        text += fmt::format("{},{},{},{}\n",
                            quoted(label.file),
                            label.range.first,
                            label.range.last,
                            quoted(label.name));
    }
    return writeFileAtomically(path, text);
}

} // namespace spall::io
