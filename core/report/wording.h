// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/decision.h"
#include "core/pipeline/analysis.h"
#include "core/signal/recording.h"

#include <cstdint>
#include <string>

/// Every sentence of the report, so that a second language has one place to go to. Arguments are
/// texts already formatted.
namespace spall::report::wording {

// Names of things.
[[nodiscard]] std::string notKnown();
[[nodiscard]] std::string recordings(std::int64_t number); ///< "1 recording", "3 recordings"
[[nodiscard]] std::string windows(std::int64_t number);
[[nodiscard]] std::string events(std::int64_t number);
[[nodiscard]] std::string role(pipeline::Role role);
[[nodiscard]] std::string source(signal::Source source);
[[nodiscard]] std::string policy(const detect::Policy& policy);
[[nodiscard]] std::string fusion(score::Fusion fusion, double lambda);
[[nodiscard]] std::string hysteresis(const detect::Hysteresis& hysteresis);
[[nodiscard]] std::string dual(const detect::DualRule& rule);
/// What a plain method is, for readers who do not know its short name.
[[nodiscard]] std::string method(const std::string& name);

// Verdicts.
struct Share {
    std::string name;     ///< of the recording
    std::string value;    ///< "88.1 %"
    std::string interval; ///< "83.0–92.0 %"
    std::string windows;  ///< "230 windows"
};
[[nodiscard]] std::string noSign(const Share& share, const std::string& expected);
[[nodiscard]] std::string
noSignInAny(const Share& most, const std::string& recordings, const std::string& expected);
[[nodiscard]] std::string departs(const Share& share, const std::string& expected);
[[nodiscard]] std::string someDepart(const Share& most,
                                     const std::string& departing,
                                     const std::string& recordings,
                                     const std::string& expected);
[[nodiscard]] std::string tooFewToRuleOut(const std::string& windows);
[[nodiscard]] std::string alarmedOnly(const Share& share);
[[nodiscard]] std::string recallVerdict(const std::string& recall,
                                        const std::string& interval,
                                        const std::string& recordings);
[[nodiscard]] std::string falseAlarmClause(const std::string& rate, const std::string& interval);
[[nodiscard]] std::string falseAlarmsNotKnown();
[[nodiscard]] std::string
healthyOnly(const std::string& rate, const std::string& interval, const std::string& windows);
[[nodiscard]] std::string nothingJudged();

// Limits.
[[nodiscard]] std::string
guessedRate(const std::string& recording, const std::string& rate, const std::string& reason);
[[nodiscard]] std::string extrapolatedThreshold();
[[nodiscard]] std::string noFaultyRecordings();
[[nodiscard]] std::string noHealthyRecordings();
[[nodiscard]] std::string overlappingWindows(const std::string& overlap);
[[nodiscard]] std::string allLearned(const std::string& recording);
[[nodiscard]] std::string intervalsExplained();

// Lines between figures and tables.
[[nodiscard]] std::string defaultTitle();
[[nodiscard]] std::string
subtitle(const std::string& recordings, const std::string& preset, const std::string& seed);
[[nodiscard]] std::string restsOn(const std::string& interval, const std::string& windows);
[[nodiscard]] std::string windowsNote(const std::string& duration, const std::string& recordings);
[[nodiscard]] std::string stripCaption(const std::string& alarmed, const std::string& events);
[[nodiscard]] std::string stripTitle(const std::string& recording);
[[nodiscard]] std::string overlayTitle(const std::string& recording, const std::string& start);
[[nodiscard]] std::string overlayCaption(const std::string& score, const std::string& threshold);
[[nodiscard]] std::string histogramCaption(const std::string& limit, const std::string& beyond);
[[nodiscard]] std::string rocCaption(const std::string& area);
[[nodiscard]] std::string lossCaption(const std::string& bestEpoch);
[[nodiscard]] std::string criticLossCaption();
[[nodiscard]] std::string moreRows(const std::string& left);
[[nodiscard]] std::string moreStrips(const std::string& left);
[[nodiscard]] std::string noAlarms();
[[nodiscard]] std::string metricsIntroduction();
[[nodiscard]] std::string methodsIntroduction();
[[nodiscard]] std::string worstIntroduction();

// Headings.
inline constexpr const char* kBearInMind = "To bear in mind";
inline constexpr const char* kRecordings = "Recordings";
inline constexpr const char* kResults = "Results";
inline constexpr const char* kMethods = "Beside plain methods";
inline constexpr const char* kThreshold = "Threshold";
inline constexpr const char* kScores = "Scores of each recording";
inline constexpr const char* kWorst = "Most anomalous windows";
inline constexpr const char* kAlarms = "Alarms";
inline constexpr const char* kModel = "Model and training";
inline constexpr const char* kLimits = "Limits of this result";
inline constexpr const char* kSettings = "Settings";

} // namespace spall::report::wording
