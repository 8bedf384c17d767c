// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/policy.h"

#include "core/base/parse_number.h"

#include <fmt/format.h>

#include <cmath>

namespace spall::detect {
namespace {

constexpr int kLongestMemory = 1000;

tl::unexpected<Error> badPolicy(std::string_view text)
{
    return fail(ErrorCode::Usage,
                "no such threshold policy",
                fmt::format("'{}'", text),
                "use manual:X, f1, far:X with 0 < X < 1, or per-hour:X with X > 0");
}

} // namespace

Result<Policy> parsePolicy(std::string_view text)
{
    if (text == "f1") {
        return Policy{PolicyKind::BestF1, 0.0};
    }
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) {
        return badPolicy(text);
    }
    const std::string_view kind = text.substr(0, colon);
    const auto value = parseNumber(text.substr(colon + 1));
    if (!value || !std::isfinite(*value)) {
        return badPolicy(text);
    }
    if (kind == "manual") {
        return Policy{PolicyKind::Manual, *value};
    }
    if (kind == "far" && *value > 0.0 && *value < 1.0) {
        return Policy{PolicyKind::FalseAlarmRate, *value};
    }
    if (kind == "per-hour" && *value > 0.0) {
        return Policy{PolicyKind::AlarmsPerHour, *value};
    }
    return badPolicy(text);
}

std::string toString(const Policy& policy)
{
    switch (policy.kind) {
    case PolicyKind::Manual:
        return fmt::format("manual:{}", policy.value);
    case PolicyKind::BestF1:
        return "f1";
    case PolicyKind::FalseAlarmRate:
        return fmt::format("far:{}", policy.value);
    case PolicyKind::AlarmsPerHour:
        return fmt::format("per-hour:{}", policy.value);
    }
    return {};
}

Result<Hysteresis> parseHysteresis(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash != std::string_view::npos) {
        const auto need = parseInteger(text.substr(0, slash));
        const auto of = parseInteger(text.substr(slash + 1));
        if (need && of && *need >= 1 && *need <= *of && *of <= kLongestMemory) {
            return Hysteresis{static_cast<int>(*need), static_cast<int>(*of)};
        }
    }
    return fail(ErrorCode::Usage,
                "no such hysteresis",
                fmt::format("'{}'", text),
                fmt::format("use N/M with 1 <= N <= M <= {}, for example 3/5", kLongestMemory));
}

std::string toString(const Hysteresis& hysteresis)
{
    return fmt::format("{}/{}", hysteresis.need, hysteresis.of);
}

} // namespace spall::detect
