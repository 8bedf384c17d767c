// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/trend_panel.h"

#include "core/signal/trend.h"
#include "ui/panels/control_line.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace spall::ui {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// What a trend is made from, so that it can be made off the main thread.
struct Request {
    SignalSource source;
    SampleCount block;
    pipeline::ScoredPtr scored;
    pipeline::Decision decision;
    QString unit;
};

/// Highest score of the windows whose middle lies in each block.
std::vector<double> scoresOf(const Request& request, const signal::Trend& trend)
{
    std::vector<double> scores(trend.blocks.size(), kNone);
    if (!request.scored || request.decision.scores.size() != request.scored->windows.size()) {
        return scores;
    }
    const double toSource =
        request.source.rate().value / request.scored->recording->rate.value.value;
    for (std::size_t at = 0; at < request.scored->windows.size(); ++at) {
        const SampleRange window = request.scored->windows[at];
        const double middle = 0.5 * static_cast<double>(window.first + window.last) * toSource;
        const auto block = static_cast<std::size_t>(middle / static_cast<double>(request.block));
        if (block < scores.size() && !(scores[block] >= request.decision.scores[at])) {
            scores[block] = request.decision.scores[at];
        }
    }
    return scores;
}

Result<TrendLines> makeLines(const Request& request)
{
    const auto trend = signal::trend(request.source.samples(), request.block);
    if (!trend) {
        return fail(trend.error());
    }
    TrendLines made;
    made.lines = {{TrendPanel::tr("RMS"), request.unit, {}},
                  {TrendPanel::tr("peak"), request.unit, {}},
                  {TrendPanel::tr("crest"), {}, {}},
                  {TrendPanel::tr("kurtosis"), {}, {}}};
    for (std::size_t at = 0; at < trend->blocks.size(); ++at) {
        const signal::Statistics& value = trend->values[at];
        made.times.push_back(0.5 *
                             static_cast<double>(trend->blocks[at].first + trend->blocks[at].last) /
                             request.source.rate().value);
        const std::array values{value.rms, value.peak, value.crest, value.kurtosis};
        for (std::size_t line = 0; line < values.size(); ++line) {
            made.lines[line].values.push_back(values[line]);
        }
    }
    if (request.scored) {
        made.lines.push_back(
            {TrendPanel::tr("score"), TrendPanel::tr("σ"), scoresOf(request, *trend)});
        if (!request.decision.events.empty()) {
            made.firstAlarm = duration(request.decision.events.front().range.first,
                                       request.scored->recording->rate.value)
                                  .value;
        }
    }
    return made;
}

} // namespace

TrendPanel::TrendPanel(Focus& focus, QWidget* parent)
    : DockPanel(focus, parent),
      m_plot(new TrendPlot(focus.axis())),
      m_line(new ControlLine),
      m_blocks(new QComboBox)
{
    for (const int count : {50, 100, 200, 500, 1000}) {
        m_blocks->addItem(tr("%1 blocks").arg(count), count);
    }
    m_blocks->setCurrentIndex(2);
    m_blocks->setAccessibleName(tr("Number of blocks"));
    m_blocks->setToolTip(tr("The recording is cut into so many equal blocks; each is described by "
                            "its RMS, peak, crest factor, kurtosis and highest score."));
    m_line->add(m_blocks);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_line);
    column->addWidget(m_plot, 1);
    m_plot->setMessage(tr("The trend of the recording appears here."));
    connect(m_blocks, &QComboBox::currentIndexChanged, this, &TrendPanel::showLater);
    connect(&focus, &Focus::sourceChanged, this, [this] {
        forget();
        showLater();
    });
    connect(&focus.document(), &Document::judgementChanged, this, &TrendPanel::showLater);
}

SampleCount TrendPanel::block() const
{
    return signal::blockFor(focus().source().recording->sampleCount(),
                            m_blocks->currentData().toInt());
}

void TrendPanel::compute()
{
    if (focus().source().isEmpty()) {
        m_plot->setMessage(tr("The trend of the recording appears here."));
        return;
    }
    Document& document = focus().document();
    Request request{focus().source(), block(), nullptr, {}, focus().unit()};
    const auto at = static_cast<std::size_t>(document.currentIndex());
    if (document.current() && at < document.judgement().decisions.size()) {
        request.scored = document.current()->scored;
        request.decision = document.judgement().decisions[at];
    }
    const Seconds each = duration(request.block, request.source.rate());
    run<Result<TrendLines>>([request = std::move(request)] { return makeLines(request); },
                            [this, each](const Result<TrendLines>& lines) {
                                if (!lines) {
                                    m_plot->setMessage(errorText(lines.error()));
                                    return;
                                }
                                m_line->setNote(tr("blocks of %1").arg(durationText(each)));
                                m_plot->setLines(*lines);
                            });
}

} // namespace spall::ui
