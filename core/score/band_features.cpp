// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/calibration.h"
#include "core/score/front_sizes.h"
#include "core/score/interpolation.h"
#include "core/score/parallel.h"
#include "core/score/window_filter.h"
#include "core/signal/fft.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <numeric>

namespace spall::score {
namespace {

constexpr std::size_t kLinearViews = 4;
constexpr std::size_t kResidualViews = 6;
/// Mean magnitude of a silent band, in healthy deviations: far below the noise of any sensor.
constexpr float kSilence = 1e-12F;

/// Turns views of a window into log band magnitudes, one view after the other.
class BandFeatureMaker {
public:
    explicit BandFeatureMaker(SampleCount windowLength)
    {
        for (const int size : transformSizes(windowLength)) {
            m_transforms.emplace_back(size);
        }
    }

    /// Features of `view` to the front of `out`, which is moved past them.
    void add(std::span<const float> view, std::span<float>& out) const
    {
        for (const auto& transform : m_transforms) {
            const auto bands = out.first(static_cast<std::size_t>(transform.bins()));
            std::fill(bands.begin(), bands.end(), 0.0F);
            transform.addMagnitudes(view, bands);
            const auto frames = static_cast<float>(transform.frames(view.size()));
            for (float& band : bands) {
                band = std::log(std::max(band / frames, kSilence));
            }
            out = out.subspan(bands.size());
        }
    }

private:
    std::vector<signal::ShortTimeFft> m_transforms;
};

/// The front's filters made ready for windows of its length.
struct Filters {
    WindowFilter shorter;
    WindowFilter longer;

    explicit Filters(const Front& front)
        : shorter(front.shortFilter, front.windowLength),
          longer(front.longFilter, front.windowLength)
    {
    }
};

/// window − model, sample by sample.
void subtract(std::span<const float> window, std::span<const float> model, std::vector<float>& left)
{
    std::transform(window.begin(), window.end(), model.begin(), left.begin(), std::minus<>{});
}

/// Features of each window by `addViews(maker, window, left, out)`, where `left` is what the
/// window's row of `models` [count, length] leaves of it; none more once a stop is requested.
template <typename AddViews>
BandFeatures features(const Front& front,
                      std::span<const float> windows,
                      std::span<const float> models,
                      std::span<const int> widths,
                      const AddViews& addViews,
                      const std::stop_token& stop = {})
{
    assert(windows.size() == models.size());
    BandFeatures all;
    all.count = static_cast<std::int64_t>(windows.size()) / front.windowLength;
    all.width = std::accumulate(widths.begin(), widths.end(), std::int64_t{0});
    all.values.resize(static_cast<std::size_t>(all.count * all.width));
    const BandFeatureMaker maker(front.windowLength);
    const auto length = static_cast<std::size_t>(front.windowLength);
    const auto width = static_cast<std::size_t>(all.width);
    inParallel(all.count, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> left(length);
        for (auto i = static_cast<std::size_t>(first);
             i < static_cast<std::size_t>(last) && !stop.stop_requested();
             ++i) {
            const auto window = windows.subspan(i * length, length);
            subtract(window, models.subspan(i * length, length), left);
            addViews(maker, window, left, std::span{all.values}.subspan(i * width, width));
        }
    });
    return all;
}

std::vector<int> widthsOf(const Front& front, std::size_t views)
{
    std::vector<int> widths;
    for (std::size_t view = 0; view < views; ++view) {
        for (const int size : transformSizes(front.windowLength)) {
            widths.push_back(size / 2);
        }
    }
    return widths;
}

/// The front's error of each window as the only band of the only view.
BandFeatures
logErrors(const Front& front, std::span<const float> windows, std::span<const float> reconstruction)
{
    BandFeatures features{0, 1, {}};
    for (const double error :
         residualErrors(front.error, windows, reconstruction, front.windowLength)) {
        features.values.push_back(std::log(std::max(static_cast<float>(error), kSilence)));
        ++features.count;
    }
    return features;
}

} // namespace

BandFeatures residualFeatures(const Front& front,
                              std::span<const float> windows,
                              std::span<const float> reconstruction,
                              const std::stop_token& stop)
{
    if (front.error != ResidualError::Bands) {
        return logErrors(front, windows, reconstruction);
    }
    const Filters filters(front);
    const Interpolation interpolation(front.wholeFilter, front.windowLength);
    const auto addViews = [&](const BandFeatureMaker& maker,
                              std::span<const float> window,
                              std::span<const float> left,
                              std::span<float> out) {
        const auto spectrum = windowSpectrum(window);
        maker.add(window, out);
        maker.add(filters.shorter.applyBothWays(spectrum), out);
        maker.add(filters.longer.applyBothWays(spectrum), out);
        maker.add(interpolation.apply(window), out);
        maker.add(left, out);
        maker.add(interpolation.apply(left), out);
    };
    return features(front, windows, reconstruction, residualViewWidths(front), addViews, stop);
}

BandFeatures linearFeatures(const Front& front, std::span<const float> windows)
{
    const Filters filters(front);
    const auto addViews = [&](const BandFeatureMaker& maker,
                              std::span<const float> window,
                              std::span<const float> left,
                              std::span<float> out) {
        const auto spectrum = windowSpectrum(window);
        maker.add(window, out);
        maker.add(filters.shorter.apply(spectrum), out);
        maker.add(filters.longer.apply(spectrum), out);
        maker.add(left, out);
    };
    return features(
        front, windows, front.components.project(windows), linearViewWidths(front), addViews);
}

std::vector<int> linearViewWidths(const Front& front)
{
    return widthsOf(front, kLinearViews);
}

std::vector<int> residualViewWidths(const Front& front)
{
    if (front.error != ResidualError::Bands) {
        return {1};
    }
    return widthsOf(front, kResidualViews);
}

} // namespace spall::score
