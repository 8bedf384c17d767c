// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/calibration.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace spall::score {
namespace {

constexpr std::int64_t kFewestForBands = 8;
/// A band steadier than a thousandth (0.01 dB) is not a measurement but a constant, of digital
/// silence or of a tone; its deviation is taken as this, so that rounding is no evidence.
constexpr double kSteadiest = 1e-3;

/// Evidence of one view: the power mean of what its bands have too much. A single number has no
/// bands to choose from; it stays what it is.
double viewEvidence(int exponent,
                    std::span<const float> features,
                    std::span<const float> mean,
                    std::span<const float> deviation)
{
    const auto above = [&](std::size_t band) {
        return (static_cast<double>(features[band]) - static_cast<double>(mean[band])) /
               static_cast<double>(deviation[band]);
    };
    if (features.size() == 1) {
        return above(0);
    }
    double sum = 0.0;
    for (std::size_t band = 0; band < features.size(); ++band) {
        const double excess = std::max(above(band), 0.0);
        double power = excess;
        for (int factor = 1; factor < exponent; ++factor) {
            power *= excess;
        }
        sum += power;
    }
    return std::pow(sum / static_cast<double>(features.size()), 1.0 / exponent);
}

/// Evidence of every view of window `index`, not standardised [views].
std::vector<double> viewEvidences(const EvidenceStatistics& statistics,
                                  const BandFeatures& features,
                                  std::int64_t index)
{
    const auto row = std::span{features.values}.subspan(
        static_cast<std::size_t>(index * features.width), static_cast<std::size_t>(features.width));
    std::vector<double> values;
    values.reserve(statistics.viewWidths.size());
    std::size_t first = 0;
    for (const int viewWidth : statistics.viewWidths) {
        const auto width = static_cast<std::size_t>(viewWidth);
        values.push_back(viewEvidence(statistics.exponent,
                                      row.subspan(first, width),
                                      std::span{statistics.mean}.subspan(first, width),
                                      std::span{statistics.deviation}.subspan(first, width)));
        first += width;
    }
    return values;
}

double meanOfViews(const EvidenceStatistics& statistics, std::span<const double> values)
{
    double sum = 0.0;
    for (std::size_t view = 0; view < values.size(); ++view) {
        sum += statistics.views[view].apply(values[view]);
    }
    return sum / static_cast<double>(values.size());
}

void fitBands(EvidenceStatistics& statistics, const BandFeatures& healthy)
{
    const auto count = static_cast<std::size_t>(healthy.count);
    const auto width = static_cast<std::size_t>(healthy.width);
    std::vector<double> column(count);
    for (std::size_t band = 0; band < width; ++band) {
        for (std::size_t i = 0; i < count; ++i) {
            column[i] = static_cast<double>(healthy.values[i * width + band]);
        }
        const double sum = std::accumulate(column.begin(), column.end(), 0.0);
        const double mean = sum / static_cast<double>(count);
        double squares = 0.0;
        for (const double value : column) {
            squares += (value - mean) * (value - mean);
        }
        const double deviation = std::sqrt(squares / static_cast<double>(count));
        statistics.mean.push_back(static_cast<float>(mean));
        statistics.deviation.push_back(static_cast<float>(std::max(deviation, kSteadiest)));
    }
}

} // namespace

Result<EvidenceStatistics>
fitEvidence(const BandFeatures& healthy, std::span<const int> viewWidths, int exponent)
{
    if (healthy.count < kFewestForBands) {
        return fail(ErrorCode::TooFewSamples,
                    "band statistics need at least " + std::to_string(kFewestForBands) +
                        " healthy windows, there are " + std::to_string(healthy.count),
                    "healthy recording",
                    "give a longer healthy recording or a shorter window");
    }
    if (std::accumulate(viewWidths.begin(), viewWidths.end(), std::int64_t{0}) != healthy.width) {
        return fail(ErrorCode::Internal, "the widths of the views do not add up to the features");
    }
    EvidenceStatistics statistics;
    statistics.exponent = exponent;
    statistics.viewWidths.assign(viewWidths.begin(), viewWidths.end());
    fitBands(statistics, healthy);
    std::vector<std::vector<double>> windows; // [count][views]
    for (std::int64_t i = 0; i < healthy.count; ++i) {
        windows.push_back(viewEvidences(statistics, healthy, i));
    }
    std::vector<double> column(windows.size());
    for (std::size_t view = 0; view < viewWidths.size(); ++view) {
        std::transform(windows.begin(), windows.end(), column.begin(), [view](const auto& window) {
            return window[view];
        });
        statistics.views.push_back(fitStandardiser(column));
    }
    std::transform(windows.begin(), windows.end(), column.begin(), [&](const auto& window) {
        return meanOfViews(statistics, window);
    });
    statistics.total = fitStandardiser(column);
    return statistics;
}

void rescaleToLeftOut(EvidenceStatistics& statistics, std::vector<double>& leftOut)
{
    const Standardiser scale = fitStandardiser(leftOut);
    for (double& score : leftOut) {
        score = scale.apply(score);
    }
    statistics.total.mean += statistics.total.deviation * scale.mean;
    statistics.total.deviation *= scale.deviation;
}

std::vector<double> evidence(const EvidenceStatistics& statistics, const BandFeatures& features)
{
    assert(static_cast<std::size_t>(features.width) == statistics.mean.size());
    std::vector<double> scores(static_cast<std::size_t>(features.count));
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto views = viewEvidences(statistics, features, static_cast<std::int64_t>(i));
        scores[i] = statistics.total.apply(meanOfViews(statistics, views));
    }
    return scores;
}

} // namespace spall::score
