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

std::optional<Attributed<Hertz>> statedRate(const std::vector<FoundScalar>& scalars)
{
    for (const FoundScalar& scalar : scalars) {
        const auto factor = rateFactor(plainName(scalar.name));
        if (factor && isPlausibleRate(*factor * scalar.value)) {
            return Attributed<Hertz>{Hertz{*factor * scalar.value}, Source::File, statedBy(scalar)};
        }
    }
    for (const FoundScalar& scalar : scalars) {
        const std::string name = plainName(scalar.name);
        const auto seconds = stepFactor(name);
        if (seconds && isPlausibleRate(1.0 / (*seconds * scalar.value))) {
            return Attributed<Hertz>{
                Hertz{1.0 / (*seconds * scalar.value)}, Source::File, statedBy(scalar)};
        }
        const bool isBareRate = name == "rate" && scalar.value >= kSlowestBareRate;
        if (isBareRate && isPlausibleRate(scalar.value)) {
            return Attributed<Hertz>{Hertz{scalar.value}, Source::File, statedBy(scalar)};
        }
    }
    return std::nullopt;
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
