// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/unfinished_wav.h"

#include "core/io/number_format.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>

namespace spall::io {
namespace {

constexpr std::uint64_t kChunkHead = 8;

/// Where the length of the chunk of samples stands, when it says 0 and samples follow.
std::optional<std::uint64_t> emptyLengthIn(std::istream& file, std::uint64_t size)
{
    std::array<char, 12> head{};
    file.read(head.data(), head.size());
    const std::string_view text{head.data(), head.size()};
    if (!file || !text.starts_with("RIFF") || text.substr(8) != "WAVE") {
        return std::nullopt;
    }
    for (std::uint64_t at = head.size(); at + kChunkHead < size;) {
        std::array<char, kChunkHead> chunk{};
        file.seekg(static_cast<std::streamoff>(at));
        if (!file.read(chunk.data(), chunk.size())) {
            return std::nullopt;
        }
        const std::uint64_t length = decodeUnsigned(chunk.data() + 4, 4);
        if (std::string_view{chunk.data(), 4} == "data") {
            return length == 0 ? std::optional{at + 4} : std::nullopt;
        }
        at += kChunkHead + length + length % 2;
    }
    return std::nullopt;
}

} // namespace

UnfinishedWav::UnfinishedWav(std::ifstream file, std::uint64_t size, std::uint64_t lengthAt)
    : m_file(std::move(file)), m_size(size), m_lengthAt(lengthAt)
{
    const std::uint64_t length = std::min<std::uint64_t>(size - lengthAt - 4, UINT32_MAX);
    for (std::size_t i = 0; i < m_length.size(); ++i) {
        m_length[i] = static_cast<char>(length >> (8 * i) & 0xFFU);
    }
}

std::unique_ptr<UnfinishedWav> UnfinishedWav::open(const std::filesystem::path& path)
{
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    std::ifstream file{path, std::ios::binary};
    if (error || !file) {
        return nullptr;
    }
    const auto lengthAt = emptyLengthIn(file, size);
    return lengthAt
               ? std::unique_ptr<UnfinishedWav>{new UnfinishedWav{std::move(file), size, *lengthAt}}
               : nullptr;
}

SF_VIRTUAL_IO UnfinishedWav::access()
{
    return {
        [](void* user) {
            return static_cast<sf_count_t>(static_cast<UnfinishedWav*>(user)->m_size);
        },
        [](sf_count_t offset, int whence, void* user) {
            return static_cast<UnfinishedWav*>(user)->seek(offset, whence);
        },
        [](void* into, sf_count_t count, void* user) {
            return static_cast<UnfinishedWav*>(user)->read(into, count);
        },
        [](const void* /*from*/, sf_count_t /*count*/, void* /*user*/) -> sf_count_t { return 0; },
        [](void* user) {
            return static_cast<sf_count_t>(static_cast<UnfinishedWav*>(user)->m_at);
        }};
}

sf_count_t UnfinishedWav::read(void* into, sf_count_t count)
{
    m_file.clear();
    m_file.seekg(static_cast<std::streamoff>(m_at));
    char* bytes = static_cast<char*>(into);
    m_file.read(bytes, static_cast<std::streamsize>(count));
    const auto got = static_cast<std::uint64_t>(m_file.gcount());
    for (std::size_t i = 0; i < m_length.size(); ++i) {
        const std::uint64_t place = m_lengthAt + i;
        if (place >= m_at && place < m_at + got) {
            bytes[place - m_at] = m_length[i];
        }
    }
    m_at += got;
    return static_cast<sf_count_t>(got);
}

sf_count_t UnfinishedWav::seek(sf_count_t offset, int whence)
{
    const auto from = static_cast<sf_count_t>(whence == SEEK_SET   ? 0
                                              : whence == SEEK_CUR ? m_at
                                                                   : m_size);
    m_at = static_cast<std::uint64_t>(
        std::clamp<sf_count_t>(from + offset, 0, static_cast<sf_count_t>(m_size)));
    return static_cast<sf_count_t>(m_at);
}

} // namespace spall::io
