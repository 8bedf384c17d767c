// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy_header.h"

#include "core/base/parse_number.h"

#include <array>
#include <bit>

namespace spall::io {
namespace {

constexpr std::size_t kLongestHeader = 1UL << 20U;
constexpr std::size_t kMostDimensions = 32;
constexpr std::size_t kMostFields = 4096;

/// Walks the literal; every step says whether what it wants is there.
class Literal {
public:
    explicit Literal(std::string_view text) : m_text(text) {}

    bool take(char wanted)
    {
        skipBlanks();
        if (m_text.empty() || m_text.front() != wanted) {
            return false;
        }
        m_text.remove_prefix(1);
        return true;
    }

    bool takeWord(std::string_view word)
    {
        skipBlanks();
        if (!m_text.starts_with(word)) {
            return false;
        }
        m_text.remove_prefix(word.size());
        return true;
    }

    std::optional<std::string> string()
    {
        skipBlanks();
        if (m_text.empty() || (m_text.front() != '\'' && m_text.front() != '"')) {
            return std::nullopt;
        }
        const auto end = m_text.find(m_text.front(), 1);
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        std::string value{m_text.substr(1, end - 1)};
        m_text.remove_prefix(end + 1);
        return value;
    }

    std::optional<std::uint64_t> number()
    {
        skipBlanks();
        const std::size_t end = std::min(m_text.find_first_not_of("0123456789"), m_text.size());
        const auto value = parseInteger(m_text.substr(0, end));
        if (end == 0 || !value) {
            return std::nullopt;
        }
        m_text.remove_prefix(end);
        takeWord("L"); // files of Python 2
        return static_cast<std::uint64_t>(*value);
    }

private:
    void skipBlanks()
    {
        const auto start = m_text.find_first_not_of(" \t\r\n");
        m_text.remove_prefix(std::min(start, m_text.size()));
    }

    std::string_view m_text;
};

/// What values are that are no numbers here.
std::string_view kindOf(char type)
{
    switch (type) {
    case 'S':
    case 'a':
    case 'U':
        return "text";
    case 'c':
        return "complex numbers";
    case 'O':
        return "objects of Python, pickled: save them as float64";
    case 'M':
    case 'm':
        return "dates or durations";
    case 'f':
        return "numbers of more than 64 bits: save them as float64";
    default:
        return "no real numbers";
    }
}

/// "<f8", ">i2", "|u1", "|S10", "|O".
NpyField fieldOf(std::string_view description)
{
    NpyField field;
    const bool hasOrder =
        !description.empty() &&
        std::string_view{"<>|="}.find(description.front()) != std::string_view::npos;
    const bool isBig = (hasOrder && description.front() == '>') ||
                       (std::endian::native == std::endian::big && !description.starts_with('<'));
    description.remove_prefix(hasOrder ? 1 : 0);
    if (description.empty()) {
        return field;
    }
    const auto size = parseInteger(description.substr(1));
    const std::size_t bytes = size && *size > 0 && *size < (1 << 20)
                                  ? static_cast<std::size_t>(*size)
                                  : (description == "?" ? 1 : 0);
    const char type = description.front();
    field.bytes = type == 'U' ? bytes * 4 : bytes;
    NumberFormat number{type == 'f'   ? NumberKind::Float
                        : type == 'i' ? NumberKind::Signed
                                      : NumberKind::Unsigned,
                        bytes,
                        isBig};
    const bool isNumber = type == 'f' || type == 'i' || type == 'u' || type == 'b' || type == '?';
    if (isNumber && bytes != 3 && isReadable(number)) {
        field.number = number;
    } else {
        field.kind = kindOf(type);
    }
    return field;
}

/// A list of ('name', '<f8') or ('name', '<f8', (3,)); fields that are arrays are passed over.
bool takeFields(Literal& literal, std::vector<NpyField>& fields)
{
    while (!literal.take(']')) {
        if (!literal.take('(') || fields.size() > kMostFields) {
            return false;
        }
        const auto name = literal.string();
        if (!name || !literal.take(',')) {
            return false;
        }
        const auto type = literal.string();
        if (!type) {
            return false;
        }
        NpyField field = fieldOf(*type);
        field.name = *name;
        if (field.bytes == 0) {
            return false;
        }
        if (literal.take(',') && literal.take('(')) {
            return false; // an array in a record
        }
        if (!literal.take(')')) {
            return false;
        }
        fields.push_back(std::move(field));
        literal.take(',');
    }
    return true;
}

bool takeShape(Literal& literal, std::vector<std::uint64_t>& shape)
{
    if (!literal.take('(')) {
        return false;
    }
    while (!literal.take(')')) {
        const auto extent = literal.number();
        if (!extent || shape.size() >= kMostDimensions) {
            return false;
        }
        shape.push_back(*extent);
        literal.take(',');
    }
    return true;
}

bool takeDescription(Literal& literal, NpyHeader& header)
{
    if (literal.take('[')) {
        return takeFields(literal, header.fields);
    }
    const auto type = literal.string();
    if (!type) {
        return false;
    }
    header.fields = {fieldOf(*type)};
    return true;
}

bool takeEntry(Literal& literal, NpyHeader& header)
{
    const auto key = literal.string();
    if (!key || !literal.take(':')) {
        return false;
    }
    if (*key == "descr") {
        return takeDescription(literal, header);
    }
    if (*key == "fortran_order") {
        header.isColumnMajor = literal.takeWord("True");
        return header.isColumnMajor || literal.takeWord("False");
    }
    return *key == "shape" && takeShape(literal, header.shape);
}

} // namespace

std::optional<NpyHeader> parseNpyHeader(std::string_view text)
{
    NpyHeader header;
    Literal literal{text};
    if (!literal.take('{')) {
        return std::nullopt;
    }
    while (!literal.take('}')) {
        if (!takeEntry(literal, header)) {
            return std::nullopt;
        }
        literal.take(',');
    }
    return header.fields.empty() ? std::nullopt : std::optional{std::move(header)};
}

std::optional<NpyHeader> readNpyHeader(ByteSource& source)
{
    std::array<char, 12> start{};
    if (!source.read(std::span{start}.first(8)) ||
        std::string_view{start.data(), 6} != "\x93NUMPY") {
        return std::nullopt;
    }
    const int version = start[6];
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    if (version < 1 || version > 3 || !source.read(std::span{start}.subspan(8, lengthBytes))) {
        return std::nullopt;
    }
    const std::uint64_t length = decodeUnsigned(start.data() + 8, lengthBytes);
    if (length > kLongestHeader) {
        return std::nullopt;
    }
    std::string text(static_cast<std::size_t>(length), '\0');
    return source.read(text) ? parseNpyHeader(text) : std::nullopt;
}

} // namespace spall::io
