// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/kurtogram.h"

#include "core/signal/fft.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace spall::signal {
namespace {

constexpr int kMostLevels = 10;
constexpr std::size_t kFewestBins = 16;
constexpr double kFaintest = 1e-3; ///< of the loud bands; less is what a filter has left over

using Bins = std::span<const std::complex<double>>;

/// Kurtosis of the complex envelope that the bins of one band make. Padded to twice their number,
/// the means of |c|² and |c|⁴ over the samples are those over continuous time.
double envelopeKurtosis(Bins bins)
{
    std::vector<std::complex<double>> envelope(std::bit_ceil(2 * bins.size()));
    std::copy(bins.begin(), bins.end(), envelope.begin());
    complexFft(envelope, FftDirection::Inverse);
    double second = 0.0;
    double fourth = 0.0;
    for (const auto& value : envelope) {
        const double power = std::norm(value);
        second += power;
        fourth += power * power;
    }
    const auto count = static_cast<double>(envelope.size());
    return second > 0.0 ? count * fourth / (second * second) - 2.0 : 0.0;
}

/// First bin of a band of so many.
std::size_t firstBin(int band, int bands, std::size_t sampleCount)
{
    return static_cast<std::size_t>(band) * sampleCount / (2 * static_cast<std::size_t>(bands));
}

KurtogramRow makeRow(Bins spectrum, std::size_t sampleCount, int bands)
{
    const auto edge = [&](int band) {
        return firstBin(band, bands, sampleCount);
    };
    KurtogramRow row{bands, {}};
    for (int band = 0; band < bands; ++band) {
        row.kurtosis.push_back(
            envelopeKurtosis(spectrum.subspan(edge(band), edge(band + 1) - edge(band))));
    }
    return row;
}

/// 1, 2, 3, 4, 6, 8 … 2^levels: halves, with thirds of every half in between.
std::vector<int> bandCounts(int levels)
{
    std::vector<int> counts{1};
    for (int level = 1; level <= levels; ++level) {
        counts.push_back(1 << level);
        if (level < levels) {
            counts.push_back(3 << (level - 1));
        }
    }
    return counts;
}

/// Power of the bins up to each one, so that a band's is a difference.
std::vector<double> powerUpTo(Bins spectrum)
{
    std::vector<double> sums{0.0};
    for (const auto& bin : spectrum) {
        sums.push_back(sums.back() + std::norm(bin));
    }
    return sums;
}

/// Power per bin of the loud bands: a tenth of the narrowest have more. Neither a few tones nor an
/// empty part of the spectrum, however wide, moves it far.
double loudDensity(std::span<const double> powers, std::size_t sampleCount, int bands)
{
    std::vector<double> densities;
    for (int band = 0; band < bands; ++band) {
        const std::size_t first = firstBin(band, bands, sampleCount);
        const std::size_t last = firstBin(band + 1, bands, sampleCount);
        densities.push_back((powers[last] - powers[first]) / static_cast<double>(last - first));
    }
    const auto loud = densities.begin() + static_cast<std::ptrdiff_t>(densities.size() * 9 / 10);
    std::nth_element(densities.begin(), loud, densities.end());
    return *loud;
}

/// The highest kurtosis of the bands that carry signal. Where a filter has left nothing, a single
/// step at the ends of the record already looks like an impact.
void chooseBest(Kurtogram& kurtogram, Bins spectrum, std::size_t sampleCount)
{
    const std::vector<double> powers = powerUpTo(spectrum);
    const double faintest =
        kFaintest * loudDensity(powers, sampleCount, kurtogram.rows.back().bands);
    kurtogram.best = kurtogram.band(0, 0);
    kurtogram.bestKurtosis = kurtogram.rows.front().kurtosis.front();
    for (std::size_t row = 0; row < kurtogram.rows.size(); ++row) {
        const auto& values = kurtogram.rows[row].kurtosis;
        const int bands = kurtogram.rows[row].bands;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::size_t first = firstBin(static_cast<int>(i), bands, sampleCount);
            const std::size_t last = firstBin(static_cast<int>(i) + 1, bands, sampleCount);
            const double density =
                (powers[last] - powers[first]) / static_cast<double>(last - first);
            if (values[i] > kurtogram.bestKurtosis && density >= faintest) {
                kurtogram.bestKurtosis = values[i];
                kurtogram.best = kurtogram.band(row, i);
            }
        }
    }
}

} // namespace

Band Kurtogram::band(std::size_t row, std::size_t index) const
{
    const double width = rate.value / 2.0 / rows[row].bands;
    return {{width * static_cast<double>(index)}, {width * static_cast<double>(index + 1)}};
}

Result<Kurtogram> kurtogram(std::span<const double> samples, Hertz rate, int levels)
{
    if (levels < 1 || levels > kMostLevels || !(rate.value > 0.0)) {
        return fail(
            ErrorCode::Usage,
            fmt::format("no kurtogram can be made with {} levels at {} Hz", levels, rate.value),
            "kurtogram",
            fmt::format("choose 1 to {} levels", kMostLevels));
    }
    const std::size_t needed = 2 * kFewestBins << levels;
    if (samples.size() < needed) {
        return fail(ErrorCode::TooFewSamples,
                    fmt::format("a kurtogram of {} levels needs {} samples, here are {}",
                                levels,
                                needed,
                                samples.size()),
                    "kurtogram",
                    "choose a longer part or fewer levels");
    }
    auto spectrum = realFft(samples);
    spectrum.front() = 0.0;
    Kurtogram result{rate, {}, {}, 0.0};
    for (const int bands : bandCounts(levels)) {
        result.rows.push_back(makeRow(spectrum, samples.size(), bands));
    }
    chooseBest(result, spectrum, samples.size());
    return result;
}

} // namespace spall::signal
