// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/fault_family.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace spall::signal {
namespace {

constexpr double kFewestTurns = 8.0;
constexpr double kStandsOut = 10.0;  ///< times the floor; noise does so once in 20 000 bins
constexpr double kModulation = 4.0;  ///< median of the sidebands over the floor
constexpr double kClearShare = 0.10; ///< of the envelope's energy
constexpr double kClearContrast = 30.0;
constexpr double kClearLead = 2.0;   ///< times the share of the next family
constexpr double kDoubt = 0.2;       ///< what counts of a share that lacks lines or sidebands
constexpr double kSmear = 6e-4;      ///< half width of a line, re fundamental, times harmonic²
constexpr double kShaftWidth = 2e-3; ///< of a shaft line, relative
constexpr int kShaftLines = 12;
/// Bands of `nearestFamily`, of half the rate.
constexpr std::array<std::pair<double, double>, 4> kBands{
    {{0.03, 0.98}, {0.03, 0.5}, {0.33, 0.9}, {0.5, 0.98}}};
constexpr int kSidebands = 2; ///< on each side of a line

/// Power of an envelope spectrum over its running floor; 1 is the mean of noise.
struct Contrast {
    std::vector<double> power;
    std::vector<double> ratio;
    double binWidth = 1.0;

    [[nodiscard]] std::size_t binAt(double hertz) const
    {
        return static_cast<std::size_t>(std::max(0L, std::lround(hertz / binWidth)));
    }
};

/// A place in the spectrum that a family claims.
struct Line {
    std::size_t first = 0;
    std::size_t last = 0; ///< one past
};

Line lineAt(const Contrast& spectrum, double hertz, double halfWidth)
{
    const std::size_t centre = spectrum.binAt(hertz);
    const auto reach = static_cast<std::size_t>(halfWidth / spectrum.binWidth + 0.5);
    return {centre > reach ? centre - reach : 0,
            std::min(spectrum.ratio.size(), centre + reach + 1)};
}

/// Highest ratio of a line, less what the highest of as many bins of noise would be.
double heightOf(const Contrast& spectrum, Line line)
{
    double top = 0.0;
    for (std::size_t bin = line.first; bin < line.last; ++bin) {
        top = std::max(top, spectrum.ratio[bin]);
    }
    const double bins = static_cast<double>(std::max<std::size_t>(1, line.last - line.first));
    return top / (1.0 + std::log(bins));
}

/// The median of exponentially distributed power is ln 2 of its mean.
std::vector<double> runningFloor(const std::vector<double>& power, std::size_t reach)
{
    std::vector<double> floor(power.size());
    std::vector<double> near;
    constexpr std::size_t kHop = 4; // the floor changes slowly
    for (std::size_t at = 0; at < power.size(); ++at) {
        if (at % kHop != 0) {
            floor[at] = floor[at - 1];
            continue;
        }
        const std::size_t first = at > reach ? at - reach : 0;
        const std::size_t last = std::min(power.size(), at + reach + 1);
        near.assign(power.begin() + static_cast<std::ptrdiff_t>(first),
                    power.begin() + static_cast<std::ptrdiff_t>(last));
        const auto middle = near.begin() + static_cast<std::ptrdiff_t>(near.size() / 2);
        std::nth_element(near.begin(), middle, near.end());
        floor[at] = std::max(*middle / std::numbers::ln2, 1e-300);
    }
    return floor;
}

Contrast contrastOf(const Spectrum& envelope, const FaultFrequencies& frequencies, int harmonics)
{
    Contrast found;
    found.binWidth = envelope.binWidth.value;
    const double top =
        frequencies.innerRace.value * (harmonics + 1) * 1.02 + kSidebands * frequencies.shaft.value;
    const std::size_t bins = std::min(envelope.values.size(), found.binAt(top) + 1);
    found.power.resize(bins);
    for (std::size_t bin = 0; bin < bins; ++bin) {
        found.power[bin] = envelope.values[bin] * envelope.values[bin];
    }
    // What turns slower than half the shaft is drift and cage, not impacts.
    const std::size_t foot = std::min(bins, found.binAt(0.5 * frequencies.shaft.value));
    std::fill_n(found.power.begin(), foot, 0.0);
    const auto floor =
        runningFloor(found.power, std::max<std::size_t>(8, found.binAt(frequencies.shaft.value)));
    found.ratio.resize(bins);
    for (std::size_t bin = foot; bin < bins; ++bin) {
        found.ratio[bin] = found.power[bin] / floor[bin];
    }
    for (int turn = 1; turn <= kShaftLines; ++turn) {
        const double hertz = frequencies.shaft.value * turn;
        const Line shaft = lineAt(found, hertz, kShaftWidth * hertz);
        for (std::size_t bin = shaft.first; bin < shaft.last; ++bin) {
            found.ratio[bin] = 0.0;
        }
    }
    return found;
}

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

std::vector<Line> linesOf(const Contrast& spectrum, double fundamental, int harmonics)
{
    std::vector<Line> lines;
    for (int harmonic = 1; harmonic <= harmonics; ++harmonic) {
        lines.push_back(
            lineAt(spectrum, harmonic * fundamental, kSmear * harmonic * harmonic * fundamental));
    }
    return lines;
}

std::vector<Line>
sidebandsOf(const Contrast& spectrum, const Family& family, double fundamental, int harmonics)
{
    std::vector<Line> lines;
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

double logHeight(const Contrast& spectrum, std::span<const Line> lines)
{
    double sum = 0.0;
    for (const Line& line : lines) {
        sum += std::log(std::max(1.0, heightOf(spectrum, line)));
    }
    return sum;
}

/// The fundamental within the tolerance whose harmonics stand out most.
double bestFundamental(const Contrast& spectrum, const Family& family, const FamilyOptions& options)
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

double medianHeight(const Contrast& spectrum, std::span<const Line> lines)
{
    std::vector<double> heights;
    for (const Line& line : lines) {
        heights.push_back(heightOf(spectrum, line));
    }
    if (heights.empty()) {
        return 0.0;
    }
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

/// Power above the floor in some lines, no bin twice.
double energyIn(const Contrast& spectrum, std::span<const Line> lines)
{
    std::vector<char> taken(spectrum.power.size());
    double energy = 0.0;
    for (const Line& line : lines) {
        // One more bin on each side: a line that falls between two bins is in both.
        for (std::size_t bin = line.first > 0 ? line.first - 1 : 0;
             bin < std::min(line.last + 1, taken.size());
             ++bin) {
            if (taken[bin] == 0 && spectrum.ratio[bin] > 1.0) {
                energy += spectrum.power[bin] * (1.0 - 1.0 / spectrum.ratio[bin]);
            }
            taken[bin] = 1;
        }
    }
    return energy;
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
    std::vector<Line> claimed;
    double rank = 0.0;
};

Judged judge(const Contrast& spectrum,
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
        std::count_if(judged.claimed.begin(), judged.claimed.end(), [&](const Line& line) {
            return heightOf(spectrum, line) >= kStandsOut;
        }));
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

void blank(Contrast& spectrum, std::span<const Line> lines)
{
    for (const Line& line : lines) {
        for (std::size_t bin = line.first > 0 ? line.first - 1 : 0;
             bin < std::min(line.last + 1, spectrum.ratio.size());
             ++bin) {
            spectrum.ratio[bin] = 0.0;
        }
    }
}

Certainty certaintyOf(std::span<const FamilyEvidence> families)
{
    const FamilyEvidence& first = families.front();
    if (first.lines < 2) {
        return Certainty::None;
    }
    const bool isClear = isPlausible(first) && first.lines >= 3 &&
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
    Contrast spectrum = contrastOf(*envelope, frequencies, options.harmonics);
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

Hertz strikeFrequency(const FaultFrequencies& frequencies, FaultKind kind)
{
    switch (kind) {
    case FaultKind::OuterRace:
        return frequencies.outerRace;
    case FaultKind::InnerRace:
        return frequencies.innerRace;
    case FaultKind::Element:
        break;
    }
    return {2.0 * frequencies.element.value};
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
