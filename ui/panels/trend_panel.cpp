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
#include <iterator>
#include <limits>

namespace spall::ui {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kBySnapshot = 0; ///< in the place of a number of blocks
constexpr int kUsualBlocks = 200;

/// What a trend is made from, so that it can be made off the main thread.
struct TrendRequest {
    SignalSource source;
    int blocks; ///< a number of equal ones, or `kBySnapshot`
    pipeline::ScoredPtr scored;
    pipeline::Decision decision;
    QString unit;
};

/// Highest score of the windows whose middle lies in each block.
std::vector<double> scoresOf(const TrendRequest& request, const signal::Trend& trend)
{
    std::vector<double> scores(trend.blocks.size(), kNone);
    if (!request.scored || request.decision.scores().size() != request.scored->windows.size()) {
        return scores;
    }
    const double toSource =
        request.source.rate().value / request.scored->recording->rate.value.value;
    for (std::size_t at = 0; at < request.scored->windows.size(); ++at) {
        const SampleRange window = request.scored->windows[at];
        const double middle = 0.5 * static_cast<double>(window.first + window.last) * toSource;
        const auto after = std::upper_bound(
            trend.blocks.begin(), trend.blocks.end(), middle, [](double place, SampleRange block) {
                return place < static_cast<double>(block.first);
            });
        if (after == trend.blocks.begin()) {
            continue;
        }
        const auto block = static_cast<std::size_t>(after - trend.blocks.begin()) - 1;
        if (middle < static_cast<double>(trend.blocks[block].last) &&
            !(scores[block] >= request.decision.scores()[at])) {
            scores[block] = request.decision.scores()[at];
        }
    }
    return scores;
}

std::vector<SampleRange> snapshotRanges(const signal::Recording& recording)
{
    std::vector<SampleRange> ranges;
    for (std::size_t at = 0; at < recording.snapshots.size(); ++at) {
        const bool isLast = at + 1 == recording.snapshots.size();
        ranges.push_back({recording.snapshots[at].first,
                          isLast ? recording.sampleCount() : recording.snapshots[at + 1].first});
    }
    return ranges;
}

Result<signal::Trend> trendOf(const TrendRequest& request)
{
    const signal::Recording& recording = *request.source.recording;
    return request.blocks == kBySnapshot
               ? signal::trend(request.source.samples(), snapshotRanges(recording))
               : signal::trend(request.source.samples(),
                               signal::blockFor(recording.sampleCount(), request.blocks));
}

/// "acc_02803.csv, 7 h 47 min after the first"; empty for a recording in one piece.
QString placeInRun(const signal::Recording& recording, double time)
{
    const auto& snapshots = recording.snapshots;
    const double sample = time * recording.rate.value.value;
    const auto after = std::upper_bound(snapshots.begin(),
                                        snapshots.end(),
                                        sample,
                                        [](double place, const signal::Snapshot& snapshot) {
                                            return place < static_cast<double>(snapshot.first);
                                        });
    if (after == snapshots.begin()) {
        return {};
    }
    const signal::Snapshot& found = *std::prev(after);
    return TrendPanel::tr("%1, %2 after the first")
        .arg(QString::fromStdString(found.file), durationText(found.start));
}

Result<TrendLines> makeLines(const TrendRequest& request)
{
    const auto trend = trendOf(request);
    if (!trend) {
        return fail(trend.error());
    }
    TrendLines made;
    made.lines = {{TrendPanel::tr("RMS"), request.unit, {}},
                  {TrendPanel::tr("peak"), request.unit, {}},
                  {TrendPanel::tr("crest"), {}, {}},
                  {TrendPanel::tr("kurtosis"), {}, {}}};
    const double rate = request.source.rate().value;
    const auto& snapshots = request.source.recording->snapshots;
    const bool hasClock = request.blocks == kBySnapshot && trend->blocks.size() > 1 &&
                          snapshots.back().start > snapshots.front().start;
    for (std::size_t at = 0; at < trend->blocks.size(); ++at) {
        const signal::Statistics& value = trend->values[at];
        const SampleRange block = trend->blocks[at];
        if (hasClock) {
            made.times.push_back(snapshots[at].start.value);
            made.places.push_back(static_cast<double>(block.first) / rate);
        } else {
            made.times.push_back(0.5 * static_cast<double>(block.first + block.last) / rate);
        }
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
            made.firstAlarmPlace = placeInRun(*request.source.recording, *made.firstAlarm);
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
    offerBlocks();
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
        offerBlocks();
        showLater();
    });
    connect(&focus.document(), &Document::judgementChanged, this, &TrendPanel::showLater);
}

void TrendPanel::offerBlocks()
{
    const SignalSource& source = focus().source();
    const bool isRun = !source.isEmpty() && !source.recording->snapshots.empty();
    if (m_blocks->count() > 0 && isRun == (m_blocks->itemData(0).toInt() == kBySnapshot)) {
        return; // the same choice: what was chosen stays
    }
    const QSignalBlocker quiet(m_blocks);
    m_blocks->clear();
    if (isRun) {
        m_blocks->addItem(tr("by snapshot"), kBySnapshot);
    }
    for (const int count : {50, 100, kUsualBlocks, 500, 1000}) {
        m_blocks->addItem(tr("%1 blocks").arg(count), count);
    }
    m_blocks->setCurrentIndex(m_blocks->findData(isRun ? kBySnapshot : kUsualBlocks));
}

bool TrendPanel::isBySnapshot() const
{
    return m_blocks->currentData().toInt() == kBySnapshot;
}

void TrendPanel::compute()
{
    if (focus().source().isEmpty()) {
        m_plot->setMessage(tr("The trend of the recording appears here."));
        return;
    }
    Document& document = focus().document();
    const signal::Recording& recording = *focus().source().recording;
    const int blocks = m_blocks->currentData().toInt();
    TrendRequest request{focus().source(), blocks, nullptr, {}, focus().unit()};
    const auto at = static_cast<std::size_t>(document.currentIndex());
    if (document.current() && at < document.judgement().decisions.size()) {
        request.scored = document.current()->scored;
        request.decision = document.judgement().decisions[at];
    }
    const QString note =
        isBySnapshot()
            ? tr("%1 snapshots over %2")
                  .arg(countText(static_cast<std::int64_t>(recording.snapshots.size())),
                       durationText(recording.snapshots.back().start))
            : tr("blocks of %1")
                  .arg(durationText(duration(signal::blockFor(recording.sampleCount(), blocks),
                                             request.source.rate())));
    run<TrendLines>([request = std::move(request)] { return makeLines(request); },
                    [this, note](const Result<TrendLines>& lines) {
                        if (!lines) {
                            m_plot->setMessage(errorText(lines.error()));
                            return;
                        }
                        m_line->setNote(note);
                        m_plot->setLines(*lines);
                    });
}

} // namespace spall::ui
