// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/rate_evidence.h"

#include "core/io/line_spectrum.h"
#include "core/io/usual_rates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace spall::io {
namespace {

constexpr int kShaftHarmonics = 16;
constexpr int kMainsLines = 4;
constexpr double kSpeedTolerance = 0.006;  ///< of a hand-held tachometer
constexpr double kMainsTolerance = 0.0006; ///< of the mains and of the sampling clock
constexpr double kMainsWeight = 0.5;
constexpr double kLinesApart = 1.0;   ///< from hum to a shaft harmonic
constexpr double kFaintestHum = 0.4;  ///< mains lines that count when no shaft speed is known
constexpr double kFourPoleLead = 0.5; ///< most motors turn at 1500 or 1800 rpm less slip
constexpr double kUsualLead = 0.1;
constexpr double kHintLead = 0.5;

/// Rates of data loggers and published sets that are met more often than the others.
constexpr std::array<double, 9> kVeryUsual{
    12000, 20000, 25600, 48000, 48828, 50000, 51200, 64000, 97656};

double leadOf(double rate, std::optional<Hertz> hinted)
{
    const bool isUsual = std::find(kVeryUsual.begin(), kVeryUsual.end(), rate) != kVeryUsual.end();
    return (isUsual ? kUsualLead : 0.0) + (hinted && hinted->value == rate ? kHintLead : 0.0);
}

double mainsStrengthAt(const LineSpectrum& spectrum, double rate, int mains)
{
    const double line = 2.0 * mains / rate;
    return std::max(
        0.0,
        bestHarmonics(
            spectrum, line * (1.0 - kMainsTolerance), line * (1.0 + kMainsTolerance), kMainsLines)
            .strength);
}

HarmonicFit shaftFit(const LineSpectrum& spectrum, double rate, double slowest, double fastest)
{
    return bestHarmonics(spectrum, slowest / 60.0 / rate, fastest / 60.0 / rate, kShaftHarmonics);
}

/// True when hum and the shaft harmonic beside it fall on lines that the record can tell apart: on
/// a short one, four turns of a motor look like twice the mains.
bool isApart(const LineSpectrum& spectrum, double rate, int mains, double fundamental)
{
    const double hum = 2.0 * mains / rate;
    const double nearest = std::max(1.0, std::round(hum / fundamental)) * fundamental;
    return std::abs(hum - nearest) >= kLinesApart * spectrum.resolution();
}

/// One rate with one explanation of the lines.
struct Hypothesis {
    RateEvidence evidence;
    double ranked = 0.0; ///< strength and what is usual
};

Hypothesis
judge(double rate, int mains, double mainsStrength, const HarmonicFit& shaft, double lead)
{
    Hypothesis hypothesis;
    hypothesis.evidence.rate = Hertz{rate};
    hypothesis.evidence.mains = mains;
    hypothesis.evidence.mainsStrength = mainsStrength;
    hypothesis.evidence.shaftStrength = shaft.strength;
    hypothesis.evidence.shaftSpeed = Rpm{shaft.fundamental * rate * 60.0};
    hypothesis.evidence.strength = shaft.strength + kMainsWeight * mainsStrength;
    hypothesis.ranked = hypothesis.evidence.strength + lead;
    return hypothesis;
}

std::vector<Hypothesis>
withSpeed(const LineSpectrum& spectrum, Rpm speed, std::optional<Hertz> hinted)
{
    std::vector<Hypothesis> all;
    for (const double rate : kUsualRates) {
        const double at50 = mainsStrengthAt(spectrum, rate, 50);
        const double at60 = mainsStrengthAt(spectrum, rate, 60);
        const HarmonicFit shaft = shaftFit(spectrum,
                                           rate,
                                           speed.value * (1.0 - kSpeedTolerance),
                                           speed.value * (1.0 + kSpeedTolerance));
        all.push_back(
            judge(rate, at60 >= at50 ? 60 : 50, std::max(at50, at60), shaft, leadOf(rate, hinted)));
    }
    return all;
}

std::vector<Hypothesis> withoutSpeed(const LineSpectrum& spectrum, std::optional<Hertz> hinted)
{
    constexpr double kLeastSlip = 0.0005;
    constexpr double kMostSlip = 0.055;
    std::vector<Hypothesis> all;
    for (const double rate : kUsualRates) {
        for (const int mains : {50, 60}) {
            const double hum = mainsStrengthAt(spectrum, rate, mains);
            if (hum < kFaintestHum) {
                continue; // would not convince, and the search for the shaft is long
            }
            for (const int polePairs : {1, 2, 3}) {
                const double synchronous = 60.0 * mains / polePairs;
                const HarmonicFit shaft = shaftFit(spectrum,
                                                   rate,
                                                   synchronous * (1.0 - kMostSlip),
                                                   synchronous * (1.0 - kLeastSlip));
                if (!isApart(spectrum, rate, mains, shaft.fundamental)) {
                    continue;
                }
                all.push_back(judge(rate,
                                    mains,
                                    hum,
                                    shaft,
                                    leadOf(rate, hinted) + (polePairs == 2 ? kFourPoleLead : 0.0)));
            }
        }
    }
    return all;
}

} // namespace

RateEvidence rateEvidence(std::span<const double> samples,
                          std::optional<Rpm> shaftSpeed,
                          std::optional<Hertz> hinted)
{
    const LineSpectrum spectrum{samples};
    const auto all =
        shaftSpeed ? withSpeed(spectrum, *shaftSpeed, hinted) : withoutSpeed(spectrum, hinted);
    if (all.empty()) {
        return {};
    }
    const auto best = std::max_element(
        all.begin(), all.end(), [](const auto& a, const auto& b) { return a.ranked < b.ranked; });
    RateEvidence evidence = best->evidence;
    double next = 0.0;
    constexpr double kSameRatio = 1e-6;
    for (const Hypothesis& other : all) {
        const double ratio = other.evidence.rate.value / evidence.rate.value;
        const double mainsRatio = static_cast<double>(other.evidence.mains) / evidence.mains;
        const bool isTwin =
            !shaftSpeed && ratio != 1.0 && std::abs(ratio - mainsRatio) < kSameRatio;
        if (isTwin) {
            evidence.isOneOfTwo = true;
            evidence.otherRate = other.evidence.rate;
        } else if (ratio != 1.0) {
            next = std::max(next, other.ranked);
        }
    }
    evidence.lead = best->ranked - next;
    return evidence;
}

bool isConvincing(const RateEvidence& evidence, bool isSpeedKnown)
{
    if (isSpeedKnown) {
        return evidence.shaftStrength >= 0.8 && evidence.strength >= 1.1 && evidence.lead >= 0.05;
    }
    return evidence.shaftStrength >= 0.5 && evidence.mainsStrength >= kFaintestHum &&
           evidence.strength >= 1.3 && evidence.lead >= 0.05;
}

} // namespace spall::io
