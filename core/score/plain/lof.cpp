// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/lof.h"

#include "core/score/stored_numbers.h"
#include "core/signal/statistics.h"

namespace spall::score {
namespace {

constexpr std::size_t kNeighbours = 20;
constexpr std::int64_t kMostPoints = 1000; ///< every score looks at all of them
constexpr std::int64_t kFewestPoints = 8;
constexpr std::size_t kIndicators = 3;

/// RMS, kurtosis, crest and log band powers of one window, not scaled.
std::vector<double>
featuresOf(std::span<const double> window, const Standardiser& scaling, const LogBands& bands)
{
    const auto values = standardised(window, scaling);
    const auto indicators = signal::statistics(values);
    std::vector<double> features{indicators.rms, indicators.kurtosis, indicators.crest};
    const auto energies = bands.energies(values);
    features.insert(features.end(), energies.begin(), energies.end());
    return features;
}

} // namespace

Lof::Lof(const Front& front, std::vector<Standardiser> scaling, std::vector<double> points)
    : m_length(front.windowLength),
      m_windowScaling(front.scaling),
      m_bands(front.windowLength),
      m_scaling(std::move(scaling)),
      m_learned(std::move(points), m_scaling.size(), kNeighbours)
{
}

Result<PlainMethodPtr> Lof::fit(const Learning& learning)
{
    const Front& front = learning.front;
    const auto windows = learningWindows(learning.healthy, front.windowLength, kMostPoints);
    const auto count = static_cast<std::size_t>(windows.count());
    if (windows.count() < kFewestPoints) {
        return fail(ErrorCode::TooFewSamples,
                    "outlier factors need at least " + std::to_string(kFewestPoints) +
                        " healthy windows, there are " + std::to_string(windows.count()),
                    "healthy recording",
                    "give a longer healthy recording");
    }
    const LogBands bands(front.windowLength);
    const std::size_t width = kIndicators + bands.count();
    std::vector<double> points;
    for (std::int64_t i = 0; i < windows.count(); ++i) {
        const auto features = featuresOf(windows.window(i), front.scaling, bands);
        points.insert(points.end(), features.begin(), features.end());
    }
    std::vector<Standardiser> scaling;
    std::vector<double> column(count);
    for (std::size_t k = 0; k < width; ++k) {
        for (std::size_t i = 0; i < count; ++i) {
            column[i] = points[i * width + k];
        }
        scaling.push_back(fitStandardiser(column));
        for (std::size_t i = 0; i < count; ++i) {
            points[i * width + k] = scaling.back().apply(column[i]);
        }
    }
    if (learning.stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped while fitting the outlier factors");
    }
    return std::make_shared<const Lof>(front, std::move(scaling), std::move(points));
}

Result<std::vector<double>> Lof::score(const WindowBatch& batch, std::stop_token stop) const
{
    return scoreEach(batch, m_length, stop, [&](std::span<const double> window) {
        auto features = featuresOf(window, m_windowScaling, m_bands);
        for (std::size_t k = 0; k < features.size(); ++k) {
            features[k] = m_scaling[k].apply(features[k]);
        }
        return m_learned.factor(features);
    });
}

void Lof::store(Archive& archive, const std::string& prefix) const
{
    std::vector<double> scaling;
    for (const auto& one : m_scaling) {
        scaling.insert(scaling.end(), {one.mean, one.deviation});
    }
    put(archive, prefix + "/scaling", scaling);
    put(archive, prefix + "/points", m_learned.points());
}

Result<PlainMethodPtr>
Lof::load(const Front& front, const Archive& archive, const std::string& prefix)
{
    const std::size_t width = kIndicators + LogBands(front.windowLength).count();
    const auto numbers =
        takeReal(archive, prefix + "/scaling", 2 * static_cast<std::int64_t>(width));
    if (!numbers) {
        return fail(numbers.error());
    }
    std::vector<Standardiser> scaling;
    for (std::size_t k = 0; k < width; ++k) {
        scaling.push_back({(*numbers)[2 * k], (*numbers)[2 * k + 1]});
        if (scaling.back().deviation <= 0.0) {
            return fail(damagedPart(prefix + "/scaling"));
        }
    }
    auto points = takeReal(archive, prefix + "/points");
    if (!points) {
        return fail(std::move(points.error()));
    }
    const std::size_t count = points->size() / width;
    // About twice what fitting keeps; more would make loading a file take for ever.
    if (points->size() % width != 0 || count < 2 || count > 2 * kMostPoints) {
        return fail(damagedPart(prefix + "/points"));
    }
    return std::make_shared<const Lof>(front, std::move(scaling), std::move(*points));
}

} // namespace spall::score
