// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/byte_source.h"

#include <algorithm>
#include <array>
#include <vector>
#include <zlib.h>

namespace spall::io {
namespace {

constexpr std::size_t kChunk = 64UL * 1024UL;

} // namespace

FileBytes::FileBytes(std::istream& file, std::uint64_t limit) : m_file(file), m_left(limit) {}

bool FileBytes::read(std::span<char> into)
{
    if (into.size() > m_left) {
        return false;
    }
    m_file.read(into.data(), static_cast<std::streamsize>(into.size()));
    m_left -= into.size();
    return static_cast<std::size_t>(m_file.gcount()) == into.size();
}

bool FileBytes::skip(std::uint64_t count)
{
    if (count > m_left) {
        return false;
    }
    m_file.seekg(static_cast<std::streamoff>(count), std::ios::cur);
    m_left -= count;
    return static_cast<bool>(m_file);
}

struct InflatedBytes::Stream {
    z_stream zlib{};
    std::vector<char> input = std::vector<char>(kChunk);
    std::vector<char> discarded = std::vector<char>(kChunk);
    bool isUsable = false;
    bool hasEnded = false;
};

InflatedBytes::InflatedBytes(std::istream& file, std::uint64_t compressed, Wrapping wrapping)
    : m_stream(std::make_unique<Stream>()), m_file(file), m_left(compressed)
{
    const int windowBits = wrapping == Wrapping::Zlib ? MAX_WBITS : -MAX_WBITS;
    m_stream->isUsable = inflateInit2(&m_stream->zlib, windowBits) == Z_OK;
}

InflatedBytes::~InflatedBytes()
{
    inflateEnd(&m_stream->zlib);
}

std::size_t InflatedBytes::inflateInto(std::span<char> into)
{
    z_stream& zlib = m_stream->zlib;
    zlib.next_out = reinterpret_cast<Bytef*>(into.data());
    zlib.avail_out = static_cast<uInt>(into.size());
    while (zlib.avail_out > 0 && m_stream->isUsable && !m_stream->hasEnded) {
        if (zlib.avail_in == 0) {
            const auto count = std::min<std::uint64_t>(m_left, m_stream->input.size());
            m_file.read(m_stream->input.data(), static_cast<std::streamsize>(count));
            zlib.next_in = reinterpret_cast<Bytef*>(m_stream->input.data());
            zlib.avail_in = static_cast<uInt>(m_file.gcount());
            m_left -= static_cast<std::uint64_t>(m_file.gcount());
        }
        const int status = inflate(&zlib, Z_NO_FLUSH);
        m_stream->hasEnded = status == Z_STREAM_END;
        m_stream->isUsable = status == Z_OK || status == Z_STREAM_END;
    }
    return into.size() - zlib.avail_out;
}

bool InflatedBytes::read(std::span<char> into)
{
    return inflateInto(into) == into.size();
}

bool InflatedBytes::skip(std::uint64_t count)
{
    while (count > 0) {
        const auto part = std::min<std::uint64_t>(count, m_stream->discarded.size());
        if (!read(std::span{m_stream->discarded}.first(static_cast<std::size_t>(part)))) {
            return false;
        }
        count -= part;
    }
    return true;
}

bool InflatedBytes::endsHere()
{
    std::array<char, 1> extra{};
    return inflateInto(extra) == 0 && m_stream->hasEnded;
}

bool holdsOnlyZeros(std::istream& file, std::uint64_t from)
{
    std::array<char, 65'536> block{};
    bool areZeros = true;
    file.seekg(static_cast<std::streamoff>(from));
    while (areZeros && file) {
        file.read(block.data(), block.size());
        areZeros = std::all_of(
            block.begin(), block.begin() + file.gcount(), [](char c) { return c == 0; });
    }
    file.clear();
    file.seekg(static_cast<std::streamoff>(from));
    return areZeros;
}

} // namespace spall::io
