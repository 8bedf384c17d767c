// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/local_outlier_factor.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace spall::score {
namespace {

constexpr std::size_t kNobody = std::numeric_limits<std::size_t>::max();
/// Keeps the density of points that lie on one another finite.
constexpr double kSmallestDistance = 1e-10;

} // namespace

LocalOutlierFactor::LocalOutlierFactor(std::vector<double> points,
                                       std::size_t width,
                                       std::size_t neighbours)
    : m_points(std::move(points)), m_width(width)
{
    const std::size_t count = m_points.size() / width;
    assert(count >= 2);
    m_neighbours = std::min(neighbours, count - 1);
    std::vector<std::vector<Neighbour>> found;
    for (std::size_t i = 0; i < count; ++i) {
        found.push_back(nearest(std::span{m_points}.subspan(i * width, width), i));
        m_reach.push_back(found.back().back().distance);
    }
    for (const auto& some : found) {
        m_density.push_back(density(some));
    }
}

std::vector<LocalOutlierFactor::Neighbour>
LocalOutlierFactor::nearest(std::span<const double> point, std::size_t leftOut) const
{
    std::vector<Neighbour> all;
    const std::size_t count = m_points.size() / m_width;
    all.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (i == leftOut) {
            continue;
        }
        double square = 0.0;
        for (std::size_t k = 0; k < m_width; ++k) {
            const double difference = point[k] - m_points[i * m_width + k];
            square += difference * difference;
        }
        all.push_back({std::sqrt(square), i});
    }
    const auto last = all.begin() + static_cast<std::ptrdiff_t>(m_neighbours);
    std::partial_sort(all.begin(), last, all.end(), [](const Neighbour& a, const Neighbour& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.index < b.index;
    });
    all.erase(last, all.end());
    return all;
}

double LocalOutlierFactor::density(std::span<const Neighbour> neighbours) const
{
    double sum = 0.0;
    for (const auto& neighbour : neighbours) {
        sum += std::max(neighbour.distance, m_reach[neighbour.index]);
    }
    return 1.0 / (sum / static_cast<double>(neighbours.size()) + kSmallestDistance);
}

double LocalOutlierFactor::factor(std::span<const double> point) const
{
    const auto neighbours = nearest(point, kNobody);
    double sum = 0.0;
    for (const auto& neighbour : neighbours) {
        sum += m_density[neighbour.index];
    }
    return sum / static_cast<double>(neighbours.size()) / density(neighbours);
}

} // namespace spall::score
