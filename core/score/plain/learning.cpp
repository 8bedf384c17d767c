// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/learning.h"

#include "core/score/parallel.h"

#include <algorithm>
#include <cmath>

namespace spall::score {
namespace {

constexpr std::int64_t kWindowsAtOnce = 256; ///< windows between two looks at the stop token
constexpr double kLargestScore = 1e9;

Status checkLength(const WindowBatch& batch, SampleCount length)
{
    if (batch.length == length) {
        return {};
    }
    return fail(ErrorCode::Usage,
                "the windows have " + std::to_string(batch.length) +
                    " samples, the method has learned " + std::to_string(length),
                {},
                "cut windows of the model's length");
}

void makeFinite(std::vector<double>& scores)
{
    for (double& score : scores) {
        score = std::isfinite(score) ? score : kLargestScore;
    }
}

} // namespace

WindowBatch
learningWindows(std::span<const signal::Stretch> healthy, SampleCount length, std::int64_t most)
{
    SampleCount room = 0;
    for (const auto& stretch : healthy) {
        room += std::max<SampleCount>(0, stretch.range.size() - length + 1);
    }
    const SampleCount step = std::max<SampleCount>({1, length / 8, room / most});
    WindowBatch batch{length, {}};
    for (const auto& stretch : healthy) {
        const auto samples = stretch.samples();
        for (SampleIndex start = 0; start + length <= stretch.range.size(); start += step) {
            const auto first = samples.begin() + start;
            batch.samples.insert(batch.samples.end(), first, first + length);
        }
    }
    return batch;
}

std::vector<double> standardised(std::span<const double> window, const Standardiser& scaling)
{
    std::vector<double> values(window.size());
    std::transform(window.begin(), window.end(), values.begin(), [&](double value) {
        return scaling.apply(value);
    });
    return values;
}

Result<std::vector<double>>
scoreEach(const WindowBatch& batch,
          SampleCount length,
          const std::stop_token& stop,
          const std::function<double(std::span<const double>)>& scoreOne)
{
    return scoreInBatches(batch, length, stop, [&](const WindowBatch& some) {
        std::vector<double> scores(static_cast<std::size_t>(some.count()));
        inParallel(some.count(), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t i = first; i < last; ++i) {
                scores[static_cast<std::size_t>(i)] = scoreOne(some.window(i));
            }
        });
        return scores;
    });
}

Result<std::vector<double>>
scoreInBatches(const WindowBatch& batch,
               SampleCount length,
               const std::stop_token& stop,
               const std::function<std::vector<double>(const WindowBatch&)>& scoreSome)
{
    if (const auto status = checkLength(batch, length); !status) {
        return fail(status.error());
    }
    std::vector<double> all;
    for (std::int64_t first = 0; first < batch.count(); first += kWindowsAtOnce) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while scoring");
        }
        const std::int64_t last = std::min(first + kWindowsAtOnce, batch.count());
        const auto from = batch.samples.begin() + first * length;
        const WindowBatch some{length, {from, from + (last - first) * length}};
        const auto scores = scoreSome(some);
        all.insert(all.end(), scores.begin(), scores.end());
    }
    makeFinite(all);
    return all;
}

double logEnergy(std::span<const float> samples)
{
    constexpr double kSilence = 1e-30;
    double sum = 0.0;
    for (const float sample : samples) {
        sum += static_cast<double>(sample) * static_cast<double>(sample);
    }
    return std::log(
        std::max(sum / static_cast<double>(std::max<std::size_t>(1, samples.size())), kSilence));
}

} // namespace spall::score
