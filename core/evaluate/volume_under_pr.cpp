// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/curves.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>

namespace spall::evaluate {
namespace {

constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max() / 2;

// Windows to the nearest labelled one; 0 inside an event.
std::vector<std::int64_t> distancesToEvents(std::span<const char> labels)
{
    std::vector<std::int64_t> distances(labels.size(), kFar);
    std::int64_t distance = kFar;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        distance = labels[i] != 0 ? 0 : distance + 1;
        distances[i] = distance;
    }
    distance = kFar;
    for (std::size_t i = labels.size(); i-- > 0;) {
        distance = labels[i] != 0 ? 0 : distance + 1;
        distances[i] = std::min(distances[i], distance);
    }
    return distances;
}

// Labels softened by one buffer length, and the event that each window belongs to (-1: none).
struct SoftLabels {
    std::vector<double> weights;
    std::vector<int> events;
    int eventCount = 0;
};

SoftLabels soften(std::span<const std::int64_t> distances, int buffer)
{
    SoftLabels soft{std::vector<double>(distances.size()), std::vector<int>(distances.size(), -1)};
    bool isInside = false;
    for (std::size_t i = 0; i < distances.size(); ++i) {
        const bool wasInside = std::exchange(isInside, distances[i] <= buffer / 2);
        if (!isInside) {
            continue;
        }
        const auto distance = static_cast<double>(distances[i]);
        soft.weights[i] = distances[i] == 0 ? 1.0 : std::sqrt(1.0 - distance / buffer);
        soft.eventCount += wasInside ? 0 : 1;
        soft.events[i] = soft.eventCount - 1;
    }
    return soft;
}

double rangeAveragePrecision(std::span<const double> scores,
                             std::span<const std::size_t> order,
                             const SoftLabels& soft,
                             double labelled)
{
    const double total = std::accumulate(soft.weights.begin(), soft.weights.end(), 0.0);
    const double wanted = 0.5 * (labelled + total);
    std::vector<char> isSeen(static_cast<std::size_t>(soft.eventCount));
    int seen = 0;
    double hits = 0.0;
    double recallBefore = 0.0;
    double area = 0.0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t window = order[i];
        hits += soft.weights[window];
        if (const int event = soft.events[window]; event >= 0) {
            char& flag = isSeen[static_cast<std::size_t>(event)];
            seen += flag == 0 ? 1 : 0;
            flag = 1;
        }
        if (i + 1 < order.size() && scores[order[i + 1]] == scores[window]) {
            continue; // equal scores are alarmed together
        }
        const double recall = std::min(1.0, hits / wanted) * seen / soft.eventCount;
        area += (recall - recallBefore) * hits / static_cast<double>(i + 1);
        recallBefore = recall;
    }
    return area;
}

} // namespace

double volumeUnderPr(std::span<const double> scores, std::span<const char> labels, int maxBuffer)
{
    const auto labelled = static_cast<std::size_t>(
        std::count_if(labels.begin(), labels.end(), [](char label) { return label != 0; }));
    if (labelled == 0 || labelled == labels.size() || scores.size() != labels.size()) {
        return 0.0;
    }
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [scores](std::size_t i) {
        return std::isnan(scores[i]) ? -HUGE_VAL : scores[i];
    };
    std::sort(order.begin(), order.end(), [&rank](std::size_t a, std::size_t b) {
        return rank(a) > rank(b);
    });
    const auto distances = distancesToEvents(labels);
    const int longest = std::max(0, maxBuffer);
    double sum = 0.0;
    for (int buffer = 0; buffer <= longest; ++buffer) {
        sum += rangeAveragePrecision(
            scores, order, soften(distances, buffer), static_cast<double>(labelled));
    }
    return sum / (longest + 1);
}

} // namespace spall::evaluate
