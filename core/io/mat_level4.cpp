// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat_elements.h"

#include <fmt/format.h>

#include <array>
#include <cstring>

namespace spall::io {
namespace {

constexpr std::size_t kLevel4Header = 20;

struct Level4Header {
    std::uint32_t type = 0;
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::uint32_t imaginary = 0;
    std::uint32_t nameBytes = 0;

    /// Thousands M (byte order), hundreds 0, tens P (precision), ones T (full, text, sparse).
    [[nodiscard]] bool isPlausible() const
    {
        return type < 5000 && type / 100 % 10 == 0 && type / 10 % 10 <= 5 && type % 10 <= 2 &&
               rows <= INT32_MAX && columns <= INT32_MAX && imaginary <= 1 && nameBytes >= 1 &&
               nameBytes <= kLongestName;
    }

    [[nodiscard]] std::uint64_t bytesEach() const
    {
        constexpr std::array<std::uint64_t, 6> kBytes{8, 4, 4, 2, 2, 1};
        return kBytes.at(type / 10 % 10);
    }
};

Level4Header parse(std::span<const char> raw, bool isSwapped)
{
    std::array<std::uint32_t, 5> words{};
    std::memcpy(words.data(), raw.data(), kLevel4Header);
    if (isSwapped) {
        for (std::uint32_t& word : words) {
            word = __builtin_bswap32(word);
        }
    }
    return {words[0], words[1], words[2], words[3], words[4]};
}

/// The header in whichever byte order makes sense of it.
Level4Header parseEitherOrder(std::span<const char> raw)
{
    const Level4Header native = parse(raw, false);
    return native.isPlausible() ? native : parse(raw, true);
}

} // namespace

bool looksLikeLevel4(std::span<const char> header)
{
    return header.size() >= kLevel4Header && parseEitherOrder(header).isPlausible();
}

Status checkLevel4(std::istream& file, std::uint64_t size, const std::string& where)
{
    const auto damaged = [&](int index, std::string_view problem) {
        return fail(ErrorCode::FileUnreadable,
                    fmt::format("the MAT file is damaged at variable {}: {}", index, problem),
                    where,
                    "copy or export the file again");
    };
    std::uint64_t at = 0;
    for (int index = 1; at < size; ++index) {
        std::array<char, kLevel4Header> raw{};
        file.seekg(static_cast<std::streamoff>(at));
        file.read(raw.data(), raw.size());
        if (static_cast<std::size_t>(file.gcount()) != raw.size()) {
            return damaged(index, "the file ends inside its header");
        }
        const Level4Header header = parseEitherOrder(raw);
        if (!header.isPlausible()) {
            return damaged(index, "its header makes no sense");
        }
        std::string name(header.nameBytes, '\0');
        file.read(name.data(), header.nameBytes);
        if (name.find('\0') == std::string::npos) {
            return damaged(index, "its name has no end");
        }
        const std::uint64_t cells = std::uint64_t{header.rows} * header.columns;
        const std::uint64_t left = size - at - kLevel4Header;
        const std::uint64_t parts = header.imaginary + 1ULL;
        if (header.nameBytes > left ||
            cells > (left - header.nameBytes) / header.bytesEach() / parts) {
            return damaged(index, "it claims more values than the file holds");
        }
        at += kLevel4Header + header.nameBytes + cells * header.bytesEach() * parts;
    }
    return {};
}

} // namespace spall::io
