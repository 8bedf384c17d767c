// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/scalar_names.h"

#include "core/io/extension.h"
#include "core/io/names.h"

#include <algorithm>
#include <array>
#include <numbers>
#include <span>
#include <utility>

namespace spall::io {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 32> kRates{"fs",
                                                  "sr",
                                                  "samplefrequency",
                                                  "samplingfrequency",
                                                  "samplerate",
                                                  "samplingrate",
                                                  "samplespersecond",
                                                  "samplespersec",
                                                  "samplessec",
                                                  "fsamp",
                                                  "srate",
                                                  "freqsampling",
                                                  "samplefreq",
                                                  "samplingfreq",
                                                  "fsample",
                                                  "fsampling",
                                                  "sampfreq",
                                                  "samprate",
                                                  "acquisitionrate",
                                                  "abtastrate",
                                                  "abtastfrequenz",
                                                  "messrate",
                                                  "scanrate",
                                                  "adcrate",
                                                  "datarate",
                                                  "odr",
                                                  "sps",
                                                  "sampledat",
                                                  "samplingat",
                                                  "frecuenciamuestreo",
                                                  "frecuenciademuestreo",
                                                  "frquencedchantillonnage"};
constexpr std::array<std::string_view, 9> kUnsureRates{
    "freq", "frequency", "hz", "sf", "fq", "samplef", "sampling", "frequenz", "lograte"};
/// The names of a rate in Chinese, of which a plain name keeps nothing.
constexpr std::array<std::string_view, 4> kChineseRates{
    "采样频率", "采样率", "采样速率", "抽样频率"};
constexpr std::array<std::string_view, 15> kSteps{"dt",
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
                                                  "xaxisdelta",
                                                  "xdelta",
                                                  "wfincrement"};
constexpr std::array<std::string_view, 6> kUnsureSteps{
    "ts", "sampletime", "samplingtime", "dx", "period", "tick"};
constexpr std::array<std::string_view, 9> kRpms{"shaftspeed",
                                                "motorspeed",
                                                "rotationalspeed",
                                                "rotationspeed",
                                                "rotatingspeed",
                                                "rotspeed",
                                                "runningspeed",
                                                "drehzahl",
                                                "cpm"};
constexpr std::array<std::string_view, 1> kUnsureRpms{"speed"};
constexpr std::array<std::string_view, 11> kTurns{"shaftrate",
                                                  "shaftfrequency",
                                                  "shaft",
                                                  "shaftfreq",
                                                  "rotationfrequency",
                                                  "rotationalfrequency",
                                                  "rotationfreq",
                                                  "rotationalfreq",
                                                  "rotfreq",
                                                  "frot",
                                                  "rps"};
constexpr std::array<std::string_view, 1> kUnsureTurns{"fr"};

/// Units that such names end with, the longer before the shorter.
using Units = std::span<const std::pair<std::string_view, double>>;
constexpr std::array<std::pair<std::string_view, double>, 6> kRateUnits{
    {{"inkhz", 1e3}, {"khz", 1e3}, {"ksps", 1e3}, {"inhz", 1.0}, {"hz", 1.0}, {"sps", 1.0}}};
constexpr std::array<std::pair<std::string_view, double>, 5> kStepUnits{
    {{"ms", 1e-3}, {"us", 1e-6}, {"ns", 1e-9}, {"sec", 1.0}, {"s", 1.0}}};
constexpr std::array<std::pair<std::string_view, double>, 1> kTurnUnits{{{"hz", 1.0}}};

/// Factor of a plain name that is one of `names`, alone or with a unit.
std::optional<double> factorOf(std::string_view name, Names names, Units units)
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

/// "fsacc", "accfs", "samplerateofvibration" without the sensor.
std::string_view withoutSensor(std::string_view plain)
{
    constexpr std::array<std::string_view, 7> kSensors{
        "ofvibration", "vibration", "acceleration", "accel", "acc", "vibr", "vib"};
    for (const std::string_view sensor : kSensors) {
        if (plain.size() > sensor.size() && plain.ends_with(sensor)) {
            return plain.substr(0, plain.size() - sensor.size());
        }
        if (plain.size() > sensor.size() && plain.starts_with(sensor)) {
            return plain.substr(sensor.size());
        }
    }
    return plain;
}

bool isRpm(std::string_view plain)
{
    constexpr std::array<std::string_view, 5> kKinds{"mean", "avg", "average", "nominal", "set"};
    if (plain.ends_with("rpm") || isOneOf(plain, kRpms)) {
        return true;
    }
    if (!plain.starts_with("rpm")) {
        return false;
    }
    const std::string_view rest = plain.substr(3);
    return isOneOf(rest, kKinds) ||
           (rest.size() == 1 && rest.front() >= '0' && rest.front() <= '9');
}

/// Whether one of the words of a name is meant, alone or with "rpm" or "speed" at an end:
/// "max_rpm", "MaxRPM", "rpmmax".
bool hasWord(std::string_view name, Names words)
{
    std::string word;
    const auto isMeant = [&] {
        std::string_view bare = word;
        for (const std::string_view quantity : {"rpm", "speed"}) {
            bare.remove_suffix(bare.ends_with(quantity) ? quantity.size() : 0);
            bare.remove_prefix(bare.starts_with(quantity) ? quantity.size() : 0);
        }
        return isOneOf(bare, words);
    };
    bool isBehindSmall = false;
    for (const char c : name) {
        const bool isCapital = c >= 'A' && c <= 'Z';
        const bool isSmall = c >= 'a' && c <= 'z';
        if ((isCapital && isBehindSmall) || !(isCapital || isSmall)) {
            if (isMeant()) {
                return true;
            }
            word.clear();
        }
        if (isCapital || isSmall) {
            word += lowered({&c, 1});
        }
        isBehindSmall = isSmall;
    }
    return isMeant();
}

std::optional<NamedQuantity> speedByName(std::string_view plain)
{
    constexpr double kPerTurn = 60.0;
    if (isRpm(plain)) {
        return NamedQuantity{1.0, false};
    }
    if (factorOf(plain, kTurns, kTurnUnits) && plain != "shaft") {
        return NamedQuantity{kPerTurn, false};
    }
    if (isOneOf(plain, kUnsureRpms)) {
        return NamedQuantity{1.0, true};
    }
    if (isOneOf(plain, kUnsureTurns) || factorOf(plain, kUnsureTurns, kTurnUnits) ||
        plain == "speedhz") {
        return NamedQuantity{kPerTurn, true};
    }
    constexpr double kPerRadian = kPerTurn / (2.0 * std::numbers::pi);
    return plain == "omega" ? std::optional{NamedQuantity{kPerRadian, true}} : std::nullopt;
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

std::optional<NamedQuantity> rateNamed(std::string_view address)
{
    const std::string plain = plainName(address);
    for (const std::string_view name : {std::string_view{plain}, withoutSensor(plain)}) {
        if (const auto factor = factorOf(name, kRates, kRateUnits)) {
            return NamedQuantity{*factor, false};
        }
    }
    const bool isChinese =
        std::any_of(kChineseRates.begin(), kChineseRates.end(), [&](std::string_view name) {
            return address.find(name) != std::string_view::npos;
        });
    if (isChinese) {
        return NamedQuantity{plain.ends_with("khz") ? 1e3 : 1.0, false};
    }
    const auto factor = factorOf(plain, kUnsureRates, kRateUnits);
    return factor ? std::optional{NamedQuantity{*factor, true}} : std::nullopt;
}

std::optional<NamedQuantity> stepNamed(std::string_view address)
{
    const std::string plain = plainName(address);
    if (const auto factor = factorOf(plain, kSteps, kStepUnits)) {
        return NamedQuantity{*factor, false};
    }
    const auto factor = factorOf(plain, kUnsureSteps, kStepUnits);
    return factor ? std::optional{NamedQuantity{*factor, true}} : std::nullopt;
}

std::optional<NamedQuantity> speedNamed(std::string_view address)
{
    constexpr std::array<std::string_view, 6> kLimits{
        "max", "maximum", "min", "minimum", "limit", "limits"};
    constexpr std::array<std::string_view, 4> kRatings{"rated", "rating", "nominal", "nom"};
    auto named = speedByName(plainName(address));
    if (!named || hasWord(address, kLimits)) {
        return std::nullopt;
    }
    named->isUnsure = named->isUnsure || hasWord(address, kRatings);
    return named;
}

} // namespace spall::io
