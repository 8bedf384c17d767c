// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/envelope_contrast.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spall::signal {
namespace {

constexpr double kShaftWidth = 2e-3; ///< of a shaft line, relative
constexpr int kShaftLines = 12;

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

} // namespace

std::size_t EnvelopeContrast::binAt(double hertz) const
{
    return static_cast<std::size_t>(std::max(0L, std::lround(hertz / binWidth)));
}

EnvelopeContrast contrastOf(const Spectrum& envelope, Hertz shaft, Hertz top)
{
    EnvelopeContrast found;
    found.binWidth = envelope.binWidth.value;
    const std::size_t bins = std::min(envelope.values.size(), found.binAt(top.value) + 1);
    found.power.resize(bins);
    for (std::size_t bin = 0; bin < bins; ++bin) {
        found.power[bin] = envelope.values[bin] * envelope.values[bin];
    }
    // What turns slower than half the shaft is drift and cage, not impacts.
    const std::size_t foot = std::min(bins, found.binAt(0.5 * shaft.value));
    std::fill_n(found.power.begin(), foot, 0.0);
    const auto floor =
        runningFloor(found.power, std::max<std::size_t>(8, found.binAt(shaft.value)));
    found.ratio.resize(bins);
    for (std::size_t bin = foot; bin < bins; ++bin) {
        found.ratio[bin] = found.power[bin] / floor[bin];
    }
    for (int turn = 1; turn <= kShaftLines; ++turn) {
        const double hertz = shaft.value * turn;
        const EnvelopeLine line = lineAt(found, hertz, kShaftWidth * hertz);
        for (std::size_t bin = line.first; bin < line.last; ++bin) {
            found.ratio[bin] = 0.0;
        }
    }
    return found;
}

EnvelopeLine lineAt(const EnvelopeContrast& spectrum, double hertz, double halfWidth)
{
    const std::size_t centre = spectrum.binAt(hertz);
    const auto reach = static_cast<std::size_t>(halfWidth / spectrum.binWidth + 0.5);
    return {centre > reach ? centre - reach : 0,
            std::min(spectrum.ratio.size(), centre + reach + 1)};
}

double heightOf(const EnvelopeContrast& spectrum, EnvelopeLine line)
{
    double top = 0.0;
    for (std::size_t bin = line.first; bin < line.last; ++bin) {
        top = std::max(top, spectrum.ratio[bin]);
    }
    const double bins = static_cast<double>(std::max<std::size_t>(1, line.last - line.first));
    return top / (1.0 + std::log(bins));
}

double logHeight(const EnvelopeContrast& spectrum, std::span<const EnvelopeLine> lines)
{
    double sum = 0.0;
    for (const EnvelopeLine& line : lines) {
        sum += std::log(std::max(1.0, heightOf(spectrum, line)));
    }
    return sum;
}

double medianHeight(const EnvelopeContrast& spectrum, std::span<const EnvelopeLine> lines)
{
    std::vector<double> heights;
    for (const EnvelopeLine& line : lines) {
        heights.push_back(heightOf(spectrum, line));
    }
    if (heights.empty()) {
        return 0.0;
    }
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

double energyIn(const EnvelopeContrast& spectrum, std::span<const EnvelopeLine> lines)
{
    std::vector<char> taken(spectrum.power.size());
    double energy = 0.0;
    for (const EnvelopeLine& line : lines) {
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

void blank(EnvelopeContrast& spectrum, std::span<const EnvelopeLine> lines)
{
    for (const EnvelopeLine& line : lines) {
        for (std::size_t bin = line.first > 0 ? line.first - 1 : 0;
             bin < std::min(line.last + 1, spectrum.ratio.size());
             ++bin) {
            spectrum.ratio[bin] = 0.0;
        }
    }
}

} // namespace spall::signal
