// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/scalar_meaning.h"

#include "core/io/cwru.h"
#include "core/io/extension.h"
#include "core/io/names.h"
#include "core/io/preamble.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace spall::io {
namespace {

using signal::Attributed;
using signal::Source;

constexpr std::array<std::string_view, 18> kRateNames{"fs",
                                                      "sr",
                                                      "samplefrequency",
                                                      "samplingfrequency",
                                                      "samplerate",
                                                      "samplingrate",
                                                      "samplespersecond",
                                                      "fsamp",
                                                      "srate",
                                                      "freqsampling",
                                                      "samplefreq",
                                                      "samplingfreq",
                                                      "fsample",
                                                      "fsampling",
                                                      "sampfreq",
                                                      "acquisitionrate",
                                                      "abtastrate",
                                                      "scanrate"};
constexpr std::array<std::string_view, 13> kStepNames{"dt",
                                                      "deltat",
                                                      "timestep",
                                                      "tstep",
                                                      "sampleinterval",
                                                      "samplinginterval",
                                                      "samplingperiod",
                                                      "sampleperiod",
                                                      "tincrement",
                                                      "increment",
                                                      "xincrement",
                                                      "deltax",
                                                      "wfincrement"};
/// Units that such names end with, the longer before the shorter.
constexpr std::array<std::pair<std::string_view, double>, 4> kRateUnits{
    {{"inkhz", 1e3}, {"khz", 1e3}, {"inhz", 1.0}, {"hz", 1.0}}};
constexpr std::array<std::pair<std::string_view, double>, 5> kStepUnits{
    {{"ms", 1e-3}, {"us", 1e-6}, {"ns", 1e-9}, {"sec", 1.0}, {"s", 1.0}}};
constexpr std::array<std::string_view, 6> kRpmNames{
    "rpm", "shaftspeed", "shaftrpm", "motorspeed", "rotationalspeed", "speedrpm"};
constexpr std::array<std::string_view, 5> kTurnsPerSecondNames{
    "shaftrate", "shaftfrequency", "shafthz", "shaftfreq", "rotationfrequency"};

/// Below this a bare `rate` is turns per second, above it samples per second.
constexpr double kSlowestBareRate = 500.0;

/// Factor to hertz or seconds of a plain name that is one of `names`, alone or with a unit.
template <std::size_t N, std::size_t M>
std::optional<double> factorOf(std::string_view name,
                               const std::array<std::string_view, N>& names,
                               const std::array<std::pair<std::string_view, double>, M>& units)
{
    if (isOneOf(name, names)) {
        return 1.0;
    }
    for (const auto& [unit, factor] : units) {
        if (name.ends_with(unit) && isOneOf(name.substr(0, name.size() - unit.size()), names)) {
            return factor;
        }
    }
    return std::nullopt;
}

std::optional<double> rateFactor(std::string_view name)
{
    return factorOf(name, kRateNames, kRateUnits);
}

std::optional<double> stepFactor(std::string_view name)
{
    return factorOf(name, kStepNames, kStepUnits);
}

bool isPlausibleRate(double value)
{
    return std::isfinite(value) && value > 1e-6 && value <= 1e9;
}

bool isPlausibleSpeed(double rpm)
{
    return std::isfinite(rpm) && rpm > 0.0 && rpm <= 500'000.0;
}

bool hasRateBeside(const FoundScalar& scalar, const std::vector<FoundScalar>& all)
{
    return std::any_of(all.begin(), all.end(), [&](const FoundScalar& other) {
        return ownerOf(other.name) == ownerOf(scalar.name) && rateFactor(plainName(other.name));
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

/// A sampling rate in a single number.
struct RateInNumber {
    Hertz rate;
    bool isPlain = false; ///< named so; not from a step or a bare `rate`
};

std::optional<RateInNumber> rateIn(const FoundScalar& scalar)
{
    const std::string name = plainName(scalar.name);
    const auto factor = rateFactor(name);
    const auto seconds = stepFactor(name);
    const bool isBareRate = name == "rate" && scalar.value >= kSlowestBareRate;
    const double rate = factor       ? *factor * scalar.value
                        : seconds    ? 1.0 / (*seconds * scalar.value)
                        : isBareRate ? scalar.value
                                     : 0.0;
    return isPlausibleRate(rate) ? std::optional{RateInNumber{Hertz{rate}, factor.has_value()}}
                                 : std::nullopt;
}

std::string statedBy(const FoundScalar& scalar)
{
    return fmt::format("the file states {} = {:.10g}", scalar.name, scalar.value);
}

} // namespace

std::string plainName(std::string_view address)
{
    const auto dot = address.rfind('.');
    std::string plain = lowered(dot == std::string_view::npos ? address : address.substr(dot + 1));
    std::erase_if(plain,
                  [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
    return plain;
}

std::optional<Attributed<Hertz>> statedRate(const std::vector<FoundScalar>& scalars,
                                            std::string_view of)
{
    std::optional<Attributed<Hertz>> best;
    int bestRank = std::numeric_limits<int>::max();
    for (const FoundScalar& scalar : scalars) {
        const auto rate = rateIn(scalar);
        const int rank =
            rate ? 2 * stepsBetween(ownerOf(scalar.name), of) + (rate->isPlain ? 0 : 1) : bestRank;
        if (rank < bestRank) {
            bestRank = rank;
            best = Attributed<Hertz>{rate->rate, Source::File, statedBy(scalar)};
        }
    }
    return best;
}

void addWrittenNumbers(FileContents& contents)
{
    std::vector<std::string> lines;
    for (const FoundText& text : contents.texts) {
        const std::string name = plainName(text.name);
        if (rateFactor(name) || isOneOf(name, kRpmNames) || stepFactor(name)) {
            lines.push_back(name + "=" + text.value);
        }
    }
    readPreamble(lines, contents);
}

std::optional<Attributed<Rpm>> statedShaftSpeed(const std::vector<FoundScalar>& scalars,
                                                std::string_view record)
{
    for (const FoundScalar& scalar : scalars) {
        const std::string name = plainName(scalar.name);
        const std::string_view own = parseCwruName(scalar.name).record;
        const bool isOther = !record.empty() && !own.empty() && own != record;
        const bool isRpm = isOneOf(name, kRpmNames) || name.ends_with("rpm");
        if (isRpm && !isOther && isPlausibleSpeed(scalar.value)) {
            return Attributed<Rpm>{Rpm{scalar.value}, Source::File, statedBy(scalar)};
        }
        const bool isTurns =
            isOneOf(name, kTurnsPerSecondNames) ||
            (name == "rate" && scalar.value < kSlowestBareRate && hasRateBeside(scalar, scalars));
        if (isTurns && isPlausibleSpeed(scalar.value * 60.0)) {
            return Attributed<Rpm>{
                Rpm{scalar.value * 60.0}, Source::File, statedBy(scalar) + " turns per second"};
        }
    }
    return std::nullopt;
}

} // namespace spall::io
