// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/bearing.h"

#include "core/base/parse_number.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

namespace spall::signal {
namespace {

constexpr std::string_view kHowTo =
    "name a known one such as 6205, or give n,d,D,angle such as 9,0.3126,1.537,0";

/// A name in lower case without blanks and dashes, and where those stood.
struct PlainName {
    std::string letters;
    std::vector<bool> followsGap; ///< one per letter

    explicit PlainName(std::string_view text)
    {
        bool gap = true;
        for (const char letter : text) {
            const auto byte = static_cast<unsigned char>(letter);
            if (std::isalnum(byte) != 0) {
                letters += static_cast<char>(std::tolower(byte));
                followsGap.push_back(gap);
            }
            gap = std::isalnum(byte) == 0;
        }
    }

    /// True when a part would begin or end in the middle of a number there.
    [[nodiscard]] bool cutsNumberAt(std::size_t at) const
    {
        return at > 0 && at < letters.size() && !followsGap[at] && isDigit(letters[at - 1]) &&
               isDigit(letters[at]);
    }

    [[nodiscard]] bool holds(const std::string& part) const
    {
        for (auto at = letters.find(part); at != std::string::npos;
             at = letters.find(part, at + 1)) {
            if (!cutsNumberAt(at) && !cutsNumberAt(at + part.size())) {
                return true;
            }
        }
        return false;
    }
};

std::optional<BearingGeometry> findKnown(std::string_view text)
{
    const std::string wanted = PlainName{text}.letters;
    for (const auto& bearing : knownBearings()) {
        if (PlainName{bearing.name}.letters == wanted) {
            return bearing;
        }
    }
    constexpr std::size_t kShortestDesignation = 3;
    if (wanted.size() < kShortestDesignation) {
        return std::nullopt;
    }
    for (const auto& bearing : knownBearings()) {
        if (PlainName{bearing.name}.holds(wanted)) {
            return bearing;
        }
    }
    return std::nullopt;
}

std::vector<std::string_view> splitAtCommas(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (auto comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
        parts.push_back(text.substr(0, comma));
        text.remove_prefix(comma + 1);
    }
    parts.push_back(text);
    return parts;
}

Result<BearingGeometry> parseGeometry(std::string_view text)
{
    const auto parts = splitAtCommas(text);
    if (parts.size() != 4) {
        return fail(ErrorCode::Usage,
                    "a bearing's geometry is four numbers",
                    std::string{text},
                    std::string{kHowTo});
    }
    const auto elements = parseInteger(parts[0]);
    const auto element = parseNumber(parts[1]);
    const auto pitch = parseNumber(parts[2]);
    const auto angle = parseNumber(parts[3]);
    constexpr std::int64_t kMostElements = 1000;
    if (!elements || *elements < 0 || *elements > kMostElements || !element || !pitch || !angle) {
        return fail(ErrorCode::Usage,
                    "these are not a bearing's four numbers",
                    std::string{text},
                    std::string{kHowTo});
    }
    BearingGeometry bearing{
        std::string{text}, static_cast<int>(*elements), *element, *pitch, *angle};
    if (auto status = validate(bearing); !status) {
        return fail(std::move(status.error()));
    }
    return bearing;
}

} // namespace

FaultFrequencies faultFrequencies(const BearingGeometry& bearing, Rpm speed)
{
    const double shaft = frequency(speed).value;
    const double angle = bearing.contactAngleDegrees * std::numbers::pi / 180.0;
    const double slope = bearing.elementDiameter / bearing.pitchDiameter * std::cos(angle);
    const double half = bearing.elements / 2.0 * shaft;
    const double spin = bearing.pitchDiameter / (2.0 * bearing.elementDiameter) * shaft;
    return {.shaft = {shaft},
            .outerRace = {half * (1.0 - slope)},
            .innerRace = {half * (1.0 + slope)},
            .element = {spin * (1.0 - slope * slope)},
            .cage = {shaft / 2.0 * (1.0 - slope)}};
}

Hertz strikeFrequency(const FaultFrequencies& frequencies, FaultKind kind)
{
    switch (kind) {
    case FaultKind::OuterRace:
        return frequencies.outerRace;
    case FaultKind::InnerRace:
        return frequencies.innerRace;
    case FaultKind::Element:
        break;
    }
    return {2.0 * frequencies.element.value};
}

Status validate(const BearingGeometry& bearing)
{
    const auto refuse = [&](const std::string& what) -> Status {
        return fail(ErrorCode::Usage, what, bearing.name, std::string{kHowTo});
    };
    const double element = bearing.elementDiameter;
    const double pitch = bearing.pitchDiameter;
    if (bearing.elements < 3) {
        return refuse(fmt::format("a bearing has 3 elements or more, not {}", bearing.elements));
    }
    if (!(element > 0.0) || !(element < pitch) || !std::isfinite(pitch)) {
        return refuse(fmt::format(
            "elements of diameter {} cannot run on a pitch circle of {}", element, pitch));
    }
    if (bearing.elements * std::asin(element / pitch) > std::numbers::pi) {
        return refuse(fmt::format("{} elements of diameter {} do not fit on a pitch circle of {}",
                                  bearing.elements,
                                  element,
                                  pitch));
    }
    if (!(bearing.contactAngleDegrees >= 0.0) || !(bearing.contactAngleDegrees < 90.0)) {
        return refuse(fmt::format("a contact angle of {} degrees is not between 0 and 90",
                                  bearing.contactAngleDegrees));
    }
    return {};
}

Result<BearingGeometry> parseBearing(std::string_view text)
{
    if (text.find(',') != std::string_view::npos) {
        return parseGeometry(text);
    }
    if (auto known = findKnown(text)) {
        return *std::move(known);
    }
    return fail(ErrorCode::Usage,
                "the program does not know this bearing",
                std::string{text},
                std::string{kHowTo});
}

} // namespace spall::signal
