// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/line_spectrum.h"

#include "core/signal/fft.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <complex>
#include <limits>
#include <numbers>
#include <optional>

namespace spall::io {
namespace {

constexpr std::size_t kMostSamples = 1UL << 19U;
constexpr double kHighestFrequency = 0.2;
constexpr double kBackgroundLines = 80.0; ///< line widths that make up the surroundings of a line

/// Log amplitudes of the Hann-windowed signal, padded to at least twice its length.
std::vector<float> logAmplitudes(std::span<const double> samples)
{
    const std::size_t count = samples.size();
    std::vector<double> padded(std::bit_ceil(2 * count), 0.0);
    double mean = 0.0;
    for (const double sample : samples) {
        mean += sample / static_cast<double>(count);
    }
    for (std::size_t i = 0; i < count; ++i) {
        const double phase =
            2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
        padded[i] = (samples[i] - mean) * (0.5 - 0.5 * std::cos(phase));
    }
    const auto bins = signal::realFft(padded);
    const auto known =
        static_cast<std::size_t>(kHighestFrequency * static_cast<double>(padded.size()));
    double largest = 0.0;
    for (const auto& bin : bins) {
        largest = std::max(largest, std::abs(bin));
    }
    std::vector<float> logs(std::min(known, bins.size()));
    for (std::size_t i = 0; i < logs.size(); ++i) {
        logs[i] = static_cast<float>(std::log(std::abs(bins[i]) + 1e-12 * largest + 1e-300));
    }
    return logs;
}

/// Median of half-overlapping blocks, joined by straight lines.
std::vector<float> background(const std::vector<float>& values, std::size_t block)
{
    const std::size_t half = std::max<std::size_t>(block / 2, 1);
    std::vector<float> medians;
    for (std::size_t centre = 0; centre < values.size() + half; centre += half) {
        const std::size_t first = std::min(centre > half ? centre - half : 0, values.size() - 1);
        const std::size_t last = std::min(centre + half, values.size());
        std::vector<float> part(values.begin() + static_cast<std::ptrdiff_t>(first),
                                values.begin() + static_cast<std::ptrdiff_t>(last));
        const auto middle = part.begin() + static_cast<std::ptrdiff_t>(part.size() / 2);
        std::nth_element(part.begin(), middle, part.end());
        medians.push_back(*middle);
    }
    std::vector<float> line(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t at = i / half;
        const float part = static_cast<float>(i % half) / static_cast<float>(half);
        line[i] =
            medians[at] * (1.0F - part) + medians[std::min(at + 1, medians.size() - 1)] * part;
    }
    return line;
}

/// Mean of the prominences at multiples of the fundamental; faint lines count nothing, loud ones no
/// more than a clear one, so that a single giant cannot decide.
struct MeanProminence {
    double sum = 0.0;
    int count = 0;

    void add(double prominence)
    {
        constexpr double kFaint = 1.2;
        constexpr double kMost = 3.0;
        if (!std::isnan(prominence)) {
            sum += std::clamp(prominence - kFaint, 0.0, kMost);
            ++count;
        }
    }
    [[nodiscard]] double mean() const { return count == 0 ? 0.0 : sum / count; }
};

} // namespace

LineSpectrum::LineSpectrum(std::span<const double> samples)
{
    samples = samples.first(std::min(samples.size(), kMostSamples));
    m_prominence = logAmplitudes(samples);
    m_resolution = 1.0 / static_cast<double>(samples.size());
    m_binsPerCycle = static_cast<double>(std::bit_ceil(2 * samples.size()));
    const auto block = static_cast<std::size_t>(kBackgroundLines * m_resolution * m_binsPerCycle);
    const std::vector<float> level = background(m_prominence, block);
    for (std::size_t i = 0; i < m_prominence.size(); ++i) {
        m_prominence[i] -= level[i];
    }
}

double LineSpectrum::prominenceAt(double cyclesPerSample) const
{
    const double centre = std::round(cyclesPerSample * m_binsPerCycle);
    const double lowest = 4.0 * m_resolution * m_binsPerCycle;
    if (!(centre - 1.0 >= lowest) || centre + 2.0 > static_cast<double>(m_prominence.size())) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const auto at = static_cast<std::size_t>(centre);
    return std::max({m_prominence[at - 1], m_prominence[at], m_prominence[at + 1]});
}

double harmonicStrength(const LineSpectrum& spectrum, double fundamental, int count)
{
    MeanProminence on;
    MeanProminence halfWay;
    MeanProminence thirdWay;
    for (int k = 1; k <= count; ++k) {
        on.add(spectrum.prominenceAt(k * fundamental));
        halfWay.add(spectrum.prominenceAt((k - 1.0 / 2.0) * fundamental));
        thirdWay.add(spectrum.prominenceAt((k - 1.0 / 3.0) * fundamental));
    }
    constexpr int kFewest = 4;
    return on.count < kFewest ? -1.0 : on.mean() - halfWay.mean() - 0.5 * thirdWay.mean();
}

HarmonicFit bestHarmonics(const LineSpectrum& spectrum, double lowest, double highest, int count)
{
    HarmonicFit best;
    const double step = 0.3 * spectrum.resolution() / count;
    for (double fundamental = lowest; fundamental <= highest; fundamental += step) {
        const double strength = harmonicStrength(spectrum, fundamental, count);
        if (strength > best.strength) {
            best = {strength, fundamental};
        }
    }
    return best;
}

} // namespace spall::io
