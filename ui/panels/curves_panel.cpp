// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/curves_panel.h"

#include "core/evaluate/curves.h"
#include "ui/panels/method_bars.h"
#include "ui/text/messages.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

namespace spall::ui {

namespace {

constexpr std::size_t kMostCurvePoints = 400; ///< of one curve; more would fall on the same pixels

/// Scores of one method over all recordings, by truth.
struct Sides {
    std::vector<double> healthy;
    std::vector<double> faulty;
};

struct CurvesRequest {
    std::vector<pipeline::ScoredPtr> scored;
    std::vector<pipeline::FusedPtr> fused; ///< as decided, in the order of `scored`
    std::vector<pipeline::Truth> truths;   ///< likewise
    Seconds smoothing;                     ///< of the plain scores, as of the fused ones
};

struct Curves {
    std::vector<Curve> roc;
    std::vector<Curve> precision;
};

void append(Sides& sides, std::span<const double> scores, std::span<const signed char> truth)
{
    for (std::size_t at = 0; at < std::min(scores.size(), truth.size()); ++at) {
        if (truth[at] >= 0 && std::isfinite(scores[at])) {
            (truth[at] == 0 ? sides.healthy : sides.faulty).push_back(scores[at]);
        }
    }
}

std::map<std::string, Sides> sidesOf(const CurvesRequest& request)
{
    std::map<std::string, Sides> methods;
    for (std::size_t at = 0; at < request.scored.size(); ++at) {
        const auto& scored = *request.scored[at];
        const auto& truth = request.truths[at];
        append(methods["spall"], *request.fused[at], truth);
        const int windows = pipeline::smoothedWindows(scored, request.smoothing);
        for (const auto& [name, scores] : scored.plain) {
            append(methods[name], score::smooth(scores, windows), truth);
        }
    }
    return methods;
}

/// Every n-th point, the ends kept.
std::vector<QPointF> thinned(const std::vector<evaluate::CurvePoint>& points)
{
    std::vector<QPointF> kept;
    const std::size_t every = std::max<std::size_t>(1, points.size() / kMostCurvePoints);
    for (std::size_t at = 0; at < points.size(); at += every) {
        kept.emplace_back(points[at].x, points[at].y);
    }
    if (!points.empty()) {
        kept.emplace_back(points.back().x, points.back().y);
    }
    return kept;
}

Curves makeCurves(const CurvesRequest& request)
{
    struct Ranked {
        double area;
        Curve curve;
    };
    std::vector<Ranked> roc;
    std::vector<Ranked> precision;
    const auto add = [](std::vector<Ranked>& to,
                        const std::string& name,
                        double area,
                        const std::vector<evaluate::CurvePoint>& points) {
        to.push_back({area,
                      {methodName(name),
                       QLocale().toString(area, 'f', 3),
                       thinned(points),
                       name == "spall"}});
    };
    for (const auto& [name, sides] : sidesOf(request)) {
        if (sides.healthy.empty() || sides.faulty.empty()) {
            continue;
        }
        add(roc,
            name,
            evaluate::areaUnderRoc(sides.healthy, sides.faulty),
            evaluate::rocCurve(sides.healthy, sides.faulty));
        add(precision,
            name,
            evaluate::averagePrecision(sides.healthy, sides.faulty),
            evaluate::precisionRecallCurve(sides.healthy, sides.faulty));
    }
    const auto sorted = [](std::vector<Ranked>& ranked) {
        std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
            return a.area > b.area;
        });
        std::vector<Curve> curves;
        for (Ranked& each : ranked) {
            curves.push_back(std::move(each.curve));
        }
        return curves;
    };
    return {sorted(roc), sorted(precision)};
}

} // namespace

CurvesPanel::CurvesPanel(Focus& focus, QWidget* parent)
    : DockPanel(focus, parent),
      m_roc(new CurvePlot(
          {tr("ROC"), tr("false-alarm rate"), tr("recall · area on the right"), -0.01, 1.0})),
      m_precision(new CurvePlot({tr("PR"), tr("recall"), tr("precision · average on the right")}))
{
    m_roc->setToolTip(tr("Recall against false alarms at every threshold. The dot is the present "
                         "threshold; grey are the plain methods. Healthy and faulty windows of "
                         "what is open, learned parts left out."));
    m_precision->setToolTip(
        tr("Precision against recall at every threshold; depends on how much faulty signal is "
           "open."));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->addWidget(m_roc, 1);
    row->addWidget(m_precision, 1);
    showMissing(tr("The curves need scores of healthy and of faulty windows."));
    Document& document = focus.document();
    connect(&document, &Document::judgementChanged, this, [this] {
        showPoint();
        showLater();
    });
}

void CurvesPanel::showMissing(const QString& text)
{
    m_roc->setMessage(text);
    m_precision->setMessage(text);
    m_drawn.reset();
}

void CurvesPanel::showPoint()
{
    const evaluate::Metrics& metrics = focus().document().judgement().metrics;
    const bool hasBoth = metrics.recall && metrics.falseAlarmRate;
    m_roc->setPoint(
        hasBoth ? std::optional(QPointF(metrics.falseAlarmRate->value, metrics.recall->value))
                : std::nullopt);
    m_precision->setPoint(
        metrics.recall && metrics.precision
            ? std::optional(QPointF(metrics.recall->value, metrics.precision->value))
            : std::nullopt);
}

void CurvesPanel::compute()
{
    const Document& document = focus().document();
    const Judgement& judgement = document.judgement();
    if (judgement.counted->healthy.empty() || judgement.counted->faulty.empty()) {
        showMissing(tr("The curves need scores of healthy and of faulty windows: open a faulty "
                       "recording or label a faulty stretch."));
        return;
    }
    if (judgement.counted == m_drawn) { // they are of every threshold
        Q_EMIT shown();
        return;
    }
    CurvesRequest request;
    for (std::size_t at = 0; at < document.entries().size(); ++at) {
        if (document.entries()[at].scored) {
            request.scored.push_back(document.entries()[at].scored);
            request.fused.push_back(judgement.decisions[at].fused);
            request.truths.push_back(judgement.counted->truths[at]);
        }
    }
    run<Curves>([request = std::move(request)] { return makeCurves(request); },
                [this, counted = judgement.counted](const Result<Curves>& curves) {
                    if (!curves) {
                        showMissing(errorText(curves.error()));
                        return;
                    }
                    m_roc->setCurves(curves->roc);
                    m_precision->setCurves(curves->precision);
                    m_drawn = counted;
                    showPoint();
                });
}

} // namespace spall::ui
