// SPDX-License-Identifier: GPL-3.0-or-later
// Figures over all recordings, levels or epochs.
#include "core/report/figure_parts.h"
#include "core/report/figures.h"
#include "core/report/number_text.h"
#include "core/report/terms.h"
#include "core/score/plain_methods.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace spall::report {

namespace {

Figure epochFigure(const Words& words, Phrase title, Phrase yTitle)
{
    Figure figure;
    figure.title = words(title);
    figure.xTitle = words(Phrase::AxisEpoch);
    figure.yTitle = words(yTitle);
    return figure;
}

template <typename Value>
Series overEpochs(const train::TrainHistory& history, Series series, Value value)
{
    for (const train::EpochReport& epoch : history.epochs) {
        series.x.push_back(epoch.epoch);
        series.y.push_back(value(epoch));
    }
    return series;
}

/// One window as a dot.
struct Dot {
    enum class Kind { ToBeJudged, Healthy, Faulty, Calibration };
    double rec = 0.0;
    double critic = 0.0;
    Kind kind = Kind::ToBeJudged;
};

void addDots(std::vector<Dot>& dots,
             const score::ChannelScores& channels,
             std::span<const char> learned,
             Dot::Kind kind)
{
    for (std::size_t i = 0; i < std::min(channels.rec.size(), channels.critic.size()); ++i) {
        const bool isKnown = std::isfinite(channels.rec[i]) && std::isfinite(channels.critic[i]);
        if (isKnown && (i >= learned.size() || learned[i] == 0)) {
            dots.push_back({channels.rec[i], channels.critic[i], kind});
        }
    }
}

/// The windows that were not learned from; those of the calibration where no other is healthy.
std::vector<Dot> dotsOf(const Findings& findings)
{
    std::vector<Dot> dots;
    bool hasHealthy = false;
    for (const JudgedRecording& judged : findings.recordings) {
        const pipeline::Role role = judged.scored->role;
        const Dot::Kind kind = role == pipeline::Role::Healthy  ? Dot::Kind::Healthy
                               : role == pipeline::Role::Faulty ? Dot::Kind::Faulty
                                                                : Dot::Kind::ToBeJudged;
        addDots(dots, judged.scored->channels, judged.scored->learned, kind);
        hasHealthy = hasHealthy || kind == Dot::Kind::Healthy;
    }
    if (!hasHealthy) {
        addDots(dots, findings.model->calibration.healthy, {}, Dot::Kind::Calibration);
    }
    return dots;
}

/// Where one direction of the scatter ends: a little beyond its 5 to 80 % quantiles, and beyond
/// what the rule draws a line at.
Extent frameOf(std::vector<double> values, double marked)
{
    Extent extent;
    if (values.empty()) {
        return extent;
    }
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    const double reach = std::max({at(0.8) - at(0.05), marked - at(0.05), 1.0});
    extent.low = std::max(values.front(), at(0.05) - 0.5 * reach);
    extent.high = std::min(values.back(), at(0.05) + 2.0 * reach);
    extent.high = std::max(extent.high, std::max(marked * 1.1, extent.low + 1.0));
    return extent;
}

/// The straight line on which the fused score equals the threshold.
void addRule(Figure& figure, const Findings& findings)
{
    const detect::DecisionOptions& decision = findings.decision;
    const std::string name = findings.words(Phrase::AlarmLine);
    if (decision.dual) {
        figure.marks.push_back({false, decision.dual->rec, name, "threshold"});
        figure.marks.push_back({true, decision.dual->critic, name, "threshold"});
        return;
    }
    const double threshold = findings.threshold.value;
    const bool isSum = decision.fusion == score::Fusion::Sum;
    if (decision.fusion == score::Fusion::Rec || (isSum && decision.lambda >= 1.0)) {
        figure.marks.push_back({false, threshold, name, "threshold"});
    } else if (decision.fusion == score::Fusion::Critic || (isSum && decision.lambda <= 0.0)) {
        figure.marks.push_back({true, threshold, name, "threshold"});
    } else if (isSum) {
        Series line = named(name, "threshold", Series::Style::Line);
        for (const double rec : {*figure.xLow, *figure.xHigh}) {
            const double critic = (threshold - decision.lambda * rec) / (1.0 - decision.lambda);
            line.x.push_back(rec);
            line.y.push_back(std::clamp(critic, *figure.yLow, *figure.yHigh));
        }
        figure.series.push_back(std::move(line));
    }
}

const pipeline::DetectabilityResult* methodNamed(const Findings& findings, const std::string& name)
{
    for (const pipeline::DetectabilityResult& method : findings.detectability.methods) {
        if (method.name == name) {
            return &method;
        }
    }
    return nullptr;
}

double sumOfRecall(const pipeline::DetectabilityResult& method)
{
    double sum = 0.0;
    for (const pipeline::LevelResult& level : method.levels) {
        sum += level.recall;
    }
    return sum;
}

const pipeline::DetectabilityResult* bestPlain(const Findings& findings)
{
    const pipeline::DetectabilityResult* best = nullptr;
    for (const pipeline::DetectabilityResult& method : findings.detectability.methods) {
        const bool isBetter = best == nullptr || sumOfRecall(method) > sumOfRecall(*best);
        best = score::isRival(method.name) && isBetter ? &method : best;
    }
    return best;
}

} // namespace

Figure channelScatter(const Findings& findings)
{
    const Words& words = findings.words;
    const std::vector<Dot> dots = dotsOf(findings);
    std::vector<double> recs;
    std::vector<double> critics;
    for (const Dot& dot : dots) {
        recs.push_back(dot.rec);
        critics.push_back(dot.critic);
    }
    const auto& dual = findings.decision.dual;
    const Extent x = frameOf(recs, dual ? dual->rec : findings.threshold.value);
    const Extent y = frameOf(critics, dual ? dual->critic : 0.0);
    Figure figure;
    figure.title = words(Phrase::ScatterTitle);
    figure.xTitle = words(Phrase::AxisRec);
    figure.yTitle = words(Phrase::AxisCritic);
    figure.heightMillimetres = 80.0;
    if (dots.empty()) {
        return figure;
    }
    figure.xLow = x.low;
    figure.xHigh = x.high;
    figure.yLow = y.low;
    figure.yHigh = y.high;
    std::array series{named(words(Phrase::RoleUnknown), "reconstruction", Series::Style::Points),
                      named(words(Phrase::Healthy), "healthy", Series::Style::Points),
                      named(words(Phrase::Faulty), "alarm", Series::Style::Points),
                      named(words(Phrase::HealthyCalibration), "healthy", Series::Style::Points)};
    std::int64_t beyond = 0;
    for (const Dot& dot : dots) {
        Series& one = series.at(static_cast<std::size_t>(dot.kind));
        one.x.push_back(std::clamp(dot.rec, x.low, x.high));
        one.y.push_back(std::clamp(dot.critic, y.low, y.high));
        beyond += one.x.back() != dot.rec || one.y.back() != dot.critic ? 1 : 0;
    }
    for (Series& one : series) {
        addIfAny(figure, std::move(one));
    }
    addRule(figure, findings);
    figure.caption = beyond == 0 ? words(Phrase::ScatterCaption)
                                 : words(Phrase::ScatterBeyond, {words.windows(beyond)});
    return figure;
}

Figure detectabilityCurve(const Findings& findings)
{
    const Words& words = findings.words;
    Figure figure;
    figure.title = words(Phrase::DetectabilityTitle);
    figure.caption = words(Phrase::DetectabilityCaption);
    figure.xTitle = words(Phrase::AxisLevel);
    figure.yTitle = words(Phrase::AxisRecall);
    figure.yLow = 0.0;
    figure.yHigh = 104.0;
    const auto add = [&](const pipeline::DetectabilityResult* method, const char* colour) {
        if (method == nullptr) {
            return;
        }
        Series line = named(methodName(words, method->name), colour, Series::Style::Line);
        for (const pipeline::LevelResult& level : method->levels) {
            line.x.push_back(level.level.value);
            line.y.push_back(100.0 * level.recall);
        }
        addIfAny(figure, std::move(line));
    };
    add(methodNamed(findings, "untrained"), "muted");
    add(bestPlain(findings), "signal");
    add(methodNamed(findings, "spall"), "reconstruction");
    return figure;
}

Figure fleetPicture(const Findings& findings, std::span<const std::size_t> order)
{
    const Words& words = findings.words;
    const auto expected = expectedShare(findings);
    Series quiet = named("", "healthy", Series::Style::Bars);
    Series alarmed = named("", "alarm", Series::Style::Bars);
    Series ends = named("", "signal", Series::Style::Points);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const evaluate::Rate& rate = findings.recordings[order[place]].alarmed;
        const auto x = static_cast<double>(place + 1);
        Series& series = expected && departs(rate, *expected) ? alarmed : quiet;
        series.x.push_back(x);
        series.y.push_back(100.0 * rate.value);
        ends.x.insert(ends.x.end(), {x, x});
        ends.y.insert(ends.y.end(), {100.0 * rate.low, 100.0 * rate.high});
    }
    Figure figure;
    figure.title = words(Phrase::FleetPicture);
    figure.caption = words(Phrase::FleetCaption);
    figure.yTitle = words(Phrase::AxisWindows);
    figure.xLow = 0.4;
    figure.xHigh = static_cast<double>(order.size()) + 0.6;
    figure.yLow = 0.0;
    figure.yHigh = 104.0;
    for (Series* series : {&quiet, &alarmed}) {
        series->barWidth = 0.8;
        addIfAny(figure, std::move(*series));
    }
    addIfAny(figure, std::move(ends));
    if (expected) {
        figure.marks.push_back(
            {true, 100.0 * expected->most, words(Phrase::RoleHealthy), "threshold"});
    }
    return figure;
}

Figure cycleCurves(const train::TrainHistory& history, const Words& words)
{
    Figure figure = epochFigure(words, Phrase::CycleTitle, Phrase::AxisError);
    addIfAny(figure,
             overEpochs(history,
                        named(words(Phrase::Learned), "reconstruction", Series::Style::Line),
                        [](const auto& epoch) { return epoch.losses.cycle; }));
    addIfAny(figure,
             overEpochs(history,
                        named(words(Phrase::HeldBack), "healthy", Series::Style::Line),
                        [](const auto& epoch) { return epoch.heldBackCycle; }));
    if (history.bestEpoch > 0) {
        figure.marks.push_back(
            {false, static_cast<double>(history.bestEpoch), words(Phrase::Kept), "threshold"});
        figure.caption = words(Phrase::CycleCaption, {count(history.bestEpoch)});
    }
    return figure;
}

Figure adversarialCurves(const train::TrainHistory& history, const Words& words)
{
    Figure figure = epochFigure(words, Phrase::AdversarialTitle, Phrase::AxisLoss);
    figure.caption = words(Phrase::AdversarialCaption);
    addIfAny(figure,
             overEpochs(history,
                        named(words(Phrase::Critic), "alarm", Series::Style::Line),
                        [](const auto& epoch) { return epoch.losses.critic; }));
    addIfAny(figure,
             overEpochs(history,
                        named(words(Phrase::Generator), "reconstruction", Series::Style::Line),
                        [](const auto& epoch) { return epoch.losses.generator; }));
    return figure;
}

} // namespace spall::report
