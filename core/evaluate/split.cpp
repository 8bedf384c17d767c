// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/split.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spall::evaluate {
namespace {

constexpr SampleCount kFewestWindows = 4;
constexpr SampleCount kFewestStarts = 32;

bool holdSameBytes(const signal::Recording& a, const signal::Recording& b)
{
    return &a == &b || (!a.provenance.sha256.empty() && a.provenance.sha256 == b.provenance.sha256);
}

signal::Stretch part(const signal::Stretch& stretch, SampleRange range)
{
    return {stretch.recording, stretch.channel, range};
}

// Pieces of the stretches whose samples, counted over all of them, lie in `wanted`.
std::vector<signal::Stretch> cutOut(std::span<const signal::Stretch> stretches, SampleRange wanted)
{
    std::vector<signal::Stretch> pieces;
    SampleIndex offset = 0;
    for (const signal::Stretch& stretch : stretches) {
        const SampleIndex shift = stretch.range.first - offset;
        const SampleRange piece =
            intersection(stretch.range, {wanted.first + shift, wanted.last + shift});
        if (!piece.isEmpty()) {
            pieces.push_back(part(stretch, piece));
        }
        offset += stretch.range.size();
    }
    return pieces;
}

// What is left of a range without another: none, one or two ranges.
std::vector<SampleRange> without(const SampleRange& range, const SampleRange& hole)
{
    if (!overlaps(range, hole)) {
        return {range};
    }
    return {{range.first, hole.first}, {hole.last, range.last}};
}

std::vector<signal::Stretch> keepAwayFrom(std::span<const signal::Stretch> left,
                                          std::span<const signal::Stretch> learn,
                                          SampleCount gap)
{
    std::vector<signal::Stretch> rest;
    for (const signal::Stretch& stretch : learn) {
        std::vector<SampleRange> kept{stretch.range};
        for (const signal::Stretch& piece : left) {
            if (!holdSameBytes(*piece.recording, *stretch.recording)) {
                continue;
            }
            std::vector<SampleRange> smaller;
            for (const SampleRange& range : kept) {
                const SampleRange hole{piece.range.first - gap, piece.range.last + gap};
                for (const SampleRange& remainder : without(range, hole)) {
                    smaller.push_back(remainder);
                }
            }
            kept = std::move(smaller);
        }
        for (const SampleRange& range : kept) {
            rest.push_back(part(stretch, range));
        }
    }
    return rest;
}

void dropShorterThan(SampleCount length, std::vector<signal::Stretch>& pieces)
{
    std::erase_if(pieces, [length](const signal::Stretch& s) { return s.range.size() < length; });
}

} // namespace

Result<HealthySplit>
splitByTime(SampleCount sampleCount, SampleCount windowLength, SampleCount step, double learnShare)
{
    if (windowLength < 1 || step < 1 || !(learnShare > 0.0 && learnShare <= 1.0)) {
        return fail(ErrorCode::Usage,
                    "a split needs a window, a step and a share between 0 and 1",
                    fmt::format("window {}, step {}, share {}", windowLength, step, learnShare),
                    "the defaults are 2048, 512 and 0.6");
    }
    const auto learned =
        static_cast<SampleCount>(std::floor(learnShare * static_cast<double>(sampleCount)));
    const SampleCount needed =
        std::max(kFewestWindows * windowLength, windowLength + (kFewestStarts - 1) * step);
    if (learned < needed) {
        return fail(ErrorCode::TooFewSamples,
                    fmt::format("{} samples leave {} to learn from, and {} are needed",
                                sampleCount,
                                std::max<SampleCount>(0, learned),
                                needed),
                    fmt::format("windows of {} at a step of {}", windowLength, step),
                    fmt::format("record at least {:.0f} samples, or take shorter windows",
                                std::ceil(static_cast<double>(needed) / learnShare)));
    }
    const SampleIndex afterGap = std::min(sampleCount, learned + windowLength);
    return HealthySplit{{0, learned}, {afterGap, sampleCount}};
}

Status refuseLeak(std::span<const signal::RecordingPtr> healthy,
                  std::span<const signal::RecordingPtr> faulty)
{
    for (const auto& calm : healthy) {
        for (const auto& sick : faulty) {
            if (holdSameBytes(*calm, *sick)) {
                return fail(ErrorCode::Usage,
                            "the same recording is called healthy and faulty",
                            fmt::format("{} and {}", calm->provenance.path, sick->provenance.path),
                            "leave it out on one side");
            }
        }
    }
    return {};
}

std::vector<Fold>
crossFolds(std::span<const signal::Stretch> learn, int folds, SampleCount windowLength)
{
    SampleCount total = 0;
    for (const signal::Stretch& stretch : learn) {
        total += stretch.range.size();
    }
    const SampleCount fitting = windowLength < 1 ? 0 : total / windowLength;
    const SampleCount count = std::min<SampleCount>(folds, fitting);
    std::vector<Fold> made;
    for (SampleCount i = 0; i < count; ++i) {
        const SampleRange block{total * i / count, total * (i + 1) / count};
        Fold fold;
        fold.left = cutOut(learn, block);
        fold.rest = keepAwayFrom(fold.left, learn, windowLength);
        dropShorterThan(windowLength, fold.left);
        dropShorterThan(windowLength, fold.rest);
        if (!fold.left.empty() && !fold.rest.empty()) {
            made.push_back(std::move(fold));
        }
    }
    return made;
}

} // namespace spall::evaluate
