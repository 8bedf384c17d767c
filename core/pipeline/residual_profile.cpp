// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/residual_profile.h"

#include "core/signal/fft.h"

#include <algorithm>
#include <cmath>

namespace spall::pipeline {

namespace {
constexpr double kSilence = 1e-24; ///< power below which a level says nothing
}

signal::Band profileBand(std::size_t band, Hertz rate)
{
    const auto edge = [rate](std::size_t at) {
        const double halfOctaves = static_cast<double>(kProfileBands) - static_cast<double>(at);
        return Hertz{rate.value / 2.0 * std::exp2(-halfOctaves / 2.0)};
    };
    return {band == 0 ? Hertz{0.0} : edge(band), edge(band + 1)};
}

std::vector<double> residualOf(const ScoredRecording& scored, SampleRange range)
{
    const auto& samples =
        scored.recording->channels.at(static_cast<std::size_t>(scored.channel)).samples;
    const auto& median = scored.reconstruction->median;
    std::vector<double> residual;
    residual.reserve(static_cast<std::size_t>(range.size()));
    for (SampleIndex at = range.first; at < range.last; ++at) {
        const auto index = static_cast<std::size_t>(at);
        const bool isReached = index < median.size() && std::isfinite(median[index]);
        residual.push_back(isReached ? samples[index] - static_cast<double>(median[index]) : 0.0);
    }
    return residual;
}

ResidualProfile residualProfile(const ScoredRecording& scored, SampleRange range)
{
    const auto residual = residualOf(scored, range);
    const auto spectrum = signal::realFft(residual);
    const double count = static_cast<double>(residual.size());
    ResidualProfile profile{};
    for (std::size_t bin = 1; bin < spectrum.size(); ++bin) {
        const double octaves = std::log2(count / 2.0 / static_cast<double>(bin));
        const auto below = static_cast<std::size_t>(octaves * 2.0); // half octaves below the top
        const std::size_t band = below < kProfileBands ? kProfileBands - 1 - below : 0;
        profile[band] += 2.0 * std::norm(spectrum[bin]) / (count * count);
    }
    for (double& level : profile) {
        level = 10.0 * std::log10(std::max(level, kSilence));
    }
    return profile;
}

double distance(const ResidualProfile& a, const ResidualProfile& b)
{
    double sum = 0.0;
    for (std::size_t band = 0; band < kProfileBands; ++band) {
        sum += (a[band] - b[band]) * (a[band] - b[band]);
    }
    return std::sqrt(sum / static_cast<double>(kProfileBands));
}

} // namespace spall::pipeline
