// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/residual_error.h"

#include "core/score/parallel.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace spall::score {
namespace {

double pointError(std::span<const float> x, std::span<const float> y)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum += std::abs(static_cast<double>(x[i]) - static_cast<double>(y[i]));
    }
    return sum / static_cast<double>(x.size());
}

double areaError(std::span<const float> x, std::span<const float> y, std::size_t radius)
{
    const std::size_t n = x.size();
    std::vector<double> before(n + 1, 0.0); // before[i]: sum of the first i differences
    for (std::size_t i = 0; i < n; ++i) {
        before[i + 1] = before[i] + static_cast<double>(x[i]) - static_cast<double>(y[i]);
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t first = i < radius ? 0 : i - radius;
        const std::size_t last = std::min(n, i + radius + 1);
        sum += std::abs(before[last] - before[first]) / static_cast<double>(last - first);
    }
    return sum / static_cast<double>(n);
}

/// Dynamic time warping inside a Sakoe-Chiba band, two rows at a time. Column c of a row i stands
/// for sample i + c − radius of the reconstruction; one spare column on each side stays infinite.
double dtwError(std::span<const float> x, std::span<const float> y, std::size_t radius)
{
    constexpr double kNever = std::numeric_limits<double>::infinity();
    const std::size_t n = x.size();
    const std::size_t width = 2 * radius + 1;
    std::vector<double> above(width + 2, kNever);
    std::vector<double> row(width + 2, kNever);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t c = 0; c < width; ++c) {
            const std::size_t j = i + c;
            if (j < radius || j - radius >= n) {
                row[c + 1] = kNever;
                continue;
            }
            const double difference =
                static_cast<double>(x[i]) - static_cast<double>(y[j - radius]);
            // Diagonal neighbours share a column of the band; the one above lies a column right.
            const bool isCorner = i == 0 && j == radius;
            const double best = isCorner ? 0.0 : std::min({above[c + 1], above[c + 2], row[c]});
            row[c + 1] = best + difference * difference;
        }
        std::swap(row, above);
    }
    return std::sqrt(above[radius + 1] / static_cast<double>(n));
}

} // namespace

std::vector<double> residualErrors(ResidualError kind,
                                   std::span<const float> windows,
                                   std::span<const float> reconstruction,
                                   SampleCount length,
                                   int radius)
{
    assert(kind != ResidualError::Bands && windows.size() == reconstruction.size());
    assert(length > 0 && radius >= 0);
    const auto n = static_cast<std::size_t>(length);
    const auto reach = static_cast<std::size_t>(radius);
    std::vector<double> errors(windows.size() / n);
    inParallel(
        static_cast<std::int64_t>(errors.size()), [&](std::int64_t first, std::int64_t last) {
            for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last);
                 ++i) {
                const auto x = windows.subspan(i * n, n);
                const auto y = reconstruction.subspan(i * n, n);
                switch (kind) {
                case ResidualError::Bands:
                    break;
                case ResidualError::Point:
                    errors[i] = pointError(x, y);
                    break;
                case ResidualError::Area:
                    errors[i] = areaError(x, y, reach);
                    break;
                case ResidualError::Dtw:
                    errors[i] = dtwError(x, y, reach);
                    break;
                }
            }
        });
    return errors;
}

} // namespace spall::score
