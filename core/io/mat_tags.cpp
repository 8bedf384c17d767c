// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat_tags.h"

#include "core/io/matlab_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace spall::io {

std::uint32_t bytesOfType(std::uint32_t type)
{
    constexpr std::array<std::uint32_t, kLastType + 1> kBytes{
        0, 1, 1, 2, 2, 4, 4, 4, 0, 8, 0, 0, 8, 8, 0, 0, 1, 2, 4};
    return type < kBytes.size() ? kBytes.at(type) : 0;
}

std::uint32_t number(const char* bytes, bool isSwapped)
{
    std::uint32_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return isSwapped ? __builtin_bswap32(value) : value;
}

std::optional<Tag> readTag(Walk& walk, std::uint64_t& left)
{
    std::array<char, 8> raw{};
    if (left < raw.size() || !walk.source.read(raw)) {
        walk.refuse("an element ends inside its tag");
        return std::nullopt;
    }
    left -= raw.size();
    Tag tag;
    const std::uint32_t first = number(raw.data(), walk.isSwapped);
    tag.isSmall = (first >> 16U) != 0;
    tag.type = tag.isSmall ? first & 0xFFFFU : first;
    tag.bytes = tag.isSmall ? first >> 16U : number(raw.data() + 4, walk.isSwapped);
    std::copy_n(raw.data() + 4, 4, tag.inlined.begin());
    if (tag.isSmall && tag.bytes > 4) {
        walk.refuse("a small element claims more than four bytes");
        return std::nullopt;
    }
    if (tag.padded() > left) {
        walk.refuse(fmt::format("an element claims {} bytes where {} are left", tag.bytes, left));
        return std::nullopt;
    }
    return tag;
}

std::optional<std::vector<char>> readPayload(Walk& walk, const Tag& tag, std::uint64_t& left)
{
    if (tag.isSmall) {
        return std::vector<char>(tag.inlined.begin(), tag.inlined.begin() + tag.bytes);
    }
    std::vector<char> bytes(static_cast<std::size_t>(tag.padded()));
    if (!walk.source.read(bytes)) {
        walk.refuse("the file ends inside an element");
        return std::nullopt;
    }
    left -= bytes.size();
    bytes.resize(tag.bytes);
    return bytes;
}

void noteObject(Walk& walk, std::uint64_t& left)
{
    std::array<std::string, 3> words;
    for (std::string& word : words) {
        const auto tag = readTag(walk, left);
        const auto payload = tag && tag->type == kInt8 && tag->bytes <= kLongestName
                                 ? readPayload(walk, *tag, left)
                                 : std::nullopt;
        if (!payload) {
            walk.problem.clear();
            return;
        }
        word.assign(payload->begin(), payload->end());
    }
    if (!words[0].empty()) {
        walk.objects.push_back(noteOfMatlabObject(words[0], words[2]));
    }
}

} // namespace spall::io
