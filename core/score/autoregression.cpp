// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/front.h"
#include "core/score/window_filter.h"
#include "core/signal/fft.h"

#include <algorithm>
#include <cmath>
#include <complex>

namespace spall::score {
namespace {

constexpr std::size_t kFftLength = 32768;

/// Autocovariance at lags 0 … order, divided by the number of all samples (biased). Pieces of a
/// stretch are correlated with themselves and the samples that follow; their cross spectra add up.
std::vector<double> autocovariance(std::span<const std::vector<float>> stretches, std::size_t order)
{
    const std::size_t piece = kFftLength - order;
    std::vector<std::complex<double>> sum(kFftLength / 2 + 1);
    std::vector<double> padded(kFftLength);
    double count = 0.0;
    const auto spectrumOf =
        [&](const std::vector<float>& samples, std::size_t from, std::size_t to) {
            std::fill(padded.begin(), padded.end(), 0.0);
            for (std::size_t i = from; i < std::min(to, samples.size()); ++i) {
                padded[i - from] = static_cast<double>(samples[i]);
            }
            return signal::realFft(padded);
        };
    for (const auto& samples : stretches) {
        count += static_cast<double>(samples.size());
        for (std::size_t first = 0; first < samples.size(); first += piece) {
            const auto alone = spectrumOf(samples, first, first + piece);
            const auto followed = spectrumOf(samples, first, first + piece + order);
            for (std::size_t bin = 0; bin < sum.size(); ++bin) {
                sum[bin] += std::conj(alone[bin]) * followed[bin];
            }
        }
    }
    auto lags = signal::inverseRealFft(sum, kFftLength);
    lags.resize(order + 1);
    for (double& lag : lags) {
        lag /= count;
    }
    return lags;
}

/// Levinson's recursion for a_1 … a_p of sum_k a_k r[|i - k|] = -r[i].
std::vector<double> levinson(std::span<const double> lags)
{
    const std::size_t order = lags.size() - 1;
    std::vector<double> a(order, 0.0);
    std::vector<double> previous(order, 0.0);
    double error = lags[0];
    for (std::size_t m = 0; m < order && error > 0.0; ++m) {
        double correlation = lags[m + 1];
        for (std::size_t i = 0; i < m; ++i) {
            correlation += a[i] * lags[m - i];
        }
        const double reflection = -correlation / error;
        previous = a;
        for (std::size_t i = 0; i < m; ++i) {
            a[i] += reflection * previous[m - 1 - i];
        }
        a[m] = reflection;
        error *= 1.0 - reflection * reflection;
    }
    return a;
}

/// Standard deviation of the unscaled residual over whole stretches; 1 when there is none.
double residualDeviation(const ArFilter& filter, std::span<const std::vector<float>> stretches)
{
    const auto order = static_cast<std::size_t>(filter.order());
    const std::size_t piece = kFftLength - order;
    const WindowFilter whole(filter, kFftLength);
    double sum = 0.0;
    double squares = 0.0;
    double count = 0.0;
    for (const auto& samples : stretches) {
        for (std::size_t first = 0; first + order < samples.size(); first += piece) {
            const std::size_t size = std::min(kFftLength, samples.size() - first);
            std::vector<float> window(kFftLength, 0.0F);
            std::copy_n(samples.begin() + static_cast<std::ptrdiff_t>(first), size, window.begin());
            const auto filtered = whole.apply(windowSpectrum(window));
            for (std::size_t i = 0; i < size - order; ++i) {
                const auto value = static_cast<double>(filtered[i]);
                sum += value;
                squares += value * value;
            }
            count += static_cast<double>(size - order);
        }
    }
    const double variance = count > 0.0 ? squares / count - (sum / count) * (sum / count) : 0.0;
    return variance > 0.0 ? std::sqrt(variance) : 1.0;
}

} // namespace

Result<ArFilter> fitAutoregression(std::span<const std::vector<float>> stretches, int order)
{
    const auto p = static_cast<std::size_t>(std::max(order, 0));
    std::size_t longest = 0;
    for (const auto& samples : stretches) {
        longest = std::max(longest, samples.size());
    }
    if (p == 0 || p >= kFftLength / 2 || longest < 2 * p) {
        return fail(ErrorCode::TooFewSamples,
                    "an autoregression of order " + std::to_string(order) + " needs at least " +
                        std::to_string(2 * p) + " samples in one piece, there are " +
                        std::to_string(longest),
                    "healthy recording",
                    "give a longer healthy recording");
    }
    auto lags = autocovariance(stretches, p);
    lags[0] *= 1.0 + 1e-6;
    ArFilter filter;
    filter.coefficients = levinson(lags);
    filter.deviation = residualDeviation(filter, stretches);
    return filter;
}

std::vector<float> residual(const ArFilter& filter, std::span<const float> window)
{
    if (window.size() <= filter.coefficients.size()) {
        return {};
    }
    const WindowFilter prepared(filter, static_cast<SampleCount>(window.size()));
    return prepared.apply(windowSpectrum(window));
}

} // namespace spall::score
