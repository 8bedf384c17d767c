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

namespace spall::score {
namespace {

constexpr std::size_t kViews = 4;
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

/// Features of every window by `addViews(maker, window, residual, out)`, where the residual is
/// window − reconstruction.
template <typename AddViews>
BandFeatures features(const Front& front,
                      std::span<const float> windows,
                      std::span<const float> reconstruction,
                      const AddViews& addViews)
{
    assert(windows.size() == reconstruction.size());
    BandFeatures all;
    all.count = static_cast<std::int64_t>(windows.size()) / front.windowLength;
    for (const int width : viewWidths(front)) {
        all.width += width;
    }
    all.values.resize(static_cast<std::size_t>(all.count * all.width));
    const BandFeatureMaker maker(front);
    const auto length = static_cast<std::size_t>(front.windowLength);
    const auto width = static_cast<std::size_t>(all.width);
    inParallel(all.count, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> residual(length);
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            const auto window = windows.subspan(i * length, length);
            const auto copy = reconstruction.subspan(i * length, length);
            std::transform(
                window.begin(), window.end(), copy.begin(), residual.begin(), std::minus<>{});
            auto out = std::span{all.values}.subspan(i * width, width);
            addViews(maker, window, std::span<const float>{residual}, out);
        }
    });
    return all;
}

} // namespace

BandFeatures residualFeatures(const Front& front,
                              std::span<const float> windows,
                              std::span<const float> reconstruction)
{
    return features(front,
                    windows,
                    reconstruction,
                    [](const BandFeatureMaker& maker,
                       std::span<const float> window,
                       std::span<const float> residual,
                       std::span<float>& out) {
                        maker.add(window, out);
                        maker.add(residual, out);
                        maker.addFiltered(residual, out);
                    });
}

BandFeatures linearFeatures(const Front& front, std::span<const float> windows)
{
    const auto projected = front.components.project(windows);
    return features(front,
                    windows,
                    projected,
                    [](const BandFeatureMaker& maker,
                       std::span<const float> window,
                       std::span<const float> residual,
                       std::span<float>& out) {
                        maker.add(window, out);
                        maker.addFiltered(window, out);
                        maker.add(residual, out);
                    });
}

std::vector<int> viewWidths(const Front& front)
{
    std::vector<int> widths;
    for (std::size_t view = 0; view < kViews; ++view) {
        for (const int size : transformSizes(front.windowLength)) {
            widths.push_back(size / 2);
        }
    }
    return widths;
}

} // namespace spall::score
