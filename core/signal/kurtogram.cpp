// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/kurtogram.h"

#include "core/signal/fft.h"

#include <fmt/format.h>

#include <bit>

namespace spall::signal {
namespace {

constexpr int kMostLevels = 10;
constexpr std::size_t kFewestBins = 16;

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

KurtogramRow makeRow(Bins spectrum, std::size_t sampleCount, int bands)
{
    const auto edge = [&](int band) {
        return static_cast<std::size_t>(band) * sampleCount / (2 * static_cast<std::size_t>(bands));
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

void chooseBest(Kurtogram& kurtogram)
{
    kurtogram.best = kurtogram.band(0, 0);
    kurtogram.bestKurtosis = kurtogram.rows.front().kurtosis.front();
    for (std::size_t row = 0; row < kurtogram.rows.size(); ++row) {
        const auto& values = kurtogram.rows[row].kurtosis;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] > kurtogram.bestKurtosis) {
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
    chooseBest(result);
    return result;
}

} // namespace spall::signal
