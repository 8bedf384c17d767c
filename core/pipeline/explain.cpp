// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/explain.h"

#include "core/pipeline/family_reading.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spall::pipeline {
namespace {

constexpr std::size_t kMostCompared = 4000; ///< windows of one recording, evenly spread
/// Healthy windows for the median level are thinned out evenly to so many or up to twice as many.
constexpr std::size_t kFewestReference = 400;
constexpr std::size_t kMostSimilar = 8;

std::size_t index(std::int64_t at)
{
    return static_cast<std::size_t>(at);
}

std::span<const double> samplesOf(const ScoredRecording& scored, SampleRange range)
{
    return std::span{scored.recording->channels.at(index(scored.channel)).samples}.subspan(
        index(range.first), index(range.size()));
}

/// As much healthy signal, from the end, which the model has least likely learned.
std::span<const double> healthyStretch(const ScoredRecording& healthy, SampleCount wanted)
{
    const SampleCount count = healthy.recording->sampleCount();
    const SampleCount length = std::min(wanted, count);
    return samplesOf(healthy, {count - length, count});
}

std::array<double, kResidualParts> residualShares(const ScoredRecording& scored, SampleRange range)
{
    const auto residual = residualOf(scored, range);
    std::array<double, kResidualParts> shares{};
    double whole = 0.0;
    for (std::size_t at = 0; at < residual.size(); ++at) {
        const double energy = residual[at] * residual[at];
        shares[at * kResidualParts / residual.size()] += energy;
        whole += energy;
    }
    for (double& share : shares) {
        share = whole > 0.0 ? share / whole : 1.0 / static_cast<double>(kResidualParts);
    }
    return shares;
}

/// Windows that the model has not learned; all of them when it has learned every one.
std::vector<std::size_t> unseenWindows(const ScoredRecording& scored)
{
    std::vector<std::size_t> unseen;
    std::vector<std::size_t> all;
    for (std::size_t at = 0; at < scored.windows.size(); ++at) {
        all.push_back(at);
        if (at >= scored.learned.size() || scored.learned[at] == 0) {
            unseen.push_back(at);
        }
    }
    return unseen.empty() ? all : unseen;
}

/// Median level of each band over healthy windows; unset when nothing was reconstructed.
std::optional<ResidualProfile> healthyLevel(const ScoredRecording& healthy)
{
    const auto windows = unseenWindows(healthy);
    if (windows.empty() || healthy.reconstruction->median.empty()) {
        return std::nullopt;
    }
    const std::size_t every = std::max<std::size_t>(1, windows.size() / kFewestReference);
    std::array<std::vector<double>, kProfileBands> levels;
    for (std::size_t at = 0; at < windows.size(); at += every) {
        const auto profile = residualProfile(healthy, healthy.windows[windows[at]]);
        for (std::size_t band = 0; band < kProfileBands; ++band) {
            levels[band].push_back(profile[band]);
        }
    }
    ResidualProfile median{};
    for (std::size_t band = 0; band < kProfileBands; ++band) {
        auto& values = levels[band];
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        median[band] = *middle;
    }
    return median;
}

std::vector<SimilarWindow> similarWindows(const ExplainInput& input,
                                          const ResidualProfile& wanted,
                                          const std::stop_token& stop)
{
    std::vector<SimilarWindow> found;
    for (std::size_t recording = 0; recording < input.others.size(); ++recording) {
        const ScoredRecording& other = *input.others[recording];
        if (other.reconstruction->median.empty()) {
            continue;
        }
        const std::size_t every =
            std::max<std::size_t>(1, (other.windows.size() + kMostCompared - 1) / kMostCompared);
        for (std::size_t at = 0; at < other.windows.size() && !stop.stop_requested(); at += every) {
            const bool isItself =
                input.others[recording] == input.scored &&
                intersection(other.windows[at], input.scored->windows[index(input.window)]).size() >
                    0;
            if (!isItself) {
                found.push_back({recording,
                                 static_cast<std::int64_t>(at),
                                 distance(wanted, residualProfile(other, other.windows[at]))});
            }
        }
    }
    const auto last =
        found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), kMostSimilar));
    std::partial_sort(found.begin(), last, found.end(), [](const auto& a, const auto& b) {
        return a.distance < b.distance;
    });
    found.erase(last, found.end());
    return found;
}

void findFamily(Explanation& explanation,
                const ExplainInput& input,
                std::span<const double> stretch,
                std::span<const double> healthy)
{
    const Hertz rate = input.scored->recording->rate.value;
    const bool isComparable = input.healthy && input.healthy->recording->rate.value == rate;
    auto reading = readFamily(
        {stretch, isComparable ? healthy : std::span<const double>{}, rate, {}}, input.machine);
    if (!reading) {
        explanation.noFamily = sentence(reading.error());
        return;
    }
    explanation.family = std::move(reading->nearest);
    explanation.healthyFamily = std::move(reading->healthy);
}

void compareEnvelopes(Explanation& explanation,
                      const ExplainInput& input,
                      SampleRange range,
                      std::span<const double> healthy)
{
    const Hertz rate = input.scored->recording->rate.value;
    const signal::Band band =
        input.band.value_or(explanation.family ? explanation.family->band : upperBand(rate));
    auto flagged = signal::squaredEnvelopeSpectrum(samplesOf(*input.scored, range), rate, band);
    if (!flagged) {
        return;
    }
    EnvelopeComparison comparison{range, band, std::move(*flagged), std::nullopt};
    if (!healthy.empty() && input.healthy->recording->rate.value == rate) {
        auto reference = signal::squaredEnvelopeSpectrum(healthy, rate, band);
        if (reference) {
            comparison.healthy = std::move(*reference);
        }
    }
    explanation.envelope = std::move(comparison);
}

} // namespace

FiredChannel
firedChannel(double rec, double critic, const detect::DecisionOptions& options, double threshold)
{
    const auto which = [](bool byRec, bool byCritic) {
        return byRec && byCritic ? FiredChannel::Both
               : byRec           ? FiredChannel::Reconstruction
               : byCritic        ? FiredChannel::Critic
                                 : FiredChannel::None;
    };
    if (options.dual) {
        return which(rec > options.dual->rec, critic > options.dual->critic);
    }
    switch (options.fusion) {
    case score::Fusion::Rec:
        return which(rec > threshold, false);
    case score::Fusion::Critic:
        return which(false, critic > threshold);
    case score::Fusion::Sum: {
        const double byRec = options.lambda * rec;
        const double byCritic = (1.0 - options.lambda) * critic;
        if (byRec + byCritic <= threshold) {
            return FiredChannel::None;
        }
        const FiredChannel alone = which(byRec > threshold, byCritic > threshold);
        return alone == FiredChannel::None ? FiredChannel::Both : alone;
    }
    case score::Fusion::Product:
        break;
    }
    const double fused = score::fuse({{rec}, {critic}}, options.fusion, options.lambda).front();
    return fused > threshold ? FiredChannel::Both : FiredChannel::None;
}

Result<Explanation> explain(const ExplainInput& input, const std::stop_token& stop)
{
    const ScoredRecording& scored = *input.scored;
    if (input.window < 0 || index(input.window) >= scored.windows.size()) {
        return fail(ErrorCode::Usage, "there is no such window", scored.recording->provenance.path);
    }
    Explanation explanation;
    explanation.window = input.window;
    explanation.range = scored.windows[index(input.window)];
    explanation.rec = scored.channels.rec[index(input.window)];
    explanation.critic = scored.channels.critic[index(input.window)];
    explanation.fired =
        firedChannel(explanation.rec, explanation.critic, input.options, input.threshold);
    explanation.residualShare = residualShares(scored, explanation.range);
    const ResidualProfile profile = residualProfile(scored, explanation.range);
    if (input.healthy) {
        if (const auto level = healthyLevel(*input.healthy)) {
            explanation.gain.emplace();
            for (std::size_t band = 0; band < kProfileBands; ++band) {
                (*explanation.gain)[band] = profile[band] - (*level)[band];
            }
        }
    }
    const SampleRange stretch =
        flaggedStretch(scored, input.decision, input.window, input.machine.speed);
    const auto healthy =
        input.healthy ? healthyStretch(*input.healthy, stretch.size()) : std::span<const double>{};
    findFamily(explanation, input, samplesOf(scored, stretch), healthy);
    compareEnvelopes(explanation, input, stretch, healthy);
    explanation.similar = similarWindows(input, profile, stop);
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "the explanation was stopped");
    }
    return explanation;
}

} // namespace spall::pipeline
