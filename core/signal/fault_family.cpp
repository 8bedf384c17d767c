// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/fault_family.h"

#include "core/signal/envelope_contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace spall::signal {
namespace {

constexpr double kFewestTurns = 8.0;
constexpr double kStandsOut = 10.0;  ///< times the floor; noise does so once in 20 000 bins
constexpr double kModulation = 4.0;  ///< median of the sidebands over the floor
constexpr double kClearShare = 0.10; ///< of the envelope's energy
constexpr double kClearContrast = 30.0;
constexpr double kClearLead = 2.0; ///< times the share of the next family
constexpr double kDoubt = 0.2;     ///< what counts of a share that lacks lines or sidebands
constexpr double kSmear = 6e-4;    ///< half width of a line, re fundamental, times harmonic²
/// Bands of `nearestFamily`, of half the rate.
constexpr std::array<std::pair<double, double>, 4> kBands{
    {{0.03, 0.98}, {0.03, 0.5}, {0.33, 0.9}, {0.5, 0.98}}};
constexpr int kSidebands = 2; ///< on each side of a line

/// What tells one kind from another: where its lines are and how far apart their sidebands.
struct Family {
    FaultKind kind;
    double nominal;
    double modulation; ///< 0: none expected
};

std::array<Family, 3> familiesOf(const FaultFrequencies& frequencies)
{
    return {Family{FaultKind::OuterRace, frequencies.outerRace.value, 0.0},
            Family{FaultKind::InnerRace, frequencies.innerRace.value, frequencies.shaft.value},
            Family{FaultKind::Element, 2.0 * frequencies.element.value, frequencies.cage.value}};
}

std::vector<EnvelopeLine>
linesOf(const EnvelopeContrast& spectrum, double fundamental, int harmonics)
{
    std::vector<EnvelopeLine> lines;
    for (int harmonic = 1; harmonic <= harmonics; ++harmonic) {
        lines.push_back(
            lineAt(spectrum, harmonic * fundamental, kSmear * harmonic * harmonic * fundamental));
    }
    return lines;
}

std::vector<EnvelopeLine> sidebandsOf(const EnvelopeContrast& spectrum,
                                      const Family& family,
                                      double fundamental,
                                      int harmonics)
{
    std::vector<EnvelopeLine> lines;
    for (int harmonic = 1; harmonic <= harmonics && family.modulation > 0.0; ++harmonic) {
        for (int side = -kSidebands; side <= kSidebands; ++side) {
            if (side != 0) {
                lines.push_back(lineAt(spectrum,
                                       harmonic * fundamental + side * family.modulation,
                                       kSmear * harmonic * harmonic * fundamental));
            }
        }
    }
    return lines;
}

/// The fundamental within the tolerance whose harmonics stand out most.
double bestFundamental(const EnvelopeContrast& spectrum,
                       const Family& family,
                       const FamilyOptions& options)
{
    const double reach = options.tolerance * family.nominal;
    const double step = spectrum.binWidth / (2.0 * options.harmonics);
    double best = family.nominal;
    double highest = -1.0;
    for (double at = family.nominal - reach; at <= family.nominal + reach; at += step) {
        const double height = logHeight(spectrum, linesOf(spectrum, at, options.harmonics));
        if (height > highest) {
            highest = height;
            best = at;
        }
    }
    return best;
}

/// Whether the lines are every second or third one of something slower: then those between hold
/// more than they do. (An element strikes both races, so that its own may have weak ones between.)
bool isMultiple(const EnvelopeContrast& spectrum, double fundamental)
{
    for (const int divisor : {2, 3}) {
        std::vector<EnvelopeLine> own;
        std::vector<EnvelopeLine> between;
        for (int part = 1; part <= 2 * divisor; ++part) {
            const double at = fundamental * part / divisor;
            (part % divisor == 0 ? own : between).push_back(lineAt(spectrum, at, kSmear * at));
        }
        if (energyIn(spectrum, between) > energyIn(spectrum, own)) {
            return true;
        }
    }
    return false;
}

bool isPlausible(const FamilyEvidence& evidence)
{
    // A part that turns through the load zone and shows no trace of it is hardly what strikes.
    return evidence.kind == FaultKind::OuterRace || evidence.isModulated;
}

/// The share, less what lacks lines or sidebands.
double weightOf(const FamilyEvidence& evidence)
{
    return evidence.energyShare * (isPlausible(evidence) ? 1.0 : kDoubt) *
           (evidence.lines >= 2 ? 1.0 : kDoubt);
}

struct Judged {
    FamilyEvidence evidence;
    std::vector<EnvelopeLine> claimed;
    double rank = 0.0;
};

Judged judge(const EnvelopeContrast& spectrum,
             const Family& family,
             const FamilyOptions& options,
             double wholeEnergy)
{
    Judged judged;
    FamilyEvidence& evidence = judged.evidence;
    evidence.kind = family.kind;
    evidence.nominal = {family.nominal};
    evidence.found = {bestFundamental(spectrum, family, options)};
    judged.claimed = linesOf(spectrum, evidence.found.value, options.harmonics);
    evidence.contrast = medianHeight(spectrum, judged.claimed);
    evidence.lines = static_cast<int>(
        std::count_if(judged.claimed.begin(), judged.claimed.end(), [&](const EnvelopeLine& line) {
            return heightOf(spectrum, line) >= kStandsOut;
        }));
    evidence.showsFirst = heightOf(spectrum, judged.claimed.front()) >= kStandsOut &&
                          !isMultiple(spectrum, evidence.found.value);
    const auto sidebands = sidebandsOf(spectrum, family, evidence.found.value, options.harmonics);
    evidence.isModulated = medianHeight(spectrum, sidebands) >= kModulation;
    if (evidence.isModulated) {
        judged.claimed.insert(judged.claimed.end(), sidebands.begin(), sidebands.end());
    }
    evidence.energyShare =
        wholeEnergy > 0.0 ? energyIn(spectrum, judged.claimed) / wholeEnergy : 0.0;
    judged.rank = weightOf(evidence);
    return judged;
}

Certainty certaintyOf(std::span<const FamilyEvidence> families)
{
    const FamilyEvidence& first = families.front();
    if (first.lines < 2) {
        return Certainty::None;
    }
    const bool isClear = isPlausible(first) && first.showsFirst && first.lines >= 3 &&
                         first.contrast >= kClearContrast && first.energyShare >= kClearShare &&
                         first.energyShare >= kClearLead * families[1].energyShare;
    return isClear ? Certainty::Clear : Certainty::Weak;
}

const FamilyEvidence& evidenceOf(const FamilyFinding& finding, FaultKind kind)
{
    return *std::find_if(finding.families.begin(),
                         finding.families.end(),
                         [kind](const FamilyEvidence& family) { return family.kind == kind; });
}

/// The kind that weighs most over all bands.
FaultKind heaviest(std::span<const FamilyFinding> findings)
{
    FaultKind heaviest = findings.front().families.front().kind;
    double most = -1.0;
    for (const FaultKind kind : {FaultKind::OuterRace, FaultKind::InnerRace, FaultKind::Element}) {
        double weight = 0.0;
        for (const FamilyFinding& finding : findings) {
            weight += weightOf(evidenceOf(finding, kind));
        }
        if (weight > most) {
            most = weight;
            heaviest = kind;
        }
    }
    return heaviest;
}

/// The finding of the band that shows the heaviest family best. Clear only if nearly all bands say
/// the same: impacts ring wide, what shows in one band alone may be anything.
FamilyFinding agreed(std::vector<FamilyFinding> findings)
{
    const FaultKind kind = heaviest(findings);
    std::size_t clear = 0;
    const auto merit = [kind](const FamilyFinding& finding) {
        const bool isFirst = finding.families.front().kind == kind;
        return (isFirst ? 1.0 + static_cast<double>(finding.certainty) : 0.0) +
               evidenceOf(finding, kind).energyShare;
    };
    for (const FamilyFinding& finding : findings) {
        clear += finding.certainty == Certainty::Clear && finding.families.front().kind == kind;
    }
    auto best = std::max_element(
        findings.begin(), findings.end(), [&](const FamilyFinding& a, const FamilyFinding& b) {
            return merit(a) < merit(b);
        });
    const auto place = std::find_if(best->families.begin(),
                                    best->families.end(),
                                    [kind](const auto& family) { return family.kind == kind; });
    std::rotate(best->families.begin(), place, place + 1);
    if (clear + 1 < findings.size()) {
        best->certainty = std::min(best->certainty, Certainty::Weak);
    }
    return std::move(*best);
}

} // namespace

Result<FamilyFinding> faultFamilies(std::span<const double> samples,
                                    Hertz rate,
                                    Band band,
                                    const FaultFrequencies& frequencies,
                                    const FamilyOptions& options)
{
    const double turns = static_cast<double>(samples.size()) / rate.value * frequencies.shaft.value;
    if (!(turns >= kFewestTurns)) {
        return fail(ErrorCode::TooFewSamples,
                    fmt::format("{:.1f} turns of the shaft are too few to tell one family of "
                                "lines from another",
                                turns),
                    "fault families",
                    fmt::format("choose a stretch of {:.0f} turns or more", kFewestTurns));
    }
    const auto envelope = squaredEnvelopeSpectrum(samples, rate, band);
    if (!envelope) {
        return fail(envelope.error());
    }
    // Lines of the highest family and their outer sidebands.
    const Hertz top{frequencies.innerRace.value * (options.harmonics + 1) * 1.02 +
                    kSidebands * frequencies.shaft.value};
    EnvelopeContrast spectrum = contrastOf(*envelope, frequencies.shaft, top);
    double whole = 0.0;
    for (const double power : spectrum.power) {
        whole += power;
    }
    FamilyFinding finding;
    finding.band = band;
    auto left = familiesOf(frequencies);
    std::vector<Family> waiting{left.begin(), left.end()};
    while (!waiting.empty()) {
        std::vector<Judged> judged;
        for (const Family& family : waiting) {
            judged.push_back(judge(spectrum, family, options, whole));
        }
        const auto best =
            std::max_element(judged.begin(), judged.end(), [](const Judged& a, const Judged& b) {
                return a.rank < b.rank;
            });
        finding.families.push_back(best->evidence);
        blank(spectrum, best->claimed);
        waiting.erase(waiting.begin() + (best - judged.begin()));
    }
    finding.certainty = certaintyOf(finding.families);
    return finding;
}

Result<FamilyFinding> nearestFamily(std::span<const double> samples,
                                    Hertz rate,
                                    const FaultFrequencies& frequencies,
                                    const FamilyOptions& options)
{
    std::vector<FamilyFinding> findings;
    for (const auto& [low, high] : kBands) {
        const Band band{{low * rate.value / 2.0}, {high * rate.value / 2.0}};
        auto finding = faultFamilies(samples, rate, band, frequencies, options);
        if (!finding) {
            return finding;
        }
        findings.push_back(std::move(*finding));
    }
    return agreed(std::move(findings));
}

std::string_view lineName(FaultKind kind)
{
    switch (kind) {
    case FaultKind::OuterRace:
        return "BPFO";
    case FaultKind::InnerRace:
        return "BPFI";
    case FaultKind::Element:
        break;
    }
    return "2×BSF";
}

} // namespace spall::signal
