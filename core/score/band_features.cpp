// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/calibration.h"
#include "core/score/front_sizes.h"
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
constexpr std::size_t kNetworkViews = 3;
/// Mean magnitude of a silent band, in healthy deviations: far below the noise of any sensor.
constexpr float kSilence = 1e-12F;

/// Turns the views of a window into log band magnitudes, one view after the other.
class BandFeatureMaker {
public:
    explicit BandFeatureMaker(const Front& front)
        : m_shortFilter(front.shortFilter, front.windowLength),
          m_longFilter(front.longFilter, front.windowLength)
    {
        for (const int size : transformSizes(front.windowLength)) {
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

    /// Both filtered versions of a signal, as two views.
    void addFiltered(std::span<const float> view, std::span<float>& out) const
    {
        const auto spectrum = windowSpectrum(view);
        add(m_shortFilter.apply(spectrum), out);
        add(m_longFilter.apply(spectrum), out);
    }

private:
    WindowFilter m_shortFilter;
    WindowFilter m_longFilter;
    std::vector<signal::ShortTimeFft> m_transforms;
};

/// window − model, sample by sample.
void subtract(std::span<const float> window, std::span<const float> model, std::vector<float>& left)
{
    std::transform(window.begin(), window.end(), model.begin(), left.begin(), std::minus<>{});
}

/// The linear views of every window and, unless `reconstruction` is empty, those of the networks'
/// residual.
BandFeatures features(const Front& front,
                      std::span<const float> windows,
                      std::span<const float> reconstruction,
                      std::span<const int> widths)
{
    BandFeatures all;
    all.count = static_cast<std::int64_t>(windows.size()) / front.windowLength;
    all.width = std::accumulate(widths.begin(), widths.end(), std::int64_t{0});
    all.values.resize(static_cast<std::size_t>(all.count * all.width));
    const auto projected = front.components.project(windows);
    const BandFeatureMaker maker(front);
    const auto length = static_cast<std::size_t>(front.windowLength);
    const auto width = static_cast<std::size_t>(all.width);
    inParallel(all.count, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> left(length);
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            const auto window = windows.subspan(i * length, length);
            auto out = std::span{all.values}.subspan(i * width, width);
            maker.add(window, out);
            maker.addFiltered(window, out);
            subtract(window, std::span{projected}.subspan(i * length, length), left);
            maker.add(left, out);
            if (!reconstruction.empty()) {
                subtract(window, reconstruction.subspan(i * length, length), left);
                maker.add(left, out);
                maker.addFiltered(left, out);
            }
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

} // namespace

BandFeatures residualFeatures(const Front& front,
                              std::span<const float> windows,
                              std::span<const float> reconstruction)
{
    assert(windows.size() == reconstruction.size());
    return features(front, windows, reconstruction, residualViewWidths(front));
}

BandFeatures linearFeatures(const Front& front, std::span<const float> windows)
{
    return features(front, windows, {}, linearViewWidths(front));
}

std::vector<int> linearViewWidths(const Front& front)
{
    return widthsOf(front, kLinearViews);
}

std::vector<int> residualViewWidths(const Front& front)
{
    return widthsOf(front, kLinearViews + kNetworkViews);
}

} // namespace spall::score
