// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace spall::report {

namespace {

constexpr const char* kBlank = "\u00A0";
constexpr const char* kMinus = "\u2212";
constexpr const char* kUnknown = "\u2013";

/// Digits of a non-negative number, grouped by three in front of the point.
std::string grouped(const std::string& digits)
{
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        // Four digits stay together: 2048 reads better than 2 048.
        if (i > 0 && i < point && (point - i) % 3 == 0 && point > 4) {
            out += kBlank;
        }
        out += digits[i];
    }
    return out;
}

bool isZeroText(const std::string& digits)
{
    return digits.find_first_not_of("0.") == std::string::npos;
}

bool isKnown(const std::optional<evaluate::Rate>& rate)
{
    return rate && rate->trials > 0 && std::isfinite(rate->value);
}

int percentDigits(double share)
{
    return share > 0.0 && share < 0.01 ? 2 : 1;
}

} // namespace

std::string decimal(double value, int digits)
{
    if (!std::isfinite(value)) {
        return kUnknown;
    }
    const std::string plain = fmt::format("{:.{}f}", std::abs(value), digits);
    return (value < 0.0 && !isZeroText(plain) ? kMinus : "") + grouped(plain);
}

std::string compact(double value)
{
    if (!std::isfinite(value)) {
        return kUnknown;
    }
    const double size = std::abs(value);
    if (size != 0.0 && (size < 1e-4 || size >= 1e7)) {
        return (value < 0.0 ? kMinus : "") + fmt::format("{:.2e}", size);
    }
    const int magnitude = size == 0.0 ? 0 : static_cast<int>(std::floor(std::log10(size)));
    return decimal(value, std::clamp(2 - magnitude, 0, 6));
}

std::string count(std::int64_t value)
{
    const std::string digits = fmt::format("{}", value < 0 ? -value : value);
    return (value < 0 ? kMinus : "") + grouped(digits);
}

std::string percent(double share)
{
    if (!std::isfinite(share)) {
        return kUnknown;
    }
    return decimal(100.0 * share, percentDigits(share)) + kBlank + "%";
}

std::string intervalText(const evaluate::Rate& rate)
{
    if (!isKnown(rate)) {
        return kUnknown;
    }
    const int digits = percentDigits(rate.high);
    return decimal(100.0 * rate.low, digits) + "\u2013" + decimal(100.0 * rate.high, digits) +
           kBlank + "%";
}

std::string rateText(const std::optional<evaluate::Rate>& rate)
{
    return isKnown(rate) ? percent(rate->value) + " (" + intervalText(*rate) + ")" : kUnknown;
}

std::string rateValue(const std::optional<evaluate::Rate>& rate)
{
    return isKnown(rate) ? percent(rate->value) : kUnknown;
}

std::string hourlyText(const std::optional<evaluate::HourlyRate>& rate)
{
    return rate ? compact(rate->value) + " (" + compact(rate->low) + "–" + compact(rate->high) +
                      "; n" + kBlank + "=" + kBlank + count(rate->events) + ", " +
                      durationText(rate->duration) + ")"
                : kUnknown;
}

std::string durationText(Seconds duration)
{
    const double seconds = duration.value;
    if (!std::isfinite(seconds)) {
        return kUnknown;
    }
    if (seconds < 99.5) {
        return decimal(seconds, seconds < 9.995 ? 2 : 1) + kBlank + "s";
    }
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    if (whole < 3600) {
        return fmt::format("{}{}min {}{}s", whole / 60, kBlank, whole % 60, kBlank);
    }
    return fmt::format("{}{}h {:02}{}min", whole / 3600, kBlank, whole % 3600 / 60, kBlank);
}

std::string hertzText(Hertz rate)
{
    const bool isWhole = std::abs(rate.value - std::round(rate.value)) < 5e-3;
    return decimal(rate.value, isWhole ? 0 : 2) + kBlank + "Hz";
}

std::string fileName(const std::string& path)
{
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos || slash + 1 == path.size() ? path : path.substr(slash + 1);
}

} // namespace spall::report
