// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/sample_range.h"
#include "core/score/fuse.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace spall::detect {

/// How the threshold is chosen.
enum class PolicyKind { Manual, BestF1, FalseAlarmRate, AlarmsPerHour };

/// A policy with its number: the threshold itself, nothing, a share of windows, or alarms an hour.
struct Policy {
    PolicyKind kind = PolicyKind::FalseAlarmRate;
    double value = 0.02;
    friend bool operator==(const Policy&, const Policy&) = default;
};

/// "manual:2.5", "f1", "far:0.02", "per-hour:1". errors: Usage.
[[nodiscard]] Result<Policy> parsePolicy(std::string_view text);
[[nodiscard]] std::string toString(const Policy& policy);

/// Alarm only when `need` of the last `of` windows are above the threshold.
struct Hysteresis {
    int need = 1;
    int of = 1;
    friend bool operator==(const Hysteresis&, const Hysteresis&) = default;
};

/// "3/5". errors: Usage.
[[nodiscard]] Result<Hysteresis> parseHysteresis(std::string_view text);

/// Two thresholds instead of one fused score.
struct DualRule {
    double rec = 0.0;
    double critic = 0.0;
    bool both = true; ///< AND; otherwise OR
    friend bool operator==(const DualRule&, const DualRule&) = default;
};

/// Everything between calibrated channel scores and alarms.
struct DecisionOptions {
    score::Fusion fusion = score::Fusion::Sum;
    double lambda = 1.0;
    Seconds smoothing{0.0};
    Policy policy;
    Hysteresis hysteresis;
    std::optional<DualRule> dual;
    friend bool operator==(const DecisionOptions&, const DecisionOptions&) = default;
};

/// A threshold with the sentence that says where it comes from.
struct Threshold {
    double value = 0.0;
    std::string source;
    bool extrapolated = false; ///< beyond what the number of windows can show
};

/// Healthy scores that a threshold may be chosen from (out of fold), and how many of them are
/// independent (samples / window length).
struct HealthyScores {
    std::vector<double> scores;
    double independentWindows = 0.0;
    Seconds duration;
};

/// Threshold that a share `rate` of unseen healthy windows is expected to exceed. With n
/// independent windows the plain quantile serves only for rate >= 1/(n + 1); below, the larger of
/// the maximum and a prediction bound (mean + t·s·sqrt(1 + 1/n)) is taken and marked extrapolated.
[[nodiscard]] Result<Threshold> thresholdForFalseAlarmRate(const HealthyScores& healthy, double rate);

/// Threshold for at most `perHour` false events an hour, from a generalised Pareto tail of the
/// largest tenth (Coles 2001, §4.3); marked extrapolated when the data are shorter than asked.
[[nodiscard]] Result<Threshold> thresholdForAlarmsPerHour(const HealthyScores& healthy, double perHour);

/// Threshold with the best F1 on labelled validation scores (midpoint between neighbours).
/// errors: TooFewSamples when one side is empty.
[[nodiscard]] Result<Threshold> thresholdForBestF1(std::span<const double> healthy,
                                                   std::span<const double> faulty);

/// One flag a window: score above threshold, then N of M over the windows so far.
[[nodiscard]] std::vector<char> alarms(std::span<const double> scores,
                                       double threshold,
                                       const Hysteresis& hysteresis);

/// The dual rule's flags.
[[nodiscard]] std::vector<char> alarms(const score::ChannelScores& channels,
                                       const DualRule& rule,
                                       const Hysteresis& hysteresis);

/// A run of alarmed windows, merged where they touch.
struct Event {
    SampleRange range;
    std::int64_t firstWindow = 0;
    std::int64_t windowCount = 0;
    double peakScore = 0.0;
    std::int64_t peakWindow = 0;
};

/// Events of one recording. `ranges` [n] are the places of the windows, ascending.
[[nodiscard]] std::vector<Event> findEvents(std::span<const char> alarms,
                                            std::span<const double> scores,
                                            std::span<const SampleRange> ranges);

} // namespace spall::detect
