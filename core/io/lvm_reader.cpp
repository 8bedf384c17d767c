// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/lvm_reader.h"

#include "core/base/parse_number.h"
#include "core/io/text_fields.h"
#include "core/io/time_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <map>
#include <string_view>

namespace spall::io {
namespace {

constexpr std::string_view kMark = "LabVIEW Measurement";
constexpr std::string_view kEndOfHeader = "***End_of_Header***";
constexpr std::size_t kMostColumns = 4096;

/// What stands in the header of a segment, by its key; one field for each column.
using Segment = std::map<std::string, std::vector<std::string>, std::less<>>;

/// One column of values and where they go.
struct Column {
    std::size_t vector = 0; ///< in the contents
    std::size_t field = 0;  ///< in a row
};

std::string fieldAt(const Segment& segment, std::string_view key, std::size_t at)
{
    const auto found = segment.find(key);
    return found != segment.end() && at < found->second.size() ? found->second[at] : std::string{};
}

class LvmParser {
public:
    LvmParser(std::istream& file, std::stop_token stop) : m_file(file), m_stop(std::move(stop)) {}

    /// errors: FileUnreadable, Cancelled; without a place.
    Result<FileContents> parse()
    {
        m_contents.format = "LabVIEW measurement";
        readFileHeader();
        std::string line;
        while (nextLine(line)) {
            if (line.starts_with("Channels") || line.starts_with("Notes")) {
                if (const Status segment = readSegment(line); !segment) {
                    return fail(segment.error());
                }
            }
        }
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "reading was stopped");
        }
        std::erase_if(m_contents.vectors,
                      [](const FoundVector& vector) { return vector.samples.empty(); });
        return std::move(m_contents);
    }

private:
    bool nextLine(std::string& line)
    {
        if (m_stop.stop_requested() || !std::getline(m_file, line)) {
            return false;
        }
        ++m_line;
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        return true;
    }

    [[nodiscard]] std::vector<std::string_view> fieldsOf(std::string_view line) const
    {
        return splitLine(line, m_dialect);
    }

    /// Separator and decimal mark; older files do not name the mark and write a point.
    void readFileHeader()
    {
        m_dialect = {'\t', false};
        std::string line;
        while (nextLine(line) && !line.starts_with(kEndOfHeader)) {
            const std::string_view text{line};
            if (text.starts_with("Separator")) {
                const std::string_view value = trimmedField(text.substr(9));
                m_dialect.separator = value.find("Comma") != std::string_view::npos ? ',' : '\t';
            } else if (text.starts_with("Decimal_Separator")) {
                m_dialect.hasDecimalComma =
                    m_dialect.separator != ',' && text.find(',') != std::string_view::npos;
            }
        }
    }

    Status readSegment(std::string line)
    {
        Segment segment;
        do {
            const auto fields = fieldsOf(line);
            if (!fields.empty() && fields.size() <= kMostColumns && segment.size() < 64) {
                segment[std::string{fields[0]}] = {fields.begin(), fields.end()};
            }
        } while (nextLine(line) && !line.starts_with(kEndOfHeader));
        std::string headings;
        if (!nextLine(headings)) {
            return m_stop.stop_requested()
                       ? Status{}
                       : fail(ErrorCode::FileUnreadable,
                              "the LabVIEW file ends inside the header of a segment",
                              {},
                              "export the file again");
        }
        const std::vector<Column> columns = columnsOf(fieldsOf(headings), segment);
        const std::vector<std::size_t> before = lengths();
        while (nextLine(line) && !trimmedField(line).empty()) {
            if (const Status row = takeRow(line, columns); !row) {
                return row;
            }
        }
        tellMissing(columns, before, segment);
        return {};
    }

    [[nodiscard]] std::vector<std::size_t> lengths() const
    {
        std::vector<std::size_t> lengths;
        for (const FoundVector& vector : m_contents.vectors) {
            lengths.push_back(vector.samples.size());
        }
        return lengths;
    }

    /// The header of a segment says how many samples each channel has in it.
    void tellMissing(const std::vector<Column>& columns,
                     const std::vector<std::size_t>& before,
                     const Segment& segment)
    {
        for (const Column& column : columns) {
            const FoundVector& vector = m_contents.vectors[column.vector];
            const auto there =
                static_cast<std::int64_t>(vector.samples.size() - before[column.vector]);
            const auto claimed = parseInteger(fieldAt(segment, "Samples", column.field));
            if (claimed && there < *claimed && !m_stop.stop_requested()) {
                m_contents.warnings.push_back(
                    fmt::format("'{}' ends after {} of {} values; those that are there were read.",
                                vector.name,
                                there,
                                *claimed));
            }
        }
    }

    /// The columns of values, joined to those of the segments before by their place.
    std::vector<Column> columnsOf(const std::vector<std::string_view>& headings,
                                  const Segment& segment)
    {
        std::vector<Column> columns;
        for (std::size_t at = 0; at < std::min(headings.size(), kMostColumns); ++at) {
            if (headings[at] == "X_Value" || headings[at] == "Comment" || headings[at].empty()) {
                continue;
            }
            const std::size_t vector = columns.size();
            if (vector == m_contents.vectors.size()) {
                FoundVector found{std::string{headings[at]}, {}, {}, {}, {}};
                found.unit = fieldAt(segment, "Y_Unit_Label", at);
                found.rate = rateOfWrittenStep(fieldAt(segment, "Delta_X", at));
                m_contents.vectors.push_back(std::move(found));
            }
            columns.push_back({vector, at});
        }
        return columns;
    }

    Status takeRow(std::string_view line, const std::vector<Column>& columns)
    {
        const auto fields = fieldsOf(line);
        for (const Column& column : columns) {
            const std::string_view text =
                column.field < fields.size() ? fields[column.field] : std::string_view{};
            if (text.empty()) {
                continue; // a channel that is shorter than the others
            }
            const auto value = numberIn(text, m_dialect);
            if (!value && kindOf(text, m_dialect) != FieldKind::Empty) {
                return fail(ErrorCode::FileUnreadable,
                            fmt::format("line {}: '{}' where a number is expected",
                                        m_line,
                                        text.substr(0, 40)),
                            {},
                            "mend or remove that line");
            }
            FoundVector& vector = m_contents.vectors[column.vector];
            vector.samples.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
            if (!value && vector.firstBadPlace.empty()) {
                vector.firstBadPlace = fmt::format("line {}, column {}", m_line, column.field + 1);
            }
        }
        return {};
    }

    std::istream& m_file;
    std::stop_token m_stop;
    TextDialect m_dialect;
    std::int64_t m_line = 0;
    FileContents m_contents;
};

} // namespace

ReaderDescription LvmReader::describe() const
{
    return {"LabVIEW measurement", {".lvm"}};
}

Match LvmReader::probe(std::span<const std::byte> head, const std::filesystem::path& /*path*/) const
{
    const std::string_view text{reinterpret_cast<const char*>(head.data()), head.size()};
    return text.starts_with(kMark) ? Match::Certain : Match::No;
}

Result<FileContents> LvmReader::read(const std::filesystem::path& path,
                                     const std::stop_token& stop) const
{
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        return fail(ErrorCode::FileUnreadable,
                    "the file cannot be opened",
                    path.string(),
                    "check that you may read it");
    }
    Result<FileContents> contents = LvmParser{file, stop}.parse();
    if (!contents) {
        contents.error().where = path.string();
    }
    return contents;
}

} // namespace spall::io
