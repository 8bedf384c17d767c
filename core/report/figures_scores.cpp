// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of scores: how they spread, and what a threshold makes of them.
#include "core/report/figure_parts.h"
#include "core/report/figures.h"
#include "core/report/number_text.h"

#include <algorithm>
#include <cmath>

namespace spall::report {

namespace {

/// Shares of the scores in `bars` equal bars over [low, high]; what lies above goes into the last.
Series histogramOf(std::span<const double> scores, Series series, double low, double high, int bars)
{
    const double width = (high - low) / bars;
    std::vector<double> shares(static_cast<std::size_t>(bars), 0.0);
    for (const double score : scores) {
        if (std::isfinite(score)) {
            const double place = std::clamp((score - low) / width, 0.0, bars - 1.0);
            shares[static_cast<std::size_t>(place)] += 1.0 / static_cast<double>(scores.size());
        }
    }
    series.barWidth = width;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] > 0.0) {
            series.x.push_back(low + (static_cast<double>(i) + 0.5) * width);
            series.y.push_back(100.0 * shares[i]);
        }
    }
    return series;
}

/// Where figures of scores end: three times as far from the lowest as the threshold and the
/// healthy scores are, so that the part around the threshold stays readable.
Extent
scoreExtent(std::span<const double> healthy, std::span<const double> others, double threshold)
{
    Extent all;
    all.add(healthy);
    Extent rest;
    rest.add(others);
    const double quiet = std::isfinite(all.high) ? all.high : rest.low;
    all.low = std::min(all.low, rest.low);
    all.high = std::max(all.high, rest.high);
    const double marked = std::isfinite(threshold) ? threshold : quiet;
    all.high = std::min(all.high, all.low + 3.0 * (std::max(marked, quiet) - all.low));
    return all;
}

void markThreshold(Figure& figure, const Findings& findings)
{
    const double threshold = findings.threshold.value;
    if (std::isfinite(threshold) && !findings.decision.dual) {
        figure.marks.push_back({false,
                                threshold,
                                findings.words(Phrase::ThresholdMark, {compact(threshold)}),
                                "threshold"});
    }
}

/// Scores of the windows that page one is about: of unknown role and not learned from.
std::vector<double> scoresToBeJudged(const Findings& findings)
{
    std::vector<double> scores;
    for (const std::size_t at : toBeJudged(findings)) {
        const JudgedRecording& judged = findings.recordings[at];
        for (std::size_t i = 0; i < judged.decision.scores().size(); ++i) {
            if (judged.scored->learned[i] == 0) {
                scores.push_back(judged.decision.scores()[i]);
            }
        }
    }
    return scores;
}

/// Per cent of values (ascending) above a threshold.
double shareAbove(const std::vector<double>& ascending, double threshold)
{
    const auto above =
        ascending.end() - std::upper_bound(ascending.begin(), ascending.end(), threshold);
    return 100.0 * static_cast<double>(above) / static_cast<double>(ascending.size());
}

/// Per cent above each of 200 thresholds within the extent.
Series exceedance(std::vector<double> scores, Series series, const Extent& extent)
{
    constexpr int kPoints = 200;
    scores.erase(std::remove_if(
                     scores.begin(), scores.end(), [](double score) { return std::isnan(score); }),
                 scores.end());
    if (scores.empty() || !(extent.high > extent.low)) {
        return series;
    }
    std::sort(scores.begin(), scores.end());
    for (int i = 0; i <= kPoints; ++i) {
        const double at = extent.low + (extent.high - extent.low) * i / kPoints;
        series.x.push_back(at);
        series.y.push_back(shareAbove(scores, at));
    }
    return series;
}

/// F1 in per cent at the places of two exceedance curves.
Series f1Of(const Series& recall, const Series& falseAlarms, const Findings& findings)
{
    const auto faulty = static_cast<double>(findings.faultyScores.size());
    const auto healthy = static_cast<double>(findings.healthyScores.size());
    Series f1 = named("F1", "signal", Series::Style::Line);
    for (std::size_t i = 0; i < std::min(recall.x.size(), falseAlarms.x.size()); ++i) {
        const double found = recall.y[i] * faulty;
        const double wrong = falseAlarms.y[i] * healthy;
        const double sum = found + wrong + 100.0 * faulty;
        f1.x.push_back(recall.x[i]);
        f1.y.push_back(sum > 0.0 ? 200.0 * found / sum : 0.0);
    }
    return f1;
}

} // namespace

Figure scoreHistogram(const Findings& findings)
{
    constexpr int kBars = 60;
    const Words& words = findings.words;
    const std::vector<double>& faulty = findings.faultyScores;
    const Extent extent = scoreExtent(findings.healthyScores, faulty, findings.threshold.value);
    const auto beyond = std::count_if(
        faulty.begin(), faulty.end(), [&](double score) { return score > extent.high; });
    Figure figure;
    figure.title = words(Phrase::HistogramTitle);
    figure.xTitle = words(Phrase::AxisScore);
    figure.yTitle = words(Phrase::AxisWindows);
    figure.yLow = 0.0;
    figure.caption = beyond == 0 ? words(Phrase::HistogramCaption)
                                 : words(Phrase::HistogramCaptionCut,
                                         {words.windows(beyond), compact(extent.high)});
    if (!(extent.high > extent.low)) {
        return figure;
    }
    const auto add = [&](std::span<const double> scores, Phrase name, const char* colour) {
        addIfAny(figure,
                 histogramOf(scores,
                             named(words(name), colour, Series::Style::Bars),
                             extent.low,
                             extent.high,
                             kBars));
    };
    add(findings.healthyScores, Phrase::HealthyUnseen, "healthy");
    add(faulty, Phrase::Faulty, "alarm");
    markThreshold(figure, findings);
    return figure;
}

Figure rocFigure(std::span<const evaluate::CurvePoint> curve,
                 const std::optional<evaluate::CurvePoint>& here,
                 const Words& words)
{
    Figure figure;
    figure.title = words(Phrase::RocTitle);
    figure.xTitle = words(Phrase::AxisFalseAlarms);
    figure.yTitle = words(Phrase::AxisRecall);
    figure.xLow = 0.0;
    figure.xHigh = 100.0;
    figure.yLow = 0.0;
    figure.yHigh = 104.0;
    Series line = named(words(Phrase::ThisModel), "reconstruction", Series::Style::Line);
    for (const evaluate::CurvePoint& point : curve) {
        line.x.push_back(100.0 * point.x);
        line.y.push_back(100.0 * point.y);
    }
    Series chance = named(words(Phrase::ByChance), "muted", Series::Style::Line);
    chance.x = {0.0, 100.0};
    chance.y = {0.0, 100.0};
    addIfAny(figure, std::move(chance));
    addIfAny(figure, std::move(line));
    if (here) {
        Series dot = named(words(Phrase::ThisThreshold), "threshold", Series::Style::Points);
        dot.x = {100.0 * here->x};
        dot.y = {100.0 * here->y};
        addIfAny(figure, std::move(dot));
    }
    return figure;
}

Figure thresholdCurve(const Findings& findings)
{
    const Words& words = findings.words;
    const bool hasTruth = !findings.faultyScores.empty() && !findings.healthyScores.empty();
    const std::vector<double> others =
        hasTruth ? findings.faultyScores : scoresToBeJudged(findings);
    const std::vector<double>& healthy =
        hasTruth ? findings.healthyScores : findings.calibrationScores;
    const Extent extent = scoreExtent(healthy, others, findings.threshold.value);
    const auto line = [&](const std::vector<double>& scores, std::string name, const char* colour) {
        return exceedance(scores, named(std::move(name), colour, Series::Style::Line), extent);
    };
    Series upper =
        line(others, words(hasTruth ? Phrase::Recall : Phrase::RoleUnknown), "reconstruction");
    Series lower = line(healthy,
                        words(hasTruth ? Phrase::FalseAlarmLine : Phrase::HealthyCalibration),
                        hasTruth ? "alarm" : "healthy");
    Figure figure;
    figure.title = words(Phrase::CurveTitle);
    figure.caption = words(hasTruth ? Phrase::CurveCaption : Phrase::CurveCaptionHealthy);
    figure.xTitle = words(Phrase::AxisScore);
    figure.yTitle = words(Phrase::AxisShare);
    figure.yLow = 0.0;
    figure.yHigh = 104.0;
    if (hasTruth) {
        addIfAny(figure, f1Of(upper, lower, findings));
    }
    addIfAny(figure, std::move(lower));
    addIfAny(figure, std::move(upper));
    markThreshold(figure, findings);
    return figure;
}

} // namespace spall::report
