// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_times.h"

#include "core/base/parse_number.h"
#include "core/base/text.h"
#include "core/io/extension.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace spall::io {
namespace {

constexpr double kSecondsPerDay = 86'400.0;

/// Takes digits off the front; nothing when there are none or more than `most`.
std::optional<int> takeDigits(std::string_view& text, std::size_t most)
{
    int value = 0;
    std::size_t count = 0;
    while (count < text.size() && count < most && isDigit(text[count])) {
        value = value * 10 + (text[count] - '0');
        ++count;
    }
    text.remove_prefix(count);
    return count == 0 ? std::nullopt : std::optional{value};
}

bool takeOne(std::string_view& text, std::string_view anyOf)
{
    if (text.empty() || anyOf.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

std::optional<double> decimal(std::string_view text)
{
    std::string point{text};
    std::replace(point.begin(), point.end(), ',', '.');
    return parseNumber(point);
}

/// "Z", "+02:00", "-0500" off the end of a time of day.
std::string_view withoutZone(std::string_view text)
{
    if (text.ends_with('Z') || text.ends_with('z')) {
        return text.substr(0, text.size() - 1);
    }
    const auto sign = text.find_last_of("+-");
    if (sign == std::string_view::npos || sign < 4) {
        return text;
    }
    const std::string_view zone = text.substr(sign + 1);
    const bool isZone =
        zone.size() >= 2 && zone.size() <= 5 &&
        std::all_of(zone.begin(), zone.end(), [](char c) { return isDigit(c) || c == ':'; });
    return isZone ? text.substr(0, sign) : text;
}

enum class Half { None, Morning, Afternoon };

/// "AM" or "PM" off the end.
Half takeHalf(std::string_view& text)
{
    const std::string low =
        lowered(text.substr(text.size() - std::min<std::size_t>(2, text.size())));
    if (low != "am" && low != "pm") {
        return Half::None;
    }
    text.remove_suffix(2);
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    return low == "am" ? Half::Morning : Half::Afternoon;
}

std::vector<std::string_view> partsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto colon = text.find(':');
        parts.push_back(text.substr(0, colon));
        if (colon == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(colon + 1);
    }
}

std::optional<int> wholeWithin(std::string_view text, int most)
{
    const auto value = takeDigits(text, 2);
    return value && text.empty() && *value <= most ? value : std::nullopt;
}

std::optional<double> secondWithin(std::string_view text)
{
    const auto second = text.empty() || !isDigit(text.front()) ? std::nullopt : decimal(text);
    return second && *second >= 0.0 && *second < 61.0 ? second : std::nullopt;
}

/// "HH:MM", "HH:MM:SS[.fff]", "HH:MM:SS:fff" or "MM:SS.fff", to the end of the text.
std::optional<double> timeOfDay(std::string_view text)
{
    text = withoutZone(text);
    const Half half = takeHalf(text);
    const auto parts = partsOf(text);
    if (parts.size() < 2 || parts.size() > 4) {
        return std::nullopt;
    }
    if (parts.size() == 2 && parts[1].find_first_of(".,") != std::string_view::npos) {
        const auto minute = wholeWithin(parts[0], 59);
        const auto second = secondWithin(parts[1]);
        return minute && second ? std::optional{*minute * 60.0 + *second} : std::nullopt;
    }
    const auto hour = wholeWithin(parts[0], 24);
    const auto minute = wholeWithin(parts[1], 59);
    const auto second = parts.size() > 2 ? secondWithin(parts[2]) : std::optional{0.0};
    const auto part =
        parts.size() > 3 ? parseNumber("0." + std::string{parts[3]}) : std::optional{0.0};
    if (!hour || !minute || !second || !part) {
        return std::nullopt;
    }
    const int whole = half == Half::None ? *hour : *hour % 12 + (half == Half::Afternoon ? 12 : 0);
    return whole * 3600.0 + *minute * 60.0 + *second + *part;
}

/// "HHMMSS[.fff]"
std::optional<double> compactTime(std::string_view text)
{
    if (text.size() < 6 || (text.size() > 6 && text[6] != '.') ||
        !std::all_of(text.begin(), text.begin() + 6, isDigit)) {
        return std::nullopt;
    }
    const auto hour = wholeWithin(text.substr(0, 2), 24);
    const auto minute = wholeWithin(text.substr(2, 2), 59);
    const auto second = secondWithin(text.substr(4));
    return hour && minute && second ? std::optional{*hour * 3600.0 + *minute * 60.0 + *second}
                                    : std::nullopt;
}

/// The number of a month, or of its English or German name.
std::optional<int> takeMonth(std::string_view& text)
{
    constexpr std::array<std::string_view, 16> kMonths{"jan",
                                                       "feb",
                                                       "mar",
                                                       "apr",
                                                       "may",
                                                       "jun",
                                                       "jul",
                                                       "aug",
                                                       "sep",
                                                       "oct",
                                                       "nov",
                                                       "dec",
                                                       "mai",
                                                       "okt",
                                                       "dez",
                                                       "m\xC3\xA4r"};
    constexpr std::array<int, 16> kNumbers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 5, 10, 12, 3};
    const std::string low = lowered(text.substr(0, std::min<std::size_t>(4, text.size())));
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (low.starts_with(kMonths.at(i))) {
            const auto end = std::min(text.find_first_of("-/. "), text.size());
            text.remove_prefix(end);
            return kNumbers.at(i);
        }
    }
    return takeDigits(text, 2);
}

std::optional<int> daysSince1970(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{std::chrono::sys_days{date}.time_since_epoch().count()}
                     : std::nullopt;
}

/// "YYYYMMDD" with a time behind it.
std::optional<int> takeCompactDate(std::string_view& text)
{
    constexpr std::size_t kDigits = 8;
    if (text.size() <= kDigits + 6 || !std::all_of(text.begin(), text.begin() + kDigits, isDigit)) {
        return std::nullopt;
    }
    const auto number = [&](std::size_t at, std::size_t count) {
        return static_cast<int>(parseInteger(text.substr(at, count)).value_or(0));
    };
    const auto days = daysSince1970(number(0, 4), number(4, 2), number(6, 2));
    text.remove_prefix(days ? kDigits : 0);
    return days;
}

/// Takes "YYYY-MM-DD", "DD.MM.YYYY", "DD-Mon-YYYY" or "MM/DD/YYYY" off the front, as days since
/// 1970. The month comes first where it must, or where the hours go to 12.
std::optional<int> takeDate(std::string_view& text, bool hasHalves)
{
    constexpr std::string_view kMarks = "-/. ";
    const bool isYearFirst = text.size() > 4 && (text[4] == '-' || text[4] == '/') &&
                             std::all_of(text.begin(), text.begin() + 4, isDigit);
    const auto first = takeDigits(text, isYearFirst ? 4 : 2);
    const bool isSlashed = text.starts_with('/');
    const bool isSpaced = text.starts_with(' ');
    if (!first || !takeOne(text, kMarks) || (isSpaced && !text.empty() && isDigit(text.front()))) {
        return std::nullopt;
    }
    const auto second = takeMonth(text);
    if (!second || !takeOne(text, kMarks)) {
        return std::nullopt;
    }
    const auto last = takeDigits(text, isYearFirst ? 2 : 4);
    if (!last) {
        return std::nullopt;
    }
    if (isYearFirst) {
        return daysSince1970(*first, *second, *last);
    }
    const bool isMonthFirst = isSlashed && *first <= 12 && (*second > 12 || hasHalves);
    return isMonthFirst ? daysSince1970(*last, *first, *second)
                        : daysSince1970(*last, *second, *first);
}

/// "1 days 00:00:01.5": a time that has passed.
std::optional<double> passedTime(std::string_view field)
{
    const auto days = takeDigits(field, 9);
    if (!days || !takeOne(field, " ") || !field.starts_with("day")) {
        return std::nullopt;
    }
    field.remove_prefix(field.starts_with("days") ? 4 : 3);
    takeOne(field, ",");
    if (field.empty()) {
        return *days * kSecondsPerDay;
    }
    const auto time = takeOne(field, " ") ? timeOfDay(field) : std::nullopt;
    return time ? std::optional{*days * kSecondsPerDay + *time} : std::nullopt;
}

} // namespace

std::optional<double> secondsIn(std::string_view field)
{
    if (field.empty() || !isDigit(field.front())) {
        return std::nullopt;
    }
    if (const auto time = timeOfDay(field)) {
        return time;
    }
    if (const auto passed = passedTime(field)) {
        return passed;
    }
    std::string_view bare = field;
    const bool hasHalves = takeHalf(bare) != Half::None;
    const auto compact = takeCompactDate(field);
    const auto days = compact ? compact : takeDate(field, hasHalves);
    if (!days) {
        return std::nullopt;
    }
    if (field.empty()) {
        return *days * kSecondsPerDay;
    }
    if (!takeOne(field, " T_-")) {
        return std::nullopt;
    }
    const auto written = timeOfDay(field);
    const auto time = written || !compact ? written : compactTime(field);
    return time ? std::optional{*days * kSecondsPerDay + *time} : std::nullopt;
}

bool looksLikeTime(std::string_view field)
{
    for (std::size_t at = field.find(':'); at != std::string_view::npos;
         at = field.find(':', at + 1)) {
        const bool isBetween = at > 0 && isDigit(field[at - 1]) && at + 2 < field.size() &&
                               isDigit(field[at + 1]) && isDigit(field[at + 2]);
        if (isBetween) {
            return true;
        }
    }
    return secondsIn(field).has_value();
}

} // namespace spall::io
