// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/spectrum.h"

#include "core/signal/fft.h"
#include "core/signal/segment_power.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace spall::signal {
namespace {

constexpr std::size_t kFewestSamples = 64;

double mean(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Squared magnitude of the analytic signal of a band, cut out of the spectrum.
std::vector<double> squaredEnvelope(std::span<const double> samples, Hertz rate, Band band)
{
    const auto spectrum = realFft(samples);
    const double width = rate.value / static_cast<double>(samples.size());
    std::vector<std::complex<double>> analytic(samples.size());
    for (std::size_t i = 0; i < spectrum.size(); ++i) {
        const double at = static_cast<double>(i) * width;
        if (at >= band.low.value && at <= band.high.value) {
            analytic[i] = (isUnpaired(i, samples.size()) ? 1.0 : 2.0) * spectrum[i];
        }
    }
    complexFft(analytic, FftDirection::Inverse);
    std::vector<double> envelope(samples.size());
    for (std::size_t i = 0; i < envelope.size(); ++i) {
        envelope[i] = std::norm(analytic[i]);
    }
    return envelope;
}

} // namespace

Result<Spectrum> powerSpectrum(std::span<const double> samples, Hertz rate, SampleCount segment)
{
    if (segment < 2 || !(rate.value > 0.0)) {
        return fail(ErrorCode::Usage,
                    fmt::format("no spectrum can be made of segments of {} samples at {} Hz",
                                segment,
                                rate.value),
                    "power spectrum",
                    "choose segments of 2 samples or more and a rate above zero");
    }
    const auto length = static_cast<std::size_t>(segment);
    if (samples.size() < length) {
        return fail(
            ErrorCode::TooFewSamples,
            fmt::format("{} samples are less than a segment of {}", samples.size(), segment),
            "power spectrum",
            "choose a longer part or a shorter segment");
    }
    const SegmentPower power{rate, length};
    std::vector<double> sums(power.bins());
    std::size_t segments = 0;
    for (std::size_t first = 0; first + length <= samples.size(); first += length - length / 2) {
        power.addTo(sums, samples.subspan(first, length));
        ++segments;
    }
    for (double& value : sums) {
        value /= static_cast<double>(segments);
    }
    return Spectrum{{rate.value / static_cast<double>(length)}, std::move(sums)};
}

Result<Spectrum> squaredEnvelopeSpectrum(std::span<const double> samples, Hertz rate, Band band)
{
    if (samples.size() < kFewestSamples) {
        return fail(ErrorCode::TooFewSamples,
                    fmt::format("an envelope spectrum needs {} samples, here are {}",
                                kFewestSamples,
                                samples.size()),
                    "envelope spectrum",
                    "choose a longer part");
    }
    if (!(rate.value > 0.0) || !(band.low.value >= 0.0) || !(band.low < band.high) ||
        !(band.high.value <= rate.value / 2.0)) {
        return fail(ErrorCode::Usage,
                    fmt::format("the band {} to {} Hz does not lie between 0 and {} Hz",
                                band.low.value,
                                band.high.value,
                                rate.value / 2.0),
                    "envelope spectrum",
                    "choose a band below half the rate");
    }
    auto envelope = squaredEnvelope(samples, rate, band);
    const double centre = mean(envelope);
    for (double& value : envelope) {
        value -= centre;
    }
    const auto transformed = realFft(envelope);
    const auto count = static_cast<double>(samples.size());
    Spectrum result{{rate.value / count}, std::vector<double>(transformed.size())};
    for (std::size_t i = 0; i < transformed.size(); ++i) {
        result.values[i] = std::abs(transformed[i]) / count * 2.0;
    }
    return result;
}

} // namespace spall::signal
