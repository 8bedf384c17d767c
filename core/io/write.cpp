// SPDX-License-Identifier: GPL-3.0-or-later
// MAT v5 as The MathWorks' "MAT-File Format" lays it down: a header, then a matrix element for each
// variable. Written here and not by matio, which says nothing of a disk that is full.
#include "core/io/write.h"

#include "core/base/file_bytes.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstring>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace spall::io {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are written as they lie");

using Bytes = std::span<const std::byte>;

enum class Type : std::uint32_t { Int8 = 1, Int32 = 5, UInt32 = 6, Double = 9, Matrix = 14 };

constexpr std::uint32_t kDoubleClass = 6; ///< mxDOUBLE_CLASS, no flags
constexpr std::size_t kUnit = 8;          ///< every element begins at a multiple of this

std::size_t padded(std::size_t size)
{
    return (size + kUnit - 1) / kUnit * kUnit;
}

void appendWords(std::vector<std::byte>& out, std::initializer_list<std::uint32_t> words)
{
    for (const std::uint32_t word : words) {
        for (const std::byte byte : std::bit_cast<std::array<std::byte, sizeof(word)>>(word)) {
            out.push_back(byte);
        }
    }
}

void appendTag(std::vector<std::byte>& out, Type type, std::size_t size)
{
    appendWords(out, {static_cast<std::uint32_t>(type), static_cast<std::uint32_t>(size)});
}

/// A text of our own where others write the time: the same signal shall give the same bytes.
std::vector<std::byte> fileHeader()
{
    constexpr std::string_view kText = "MATLAB 5.0 MAT-file, written by Spall";
    constexpr std::size_t kTextSize = 116;
    std::vector<std::byte> out(kTextSize, std::byte{' '});
    std::memcpy(out.data(), kText.data(), kText.size());
    out.resize(kTextSize + kUnit);   // zeros: no subsystem's place
    appendWords(out, {0x4D490100U}); // version 1.0, "IM": little-endian
    return out;
}

/// Up to four letters share the eight bytes of their tag.
void appendName(std::vector<std::byte>& out, const std::string& name)
{
    constexpr std::size_t kSmall = 4;
    const auto size = static_cast<std::uint32_t>(name.size());
    if (name.size() <= kSmall) {
        appendWords(out, {size << 16U | static_cast<std::uint32_t>(Type::Int8)});
    } else {
        appendTag(out, Type::Int8, name.size());
    }
    const auto letters = std::as_bytes(std::span{name});
    out.insert(out.end(), letters.begin(), letters.end());
    out.resize(padded(out.size()));
}

/// What stands in front of the numbers of a column of doubles.
std::vector<std::byte> columnHeader(const std::string& name, std::size_t count)
{
    std::vector<std::byte> inside;
    appendTag(inside, Type::UInt32, 8);
    appendWords(inside, {kDoubleClass, 0});
    appendTag(inside, Type::Int32, 8);
    appendWords(inside, {static_cast<std::uint32_t>(count), 1});
    appendName(inside, name);
    appendTag(inside, Type::Double, count * sizeof(double));
    std::vector<std::byte> out;
    appendTag(out, Type::Matrix, inside.size() + count * sizeof(double));
    out.insert(out.end(), inside.begin(), inside.end());
    return out;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A legal MATLAB name (letters, digits, '_', at most 63) that is not taken yet.
std::string variableName(const std::string& channel, std::set<std::string>& taken)
{
    std::string name;
    for (const char c : channel) {
        name += isLetter(c) || (c >= '0' && c <= '9') ? c : '_';
    }
    if (name.empty() || !isLetter(name.front())) {
        name = "x" + name;
    }
    constexpr std::size_t kLongest = 56;
    name.resize(std::min(name.size(), kLongest));
    std::string candidate = name;
    for (int i = 2; !taken.insert(candidate).second; ++i) {
        candidate = fmt::format("{}_{}", name, i);
    }
    return candidate;
}

/// A file in pieces: headers of our own between numbers that stay where they lie.
class MatPieces {
public:
    MatPieces() { m_pieces.emplace_back(m_headers.emplace_back(fileHeader())); }

    void addColumn(const std::string& name, std::span<const double> values)
    {
        m_pieces.emplace_back(m_headers.emplace_back(columnHeader(name, values.size())));
        m_pieces.push_back(std::as_bytes(values));
    }

    [[nodiscard]] std::span<const Bytes> pieces() const { return m_pieces; }

private:
    std::deque<std::vector<std::byte>> m_headers; ///< a deque: what is in it does not move
    std::vector<Bytes> m_pieces;
};

} // namespace

Status writeMat(const std::filesystem::path& path, const signal::Recording& recording)
{
    constexpr std::size_t kMostBytes = 0x7FFF'0000; // an element's size is 32 bits
    if (static_cast<std::size_t>(recording.sampleCount()) > kMostBytes / sizeof(double)) {
        return fail(ErrorCode::WriteFailed,
                    "a MAT v5 file holds at most 2 GB in one signal",
                    path.string(),
                    "cut the recording into shorter files");
    }
    MatPieces file;
    std::set<std::string> taken{"fs", "RPM"};
    for (const signal::Channel& channel : recording.channels) {
        file.addColumn(variableName(channel.name, taken), channel.samples);
    }
    file.addColumn("fs", std::span{&recording.rate.value.value, 1});
    if (recording.shaftSpeed) {
        file.addColumn("RPM", std::span{&recording.shaftSpeed->value.value, 1});
    }
    return writePiecesAtomically(path, file.pieces());
}

} // namespace spall::io
