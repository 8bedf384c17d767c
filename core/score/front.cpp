// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/front.h"

#include "core/score/front_sizes.h"

#include <cmath>

namespace spall::score {
namespace {

constexpr SampleCount kFewestForFront = 4;
/// Lags beyond this cost more (their recursion is quadratic) than they tell.
constexpr SampleCount kLongestMemory = 4095;

/// Mean and deviation over the samples of all stretches; NotFinite or TooFewSamples (constant).
Result<Standardiser> fitScaling(std::span<const signal::Stretch> healthy)
{
    double sum = 0.0;
    double count = 0.0;
    for (const auto& stretch : healthy) {
        for (const double value : stretch.samples()) {
            sum += value;
        }
        count += static_cast<double>(stretch.range.size());
    }
    const double mean = sum / count;
    double squares = 0.0;
    for (const auto& stretch : healthy) {
        for (const double value : stretch.samples()) {
            squares += (value - mean) * (value - mean);
        }
    }
    const std::string where = healthy.front().recording->provenance.path;
    if (!std::isfinite(squares)) {
        return fail(ErrorCode::NotFinite,
                    "the healthy recording holds NaN or infinite samples",
                    where,
                    "cut the damaged part out, or choose another channel");
    }
    const double deviation = std::sqrt(squares / count);
    if (deviation <= 1e-12 * std::abs(mean)) {
        return fail(ErrorCode::TooFewSamples,
                    "the healthy recording is constant, there is nothing to learn",
                    where,
                    "choose another channel, or check the sensor");
    }
    return Standardiser{mean, deviation};
}

std::vector<float> scaled(std::span<const double> samples, const Standardiser& scaling)
{
    std::vector<float> values(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        values[i] = static_cast<float>(scaling.apply(samples[i]));
    }
    return values;
}

/// The order of the whole window, or what the longest stretch holds two times.
int wholeOrder(std::span<const std::vector<float>> stretches, const FrontSizes& sizes)
{
    std::size_t longest = 0;
    for (const auto& samples : stretches) {
        longest = std::max(longest, samples.size());
    }
    return std::min(sizes.wholeOrder, static_cast<int>(longest / 2));
}

} // namespace

Standardiser fitStandardiser(std::span<const double> values)
{
    if (values.empty()) {
        return {};
    }
    const auto count = static_cast<double>(values.size());
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    const double mean = sum / count;
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    const double deviation = std::sqrt(squares / count);
    return {mean, deviation > 0.0 ? deviation : 1.0};
}

std::vector<float> Front::standardise(const WindowBatch& batch) const
{
    return scaled(batch.samples, scaling);
}

std::vector<std::vector<float>> standardiseStretches(std::span<const signal::Stretch> healthy,
                                                     const Standardiser& scaling)
{
    std::vector<std::vector<float>> stretches;
    for (const auto& stretch : healthy) {
        stretches.push_back(scaled(stretch.samples(), scaling));
    }
    return stretches;
}

FrontSizes frontSizes(SampleCount windowLength)
{
    const auto share = [&](SampleCount most, SampleCount part) {
        return static_cast<int>(std::max<SampleCount>(1, std::min(most, windowLength / part)));
    };
    const auto whole = std::min<SampleCount>(windowLength - 1, kLongestMemory);
    return {share(128, 16), share(512, 4), static_cast<int>(whole), share(100, 20)};
}

std::vector<int> transformSizes(SampleCount windowLength)
{
    // Two frames of n at a hop of n/4 reach over n + n/4 samples.
    const SampleCount shortest = windowLength - frontSizes(windowLength).longOrder;
    return shortest >= 160 ? std::vector{128, 64} : std::vector{32, 16};
}

Result<Front>
fitFront(std::span<const signal::Stretch> healthy, SampleCount windowLength, std::stop_token stop)
{
    SampleCount windows = 0;
    for (const auto& stretch : healthy) {
        windows += stretch.range.size() / std::max<SampleCount>(windowLength, 1);
    }
    if (windowLength < kShortestWindow || windows < kFewestForFront) {
        return fail(ErrorCode::TooFewSamples,
                    "there are " + std::to_string(windows) + " whole windows of " +
                        std::to_string(windowLength) + " healthy samples, learning needs " +
                        std::to_string(kFewestForFront) + " of at least " +
                        std::to_string(kShortestWindow),
                    "healthy recording",
                    "give a longer healthy recording or a shorter window");
    }
    const auto scaling = fitScaling(healthy);
    if (!scaling) {
        return fail(scaling.error());
    }
    const auto stretches = standardiseStretches(healthy, *scaling);
    const FrontSizes sizes = frontSizes(windowLength);
    auto shortFilter = fitAutoregression(stretches, sizes.shortOrder);
    if (!shortFilter) {
        return fail(std::move(shortFilter.error()));
    }
    auto longFilter = fitAutoregression(stretches, sizes.longOrder);
    if (!longFilter) {
        return fail(std::move(longFilter.error()));
    }
    auto wholeFilter = fitAutoregression(stretches, wholeOrder(stretches, sizes));
    if (!wholeFilter) {
        return fail(std::move(wholeFilter.error()));
    }
    auto components = fitPrincipalComponents(stretches, windowLength, sizes.components, stop);
    if (!components) {
        return fail(std::move(components.error()));
    }
    return Front{windowLength,
                 *scaling,
                 std::move(*shortFilter),
                 std::move(*longFilter),
                 std::move(*wholeFilter),
                 std::move(*components)};
}

} // namespace spall::score
