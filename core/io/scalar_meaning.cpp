// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/scalar_meaning.h"

#include "core/io/cwru.h"
#include "core/io/extension.h"
#include "core/io/names.h"
#include "core/io/preamble.h"
#include "core/io/usual_rates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spall::io {
namespace {

using signal::Attributed;
using signal::Source;

/// Below this a bare `rate` is turns per second, above it samples per second.
constexpr double kSlowestBareRate = 500.0;

/// What is above can be no frequency of a machine, only a sampling rate.
constexpr double kSlowestUnsureRate = 400.0;

bool isPlausibleRate(double value)
{
    return std::isfinite(value) && value > 1e-6 && value <= 1e9;
}

bool isPlausibleSpeed(double rpm)
{
    return std::isfinite(rpm) && rpm > 0.0 && rpm <= 500'000.0;
}

bool isSureRate(std::string_view address)
{
    const auto named = rateNamed(address);
    return named && !named->isUnsure;
}

bool hasRateBeside(const FoundScalar& scalar, const std::vector<FoundScalar>& all)
{
    return std::any_of(all.begin(), all.end(), [&](const FoundScalar& other) {
        return ownerOf(other.name) == ownerOf(scalar.name) && isSureRate(other.name);
    });
}

/// How far the owner of a number is from a vector: 0 for the vector itself, 1 for the struct it
/// stands in, one more for each struct around that, far for structs beside it.
int stepsBetween(std::string_view owner, std::string_view vector)
{
    constexpr int kBeside = 1000;
    const std::string_view rest = vector.substr(std::min(owner.size(), vector.size()));
    const bool isAround = owner.empty() || (vector.starts_with(owner) &&
                                            (rest.empty() || rest.find_first_of(".({") == 0));
    const auto dots = static_cast<int>(std::count(rest.begin(), rest.end(), '.'));
    return isAround ? dots + (owner.empty() ? 1 : 0) : kBeside;
}

std::string statedBy(const FoundScalar& scalar)
{
    return fmt::format("the file states {} = {:.10g}", scalar.name, scalar.value);
}

std::optional<Attributed<Hertz>> sureRate(const FoundScalar& scalar)
{
    const auto named = rateNamed(scalar.name);
    if (!named || named->isUnsure) {
        return std::nullopt;
    }
    const Hertz rate{named->factor * scalar.value};
    constexpr double kMostKilohertz = 200.0;
    constexpr double kLeastKilohertz = 2.0;
    constexpr double kExact = 1e-9;
    const bool isKilohertz = rate.value >= kLeastKilohertz && rate.value <= kMostKilohertz &&
                             usualRateNear(Hertz{rate.value * 1000.0}, kExact);
    if (isKilohertz) {
        return Attributed<Hertz>{
            Hertz{rate.value * 1000.0}, Source::Name, statedBy(scalar) + ", taken for kHz"};
    }
    return Attributed<Hertz>{rate, Source::File, statedBy(scalar)};
}

std::optional<Attributed<Hertz>> rateOfStep(const FoundScalar& scalar)
{
    const auto named = stepNamed(scalar.name);
    const double rate = named ? 1.0 / (named->factor * scalar.value) : 0.0;
    if (!named || (named->isUnsure && rate < kSlowestUnsureRate)) {
        return std::nullopt;
    }
    return Attributed<Hertz>{Hertz{rate}, Source::File, statedBy(scalar)};
}

std::optional<Attributed<Hertz>> bareRate(const FoundScalar& scalar)
{
    if (plainName(scalar.name) != "rate" || !(scalar.value >= kSlowestBareRate)) {
        return std::nullopt;
    }
    return Attributed<Hertz>{Hertz{scalar.value}, Source::File, statedBy(scalar)};
}

std::optional<Attributed<Hertz>> unsureRate(const FoundScalar& scalar)
{
    const auto named = rateNamed(scalar.name);
    const double rate = named ? named->factor * scalar.value : 0.0;
    if (!named || !named->isUnsure || !(rate > kSlowestUnsureRate)) {
        return std::nullopt;
    }
    return Attributed<Hertz>{Hertz{rate},
                             Source::Name,
                             statedBy(scalar) + ", too fast for anything but a sampling rate"};
}

/// Below, a bare "speed" may be metres per second or a step of a switch.
bool isLikelySpeed(double rpm)
{
    constexpr double kSlowest = 60.0;
    constexpr double kFastest = 60'000.0;
    return rpm >= kSlowest && rpm <= kFastest;
}

/// How far a name is from saying that this is the speed: "rpm" itself comes before "motor_rpm", and
/// that before "speed" and what is unsure for other reasons.
int doubtOf(std::string_view address, const NamedQuantity& named)
{
    const std::string plain = plainName(address);
    const bool isPlain = plain == "rpm" || plain == "speed";
    return (named.isUnsure ? 2 : 0) + (isPlain ? 0 : 1);
}

/// What the reason of a speed adds where the number is no turns per minute.
std::string unitOf(const NamedQuantity& named)
{
    constexpr double kPerTurn = 60.0;
    return named.factor == 1.0        ? ""
           : named.factor == kPerTurn ? " turns per second"
                                      : " radians per second";
}

} // namespace

std::optional<Attributed<Hertz>> statedRate(const std::vector<FoundScalar>& scalars,
                                            std::string_view of)
{
    constexpr int kKinds = 3; // of what is sure, the surer first
    const auto take = [](const FoundScalar& scalar, int kind) {
        return kind == 0 ? sureRate(scalar) : kind == 1 ? rateOfStep(scalar) : bareRate(scalar);
    };
    std::optional<Attributed<Hertz>> best;
    int bestRank = std::numeric_limits<int>::max();
    for (const FoundScalar& scalar : scalars) {
        for (int kind = 0; kind < kKinds; ++kind) {
            const auto rate = take(scalar, kind);
            const int rank = kKinds * stepsBetween(ownerOf(scalar.name), of) + kind;
            if (rate && isPlausibleRate(rate->value.value) && rank < bestRank) {
                bestRank = rank;
                best = rate;
            }
        }
    }
    for (const FoundScalar& scalar : scalars) {
        const auto rate = best ? std::nullopt : unsureRate(scalar);
        best = rate && isPlausibleRate(rate->value.value) ? rate : best;
    }
    return best;
}

void addWrittenNumbers(FileContents& contents)
{
    std::vector<std::string> lines;
    for (const FoundText& text : contents.texts) {
        if (rateNamed(text.name) || speedNamed(text.name) || stepNamed(text.name)) {
            lines.push_back(text.name.substr(text.name.rfind('.') + 1) + "=" + text.value);
        }
    }
    readPreamble(lines, contents);
}

std::optional<Attributed<Rpm>> statedShaftSpeed(const std::vector<FoundScalar>& scalars,
                                                std::string_view record)
{
    std::optional<Attributed<Rpm>> best;
    int leastDoubt = std::numeric_limits<int>::max();
    for (const FoundScalar& scalar : scalars) {
        const std::string_view own = parseCwruName(scalar.name).record;
        const bool isOther = !record.empty() && !own.empty() && own != record;
        const bool isBareRate = plainName(scalar.name) == "rate" &&
                                scalar.value < kSlowestBareRate && hasRateBeside(scalar, scalars);
        const auto named = isBareRate ? NamedQuantity{60.0, false} : speedNamed(scalar.name);
        if (!named || isOther || !isPlausibleSpeed(scalar.value * named->factor) ||
            (named->isUnsure && !isLikelySpeed(scalar.value * named->factor))) {
            continue;
        }
        if (const int doubt = doubtOf(scalar.name, *named); doubt < leastDoubt) {
            leastDoubt = doubt;
            best = Attributed<Rpm>{
                Rpm{scalar.value * named->factor}, Source::File, statedBy(scalar) + unitOf(*named)};
        }
    }
    return best;
}

} // namespace spall::io
