// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/uff_reader.h"

#include "core/io/row_reader.h"
#include "core/io/time_axis.h"
#include "core/io/uff_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string_view>

namespace spall::io {
namespace {

constexpr std::size_t kLongestUffLine = 4096;

bool isDelimiter(std::string_view line)
{
    const auto first = line.find_first_not_of(' ');
    return first == 4 && line.substr(4, 2) == "-1" &&
           line.find_first_not_of(" \r", 6) == std::string_view::npos;
}

/// Appends every number in a line; numbers may touch, as the columns are fixed. False at anything
/// else.
bool appendNumbers(std::string& line, std::vector<double>& values)
{
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == 'D' || c == 'd'; }, 'E');
    const char* at = line.data();
    const char* const end = at + line.size();
    while (true) {
        while (at != end && (*at == ' ' || *at == '\r' || *at == '+')) {
            ++at;
        }
        if (at == end) {
            return true;
        }
        double value = 0.0;
        const auto [behind, error] = std::from_chars(at, end, value);
        if (error != std::errc{}) {
            return false;
        }
        values.push_back(value);
        at = behind;
    }
}

class SetReader {
public:
    SetReader(std::ifstream& file, std::uint64_t size, std::stop_token stop)
        : m_file(file), m_size(size), m_stop(stop), m_rows(std::move(stop))
    {
    }

    /// Reads set after set. errors: FileUnreadable, Cancelled; without a place.
    Result<FileContents> readAll()
    {
        m_contents.format = "UFF 58";
        std::string line;
        while (nextLine(line)) {
            if (!isDelimiter(line) || !nextLine(line)) {
                continue;
            }
            const bool isBinary = line.starts_with("    58b");
            if (isBinary || line.starts_with("    58 ") || line == "    58" ||
                line.starts_with("    58\r")) {
                if (const Status set = readSet(line, isBinary); !set) {
                    return fail(set.error());
                }
            } else {
                skipSet();
            }
        }
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "reading was stopped");
        }
        return std::move(m_contents);
    }

private:
    bool nextLine(std::string& line)
    {
        if (m_stop.stop_requested()) {
            return false;
        }
        line.clear();
        char c = 0;
        std::streambuf& bytes = *m_file.rdbuf();
        for (int next = bytes.sbumpc(); next != std::char_traits<char>::eof();
             next = bytes.sbumpc()) {
            c = static_cast<char>(next);
            if (c == '\n') {
                return true;
            }
            if (line.size() < kLongestUffLine) {
                line.push_back(c);
            }
        }
        return !line.empty();
    }

    void skipSet()
    {
        std::string line;
        while (nextLine(line) && !isDelimiter(line)) {
        }
    }

    static tl::unexpected<Error> damaged(std::string what)
    {
        return fail(ErrorCode::FileUnreadable, std::move(what), {}, "export the file again");
    }

    Status readSet(const std::string& first, bool isBinary)
    {
        std::optional<UffBinary> binary;
        if (isBinary) {
            binary = parseUffBinary(first);
        }
        std::vector<std::string> lines(kHeaderLines);
        for (std::string& line : lines) {
            if (!nextLine(line)) {
                return damaged("the UFF file ends inside the header of a data set 58");
            }
        }
        const auto header = parseUffHeader(lines);
        if (!header || (isBinary && !binary)) {
            return damaged("a data set 58 of the UFF file has no proper header");
        }
        m_contents.format = isBinary ? "UFF 58, binary" : "UFF 58";
        if (binary && !binary->isIeee) {
            return damaged("the UFF file holds numbers of DEC or IBM machines");
        }
        if (!header->isTime || header->isComplex) {
            m_contents.leftOut.push_back(
                fmt::format("{} ({})", nameFor(*header), uffFunctionName(header->function)));
            return passOver(binary);
        }
        std::vector<double> values;
        const Status read =
            binary ? readBinary(*header, *binary, values) : readText(*header, values);
        return read ? add(*header, std::move(values)) : read;
    }

    Status passOver(const std::optional<UffBinary>& binary)
    {
        if (binary) {
            m_file.seekg(static_cast<std::streamoff>(std::min(binary->bytes, bytesLeft())),
                         std::ios::cur);
        }
        skipSet();
        return {};
    }

    [[nodiscard]] std::uint64_t bytesLeft()
    {
        const auto at = m_file.tellg();
        return at < 0 ? 0 : m_size - std::min(m_size, static_cast<std::uint64_t>(at));
    }

    /// Numbers wanted: pairs where the abscissa stands beside each value.
    static std::uint64_t numbersOf(const UffHeader& header)
    {
        return header.isEven ? header.count : header.count * 2;
    }

    Status readText(const UffHeader& header, std::vector<double>& values)
    {
        values.reserve(static_cast<std::size_t>(std::min(numbersOf(header), bytesLeft() / 2)));
        std::string line;
        while (nextLine(line) && !isDelimiter(line)) {
            if (!appendNumbers(line, values)) {
                return damaged(
                    fmt::format("a line of the UFF signal '{}' holds no numbers", nameFor(header)));
            }
        }
        if (values.size() < numbersOf(header)) {
            if (m_stop.stop_requested()) {
                return fail(ErrorCode::Cancelled, "reading was stopped");
            }
            m_contents.warnings.push_back(
                fmt::format("'{}' ends after {} of {} values; those that are there were read.",
                            nameFor(header),
                            values.size(),
                            numbersOf(header)));
        }
        values.resize(
            static_cast<std::size_t>(std::min<std::uint64_t>(values.size(), numbersOf(header))));
        return {};
    }

    /// In binary sets each value takes 4 or 8 bytes, the abscissa always 4.
    Status readBinary(const UffHeader& header, const UffBinary& binary, std::vector<double>& values)
    {
        const std::size_t valueBytes = header.isDouble ? 8 : 4;
        const std::size_t abscissaBytes = header.isEven ? 0 : 4;
        const NumberFormat single{NumberKind::Float, 4, binary.isBigEndian};
        const NumberFormat value{NumberKind::Float, valueBytes, binary.isBigEndian};
        const std::uint64_t there = std::min(binary.bytes, bytesLeft());
        const std::size_t rowBytes = valueBytes + abscissaBytes;
        const std::uint64_t rows = std::min(header.count, there / rowBytes);
        std::vector<double> abscissa;
        std::vector<double> ordinate;
        RowTable table{rowBytes, rows, {}};
        if (!header.isEven) {
            abscissa.reserve(static_cast<std::size_t>(rows));
            table.fields.push_back({single, 0, &abscissa});
        }
        ordinate.reserve(static_cast<std::size_t>(rows));
        table.fields.push_back({value, abscissaBytes, &ordinate});
        FileBytes bytes{m_file, there};
        if (m_rows.read(bytes, table) != header.count) {
            return m_stop.stop_requested()
                       ? fail(ErrorCode::Cancelled, "reading was stopped")
                       : damaged(fmt::format("the UFF signal '{}' ends early", nameFor(header)));
        }
        m_file.seekg(static_cast<std::streamoff>(there - rows * rowBytes), std::ios::cur);
        values = std::move(ordinate);
        m_abscissa = std::move(abscissa);
        skipSet();
        return {};
    }

    Status add(const UffHeader& header, std::vector<double> values)
    {
        FoundVector vector{nameFor(header), header.unit, {}, {}, {}};
        if (header.isEven) {
            vector.rate = rateOfWrittenStep(header.step);
        } else {
            if (m_abscissa.empty()) {
                splitPairs(values);
            }
            const auto axis = timeAxisOf(m_abscissa, "the abscissa");
            vector.rate = axis ? std::optional{axis->rate.value} : std::nullopt;
            m_abscissa.clear();
        }
        vector.samples = std::move(values);
        m_contents.vectors.push_back(std::move(vector));
        return {};
    }

    void splitPairs(std::vector<double>& values)
    {
        std::size_t kept = 0;
        for (std::size_t i = 0; i + 1 < values.size(); i += 2) {
            m_abscissa.push_back(values[i]);
            values[kept++] = values[i + 1];
        }
        values.resize(kept);
    }

    [[nodiscard]] std::string nameFor(const UffHeader& header) const
    {
        return header.name.empty() ? fmt::format("channel {}", m_contents.vectors.size() + 1)
                                   : header.name;
    }

    std::ifstream& m_file;
    std::uint64_t m_size;
    std::stop_token m_stop;
    RowReader m_rows;
    std::vector<double> m_abscissa;
    FileContents m_contents;
};

} // namespace

ReaderDescription UffReader::describe() const
{
    return {"Universal file (UFF 58)", {".uff", ".unv", ".58"}};
}

Match UffReader::probe(std::span<const std::byte> head, const std::filesystem::path& /*path*/) const
{
    std::string_view text{reinterpret_cast<const char*>(head.data()), head.size()};
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    const auto end = text.find('\n');
    return end != std::string_view::npos && end < 128 && isDelimiter(text.substr(0, end))
               ? Match::Certain
               : Match::No;
}

Result<FileContents> UffReader::read(const std::filesystem::path& path,
                                     const std::stop_token& stop) const
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
    Result<FileContents> contents = SetReader{file, size, stop}.readAll();
    if (!contents) {
        contents.error().where = path.string();
    }
    return contents;
}

} // namespace spall::io
