// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/preamble.h"

#include "core/base/parse_number.h"
#include "core/io/encoding.h"
#include "core/io/extension.h"
#include "core/io/scalar_names.h"
#include "core/io/text_fields.h"
#include "core/io/text_headings.h"
#include "core/io/time_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace spall::io {
namespace {

struct Measured {
    double value = 0.0;
    std::string unit;
    std::size_t end = 0;  ///< of number and unit in the text
    double grouped = 0.0; ///< the value if its only mark parts thousands: "25,600"; else 0
};

/// "25,600" and "25.600" may be 25.6 or 25 600.
double groupedValue(std::string_view digits)
{
    const auto mark = digits.find_first_of(",.");
    const bool isOnly = mark != std::string_view::npos &&
                        digits.find_first_of(",.", mark + 1) == std::string_view::npos;
    if (!isOnly || mark == 0 || mark > 3 || digits.size() - mark != 4 || digits.front() == '0') {
        return 0.0;
    }
    std::string whole{digits};
    whole.erase(mark, 1);
    return parseNumber(whole).value_or(0.0);
}

std::optional<double> rateUnit(std::string_view unit)
{
    constexpr std::array<std::pair<std::string_view, double>, 10> kUnits{{{"hz", 1.0},
                                                                          {"s/s", 1.0},
                                                                          {"sps", 1.0},
                                                                          {"sa/s", 1.0},
                                                                          {"khz", 1e3},
                                                                          {"ks/s", 1e3},
                                                                          {"ksps", 1e3},
                                                                          {"ksa/s", 1e3},
                                                                          {"mhz", 1e6},
                                                                          {"msa/s", 1e6}}};
    const auto* const found = std::find_if(
        kUnits.begin(), kUnits.end(), [&](const auto& known) { return known.first == unit; });
    return found == kUnits.end() ? std::nullopt : std::optional{found->second};
}

/// A next field that is a unit of rate or of time; "min" is as likely the least of something.
bool isUnitField(std::string_view field)
{
    const auto seconds = secondsInUnit(asUtf8(field));
    return rateUnit(lowered(field)) || (seconds && *seconds <= 1.0);
}

/// A unit follows a number at once, in brackets, or as the next field ("25600,Hz"); the key of the
/// next pair is none.
std::string_view unitBehind(std::string_view text)
{
    constexpr std::size_t kFarthest = 128;
    text = text.substr(0, kFarthest);
    const auto start = std::min(text.find_first_not_of(" \t\"'([,;"), text.size());
    const auto end = std::min(text.find_first_of(" \t\"')],;}", start), text.size());
    const std::string_view unit = text.substr(start, end - start);
    const auto next = text.find_first_not_of(" \t\"')]", end);
    const bool isKey = unit.find_first_of(":=") != std::string_view::npos ||
                       (next != std::string_view::npos && (text[next] == ':' || text[next] == '='));
    const bool isOtherField = text.substr(0, start).find_first_of(",;") != std::string_view::npos;
    return isKey || (isOtherField && !isUnitField(unit)) ? std::string_view{} : unit;
}

/// The letters of the number that a text begins with; none where they are too many for one.
std::string_view digitsOf(std::string_view text)
{
    constexpr std::size_t kLongestNumber = 64;
    std::string_view digits = text.substr(0, kLongestNumber + 1);
    digits = digits.substr(0, digits.find_first_not_of("0123456789+-.,eE"));
    if (digits.size() > kLongestNumber) {
        return {};
    }
    return digits.substr(0, digits.find_last_not_of(",.eE") + 1);
}

/// "25600", "25,6", and with marks that can only part thousands "51,200.00", "1.000.000".
std::optional<double> writtenNumber(std::string_view digits)
{
    const auto commas = std::count(digits.begin(), digits.end(), ',');
    const auto points = std::count(digits.begin(), digits.end(), '.');
    if (commas + points < 2) {
        std::string plain{digits};
        std::replace(plain.begin(), plain.end(), ',', '.');
        return parseNumber(plain);
    }
    const auto last = digits.find_last_of(",.");
    if (commas > 0 && points > 0) {
        return groupedNumber(digits, digits[last]);
    }
    constexpr std::size_t kGroup = 3;
    return digits.size() - last - 1 == kGroup ? groupedNumber(digits, commas > 0 ? '.' : ',')
                                              : std::nullopt;
}

struct Divisor {
    double value = 1.0;
    std::size_t end = 0; ///< in the text
};

/// The "/25600" of "1/25600 s"; no part of a date and no unit.
Divisor divisorIn(std::string_view text)
{
    const auto slash = text.find_first_not_of(' ');
    if (slash == std::string_view::npos || text[slash] != '/') {
        return {};
    }
    const auto start = std::min(text.find_first_not_of(' ', slash + 1), text.size());
    const std::string_view digits = digitsOf(text.substr(start));
    const auto value = writtenNumber(digits);
    const std::size_t end = start + digits.size();
    const bool isDate = text.substr(end).starts_with('/');
    return value && *value > 0.0 && !isDate ? Divisor{*value, end} : Divisor{};
}

/// What may stand between a key and its number.
constexpr std::string_view kBeforeNumber = " \t\"':=,;";

/// "25.6 kHz", "25,6", "1/25600 s", "\"51200\"" at the beginning of a text.
std::optional<Measured> measuredIn(std::string_view text)
{
    const auto start = text.find_first_not_of(kBeforeNumber);
    if (start == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view digits = digitsOf(text.substr(start));
    const auto value = writtenNumber(digits);
    if (!value) {
        return std::nullopt;
    }
    const std::size_t numberEnd = start + digits.size();
    const Divisor divisor = divisorIn(text.substr(numberEnd));
    const std::size_t used = numberEnd + divisor.end;
    const std::string_view unit = unitBehind(text.substr(used));
    const auto unitEnd = unit.empty() ? used : static_cast<std::size_t>(unit.end() - text.begin());
    const double grouped = divisor.end == 0 ? groupedValue(digits) : 0.0;
    return Measured{*value / divisor.value, lowered(unit), unitEnd, grouped};
}

/// Thousands where the number would be far too small for a rate otherwise; that is told.
void settleThousands(const std::string& name, Measured& measured, FileContents& contents)
{
    constexpr double kSlowest = 1000.0;
    const auto factor = rateUnit(measured.unit);
    if (measured.grouped == 0.0 || !rateNamed(name) || factor.value_or(1.0) != 1.0 ||
        measured.value >= kSlowest) {
        return;
    }
    contents.warnings.push_back(fmt::format("'{}' was read as {:g}, not as {:g}: its mark parts "
                                            "thousands.",
                                            name,
                                            measured.grouped,
                                            measured.value));
    measured.value = measured.grouped;
}

void add(std::string_view key, Measured measured, FileContents& contents)
{
    constexpr std::string_view kAround = "\" '\t[{(";
    const auto first = key.find_first_not_of(kAround);
    key.remove_prefix(std::min(first, key.size()));
    while (!key.empty() && (key.back() == '"' || key.back() == ' ' || key.back() == '\'')) {
        key.remove_suffix(1);
    }
    const TextColumn heading = parseHeading(trimmedField(key));
    measured.unit = measured.unit.empty() ? lowered(heading.unit) : measured.unit;
    std::string name = asUtf8(heading.name);
    std::replace(name.begin(), name.end(), '.', ' '); // no address, one name
    settleThousands(name, measured, contents);
    if (measured.unit == "rpm" || measured.unit == "r/min" || measured.unit == "1/min") {
        name += " rpm";
    }
    const double factor =
        rateUnit(measured.unit).value_or(secondsInUnit(asUtf8(measured.unit)).value_or(1.0));
    name.resize(name.find_last_not_of(' ') + 1);
    contents.scalars.push_back({std::move(name), measured.value * factor});
}

bool isLetterOfAnyTongue(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) > 127);
}

/// Without the marks of a comment, quotes and blanks in front.
std::string_view bareText(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t#%*/\"',;{[");
    text.remove_prefix(std::min(first, text.size()));
    return text;
}

/// "Sampled at 25600 Hz": words in front of the only number of a line.
void addSentence(std::string_view text, FileContents& contents)
{
    const auto digit = text.find_first_of("0123456789");
    if (digit == std::string_view::npos || digit == 0 ||
        text.find_last_of(' ', digit) != digit - 1) {
        return;
    }
    if (const auto measured = measuredIn(text.substr(digit))) {
        add(text.substr(0, digit), *measured, contents);
    }
}

} // namespace

void readPreamble(const std::vector<std::string>& lines, FileContents& contents)
{
    for (const std::string& line : lines) {
        std::string_view text = bareText(line);
        constexpr std::string_view kMarks = ":=\t;,";
        if (text.find_first_of(kMarks) == std::string_view::npos) {
            addSentence(text, contents);
            continue;
        }
        // One pair after the other: {"fs": 25600, "rpm": 1480}. The first mark ends the key:
        // "Time: 10:00" has its key before the colon.
        while (!text.empty()) {
            const auto mark = text.find_first_of(kMarks);
            if (mark == std::string_view::npos) {
                break;
            }
            const std::string_view key = text.substr(0, mark);
            const auto measured = measuredIn(text.substr(mark));
            const bool isNamed = std::any_of(key.begin(), key.end(), isLetterOfAnyTongue);
            if (measured && isNamed) {
                add(key, *measured, contents);
            }
            // Where no number follows, a run of marks is passed as one: a line may be all marks.
            const auto next = text.find_first_not_of(kBeforeNumber, mark);
            text.remove_prefix(measured ? mark + measured->end : std::min(next, text.size()));
            text = bareText(text);
        }
    }
}

} // namespace spall::io
