// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tdms_metadata.h"

#include <array>
#include <limits>

namespace spall::io {
namespace {

constexpr std::uint32_t kNoData = 0xFFFFFFFF;
constexpr std::uint32_t kSameAsBefore = 0;
constexpr std::uint32_t kDaqmxScaler = 0x1269;
constexpr std::uint32_t kDaqmxDigital = 0x126A;
constexpr std::uint32_t kText = 0x20;
constexpr std::size_t kMostScalers = 64;

/// Bytes of a type; 0 for text and unknown ones.
std::size_t bytesOf(std::uint32_t type)
{
    switch (type) {
    case 1:
    case 5:
    case 0x21:
        return 1;
    case 2:
    case 6:
        return 2;
    case 3:
    case 7:
    case 9:
    case 0x19:
        return 4;
    case 4:
    case 8:
    case 10:
    case 0x1A:
    case 0x08000C:
        return 8;
    case 11:
    case 0x1B:
    case 0x44:
    case 0x10000D:
        return 16;
    default:
        return 0;
    }
}

std::optional<NumberFormat> numberOf(std::uint32_t type, bool isBigEndian)
{
    NumberFormat number{NumberKind::Signed, bytesOf(type), isBigEndian};
    if (type >= 5 && type <= 8) {
        number.kind = NumberKind::Unsigned;
    } else if (type == 9 || type == 10 || type == 0x19 || type == 0x1A) {
        number.kind = NumberKind::Float;
    } else if (type < 1 || type > 4) {
        return std::nullopt;
    }
    return number;
}

/// The types of DAQmx buffers have numbers of their own.
std::optional<NumberFormat> daqmxNumberOf(std::uint32_t type, bool isBigEndian)
{
    constexpr std::array<std::size_t, 10> kBytes{1, 1, 2, 2, 4, 4, 8, 8, 4, 8};
    if (type >= kBytes.size()) {
        return std::nullopt;
    }
    const NumberKind kind = type >= 8       ? NumberKind::Float
                            : type % 2 == 0 ? NumberKind::Unsigned
                                            : NumberKind::Signed;
    return NumberFormat{kind, kBytes.at(type), isBigEndian};
}

class Metadata {
public:
    Metadata(std::span<const char> bytes, bool isBigEndian)
        : m_left(bytes), m_isBigEndian(isBigEndian)
    {
    }

    std::optional<std::vector<TdmsObject>> objects()
    {
        std::vector<TdmsObject> found;
        const std::uint64_t count = number(4);
        for (std::uint64_t i = 0; i < count && m_isSound; ++i) {
            found.push_back(object());
        }
        return m_isSound ? std::optional{std::move(found)} : std::nullopt;
    }

private:
    std::uint64_t number(std::size_t bytes)
    {
        if (m_left.size() < bytes) {
            m_isSound = false;
            m_left = {};
            return 0;
        }
        const std::uint64_t value = decodeUnsigned(m_left.data(), bytes, m_isBigEndian);
        m_left = m_left.subspan(bytes);
        return value;
    }

    std::uint32_t word() { return static_cast<std::uint32_t>(number(4)); }

    std::string text()
    {
        const std::size_t length = word();
        if (length > m_left.size()) {
            m_isSound = false;
            return {};
        }
        std::string value{m_left.data(), length};
        m_left = m_left.subspan(length);
        return value;
    }

    TdmsObject object()
    {
        TdmsObject object;
        object.path = text();
        const std::uint32_t index = word();
        if (index == kDaqmxScaler || index == kDaqmxDigital) {
            object.data = TdmsObject::Data::Indexed;
            object.index = daqmxIndex(index == kDaqmxDigital);
        } else if (index == kSameAsBefore) {
            object.data = TdmsObject::Data::AsBefore;
        } else if (index != kNoData) {
            object.data = TdmsObject::Data::Indexed;
            object.index = plainIndex();
        }
        const std::uint32_t properties = word();
        for (std::uint32_t i = 0; i < properties && m_isSound; ++i) {
            std::string name = text();
            object.properties[std::move(name)] = property();
        }
        return object;
    }

    TdmsIndex plainIndex()
    {
        TdmsIndex index;
        const std::uint32_t type = word();
        m_isSound = m_isSound && word() == 1; // the format knows one dimension only
        index.count = number(8);
        index.number = numberOf(type, m_isBigEndian);
        if (type == kText) {
            index.bytes = number(8);
        } else if (bytesOf(type) == 0 ||
                   index.count > std::numeric_limits<std::uint64_t>::max() / 32) {
            m_isSound = m_isSound && index.count == 0;
        } else {
            index.bytes = index.count * bytesOf(type);
        }
        return index;
    }

    TdmsIndex daqmxIndex(bool isDigital)
    {
        TdmsIndex index;
        word(); // a type that says nothing
        m_isSound = m_isSound && word() == 1;
        index.count = number(8);
        const std::uint32_t scalers = word();
        for (std::uint32_t i = 0; i < scalers && i < kMostScalers && m_isSound; ++i) {
            const auto type = daqmxNumberOf(word(), m_isBigEndian);
            const std::uint32_t buffer = word();
            const std::uint32_t offset = word();
            number(isDigital ? 1 : 4); // bits of the sample format
            const std::uint32_t scale = word();
            if (type && !isDigital) {
                index.places.push_back({*type, buffer, offset, scale});
            }
        }
        const std::uint32_t widths = word();
        m_isSound = m_isSound && scalers <= kMostScalers && widths <= kMostScalers &&
                    index.count <= std::numeric_limits<std::uint32_t>::max();
        for (std::uint32_t i = 0; i < widths && m_isSound; ++i) {
            index.widths.push_back(word());
            index.bytes += index.count * index.widths.back();
        }
        return index;
    }

    TdmsProperty property()
    {
        const std::uint32_t type = word();
        if (type == kText) {
            return {std::nullopt, text()};
        }
        const std::size_t bytes = bytesOf(type);
        if (bytes == 0 || bytes > m_left.size()) {
            m_isSound = m_isSound && type == 0;
            return {};
        }
        TdmsProperty value;
        if (const auto format = numberOf(type, m_isBigEndian)) {
            value.number = decodeNumber(m_left.data(), *format);
        }
        m_left = m_left.subspan(bytes);
        return value;
    }

    std::span<const char> m_left;
    bool m_isBigEndian;
    bool m_isSound = true;
};

} // namespace

std::optional<std::vector<TdmsObject>> parseTdmsMetadata(std::span<const char> bytes,
                                                         bool isBigEndian)
{
    return Metadata{bytes, isBigEndian}.objects();
}

std::vector<std::string> tdmsPathParts(const std::string& path)
{
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (at < path.size()) {
        if (path[at] != '\'') {
            ++at;
            continue;
        }
        std::string part;
        for (++at; at < path.size(); ++at) {
            if (path[at] == '\'' && at + 1 < path.size() && path[at + 1] == '\'') {
                ++at; // a quote in a name is doubled
            } else if (path[at] == '\'') {
                break;
            }
            part.push_back(path[at]);
        }
        ++at;
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace spall::io
