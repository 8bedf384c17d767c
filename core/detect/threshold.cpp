// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/threshold.h"

#include "core/detect/pareto_tail.h"
#include "core/detect/student_t.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

namespace spall::detect {
namespace {

constexpr std::size_t kFewestTailScores = 50;

Status requireFinite(std::span<const double> scores)
{
    const auto isFinite = [](double score) {
        return std::isfinite(score);
    };
    if (std::all_of(scores.begin(), scores.end(), isFinite)) {
        return {};
    }
    return fail(ErrorCode::NotFinite,
                "a score is not a finite number",
                "choosing a threshold",
                "score the recording again with a sound model");
}

std::vector<double> sorted(std::span<const double> scores)
{
    std::vector<double> ascending(scores.begin(), scores.end());
    std::sort(ascending.begin(), ascending.end());
    return ascending;
}

// Value at a cumulative share of ascending scores, straight between neighbours.
double quantile(const std::vector<double>& ascending, double level)
{
    const double last = static_cast<double>(ascending.size()) - 1.0;
    const double place = std::clamp(level * static_cast<double>(ascending.size()) - 1.0, 0.0, last);
    const double below = std::floor(place);
    const auto index = static_cast<std::size_t>(below);
    const std::size_t next = std::min(index + 1, ascending.size() - 1);
    return ascending[index] + (place - below) * (ascending[next] - ascending[index]);
}

double predictionBound(const std::vector<double>& scores, double independent, double rate)
{
    const auto count = static_cast<double>(scores.size());
    const double mean = std::accumulate(scores.begin(), scores.end(), 0.0) / count;
    double squares = 0.0;
    for (const double score : scores) {
        squares += (score - mean) * (score - mean);
    }
    const double deviation = std::sqrt(squares / (count - 1.0));
    const double t = studentQuantile(1.0 - rate, independent - 1.0);
    return mean + t * deviation * std::sqrt(1.0 + 1.0 / independent);
}

// Runs of scores above a threshold; windows at most `reach` apart share or touch samples and belong
// to one event, as in findEvents.
std::int64_t countEvents(std::span<const double> scores, double threshold, std::size_t reach)
{
    std::int64_t events = 0;
    std::size_t quietFrom = 0; // first window that would start a new event
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (scores[i] > threshold) {
            events += i >= quietFrom ? 1 : 0;
            quietFrom = i + reach + 1;
        }
    }
    return events;
}

// The largest tenth of ascending scores, as excesses over the value below it.
struct Tail {
    double start = 0.0;
    std::vector<double> excesses;
};

Tail largestTenth(const std::vector<double>& ascending)
{
    const std::size_t first = ascending.size() - (ascending.size() + 9) / 10;
    Tail tail{ascending[first - 1], {}};
    for (std::size_t i = first; i < ascending.size(); ++i) {
        tail.excesses.push_back(ascending[i] - tail.start);
    }
    return tail;
}

// Windows that share samples with a given one, on one side; at least the next.
std::size_t reachOf(const HealthyScores& healthy)
{
    const double overlap = static_cast<double>(healthy.scores.size()) / healthy.independentWindows;
    return static_cast<std::size_t>(std::max(1.0, std::round(overlap)));
}

struct LabelledScore {
    double score = 0.0;
    bool isFaulty = false;
};

std::vector<LabelledScore> descending(std::span<const double> healthy,
                                      std::span<const double> faulty)
{
    std::vector<LabelledScore> all;
    all.reserve(healthy.size() + faulty.size());
    for (const double score : healthy) {
        all.push_back({score, false});
    }
    for (const double score : faulty) {
        all.push_back({score, true});
    }
    std::sort(all.begin(), all.end(), [](const LabelledScore& a, const LabelledScore& b) {
        return a.score > b.score;
    });
    return all;
}

// Between two neighbouring scores, so that the upper one is an alarm and the lower one is not.
double between(double lower, double upper)
{
    const double middle = lower + 0.5 * (upper - lower);
    return middle < upper ? middle : lower;
}

} // namespace

Result<Threshold> thresholdForFalseAlarmRate(const HealthyScores& healthy, double rate)
{
    if (!(rate > 0.0 && rate < 1.0)) {
        return fail(ErrorCode::Usage,
                    "a false-alarm rate must lie between 0 and 1",
                    fmt::format("{}", rate),
                    "0.02 stands for two windows in a hundred");
    }
    if (const Status finite = requireFinite(healthy.scores); !finite) {
        return fail(finite.error());
    }
    const std::size_t count = healthy.scores.size();
    const double n = std::min(healthy.independentWindows, static_cast<double>(count));
    if (!(n >= 2.0)) {
        return fail(ErrorCode::TooFewSamples,
                    fmt::format("{} healthy windows hold fewer than two independent ones", count),
                    "choosing a threshold",
                    "calibrate on a longer healthy recording, or set the threshold by hand");
    }
    const std::vector<double> ascending = sorted(healthy.scores);
    const std::string basis =
        fmt::format("{} healthy windows, about {:.0f} of them independent", count, n);
    if (rate * (n + 1.0) >= 1.0) {
        return Threshold{quantile(ascending, (1.0 - rate) * (n + 1.0) / n),
                         fmt::format("{:.3g} % false alarms, quantile of {}", 100.0 * rate, basis),
                         false};
    }
    return Threshold{
        std::max(ascending.back(), predictionBound(ascending, n, rate)),
        fmt::format("{:.3g} % false alarms, extrapolated from {}", 100.0 * rate, basis),
        true};
}

Result<Threshold> thresholdForAlarmsPerHour(const HealthyScores& healthy, double perHour)
{
    if (!(perHour > 0.0 && std::isfinite(perHour))) {
        return fail(ErrorCode::Usage,
                    "a budget of alarms an hour must be above 0",
                    fmt::format("{}", perHour),
                    "1 stands for one false event an hour");
    }
    if (const Status finite = requireFinite(healthy.scores); !finite) {
        return fail(finite.error());
    }
    const std::size_t count = healthy.scores.size();
    const double seconds = healthy.duration.value;
    if (count < kFewestTailScores || !(seconds > 0.0) || !(healthy.independentWindows > 0.0)) {
        return fail(
            ErrorCode::TooFewSamples,
            fmt::format(
                "{} healthy windows over {:.3g} s cannot show how scores tail off", count, seconds),
            "choosing a threshold",
            fmt::format("calibrate on at least {} healthy windows, or ask for a share (far:X)",
                        kFewestTailScores));
    }
    const std::vector<double> ascending = sorted(healthy.scores);
    const Tail tail = largestTenth(ascending);
    const auto events =
        static_cast<double>(countEvents(healthy.scores, tail.start, reachOf(healthy)));
    const double allowed = perHour * seconds / 3600.0;

    Threshold threshold{tail.start, {}, allowed < 1.0};
    if (threshold.extrapolated && allowed < events) {
        const double excess = fitCautiousTail(tail.excesses).excessAt(allowed / events);
        threshold.value = std::max(tail.start + excess, ascending.back());
    } else if (allowed < events) {
        threshold.value += fitParetoTail(tail.excesses).excessAt(allowed / events);
    }
    threshold.source = fmt::format(
        "{:.3g} false events an hour, {} from the tail of {} healthy windows over {:.3g} s",
        perHour,
        threshold.extrapolated ? "extrapolated" : "estimated",
        count,
        seconds);
    return threshold;
}

Result<Threshold> thresholdForBestF1(std::span<const double> healthy,
                                     std::span<const double> faulty)
{
    if (healthy.empty() || faulty.empty()) {
        return fail(
            ErrorCode::TooFewSamples,
            healthy.empty() ? "no healthy windows to judge by" : "no faulty windows to judge by",
            "choosing the threshold of best F1",
            "mark at least one recording healthy and one faulty, or ask for a share (far:X)");
    }
    for (const auto side : {healthy, faulty}) {
        if (const Status finite = requireFinite(side); !finite) {
            return fail(finite.error());
        }
    }
    const auto all = descending(healthy, faulty);
    double best = -1.0;
    double value = 0.0;
    double found = 0.0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        found += all[i].isFaulty ? 1.0 : 0.0;
        const bool isLast = i + 1 == all.size();
        if (!isLast && all[i + 1].score == all[i].score) {
            continue; // no threshold parts equal scores
        }
        const double f1 = 2.0 * found / static_cast<double>(i + 1 + faulty.size());
        if (f1 > best) {
            best = f1;
            value = isLast ? std::nextafter(all[i].score, -HUGE_VAL)
                           : between(all[i + 1].score, all[i].score);
        }
    }
    return Threshold{value,
                     fmt::format("best F1 ({:.3f}) on {} healthy and {} faulty windows",
                                 best,
                                 healthy.size(),
                                 faulty.size()),
                     false};
}

} // namespace spall::detect
