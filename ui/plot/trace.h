// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"
#include "core/signal/pyramid.h"
#include "ui/plot/block_extremes.h"
#include "ui/plot/time_axis.h"

#include <QVector>

#include <memory>
#include <span>

namespace spall::ui {

/// How a stretch of samples falls into the columns of a plot. Groups start at multiples of their
/// size counted from the start of the recording, so that panning does not make the line shimmer.
struct ColumnGrid {
    SampleRange range;     ///< covers the view
    SampleCount group = 1; ///< samples per column; 1: every sample is a point of its own
    Hertz rate;

    [[nodiscard]] std::int64_t columns() const { return (range.size() + group - 1) / group; }
    [[nodiscard]] SampleRange column(std::int64_t index) const;
    /// Middle of a column in seconds.
    [[nodiscard]] double time(std::int64_t index) const;
};

/// The grid for `view` of a recording of `count` samples on a plot `pixels` wide: one to two
/// columns a pixel, or every sample.
[[nodiscard]] ColumnGrid columnGrid(TimeRange view, Hertz rate, SampleCount count, int pixels);

/// The samples taken within `view`, both ends included.
[[nodiscard]] SampleRange samplesWithin(TimeRange view, Hertz rate, SampleCount count);

/// A line for a plot; a NaN value is a gap.
struct Trace {
    QVector<double> time; ///< seconds, ascending
    QVector<double> value;
    bool isDense = false; ///< two points a column: its smallest and largest value
};

/// Signal with its pyramid, as plots take it. `samples` lives as long as `recording`.
struct SignalSource {
    signal::RecordingPtr recording;
    int channel = 0;
    std::shared_ptr<const signal::Pyramid> pyramid;

    [[nodiscard]] bool isEmpty() const { return !recording || !pyramid; }
    [[nodiscard]] std::span<const double> samples() const;
    [[nodiscard]] Hertz rate() const { return recording->rate.value; }
};

/// Exact extremes of each column of the signal.
[[nodiscard]] std::vector<signal::MinMax> columnExtremes(const SignalSource& source,
                                                         const ColumnGrid& grid);

/// The reconstruction of a scored recording with what is needed to draw any view of it quickly.
/// Immutable; made once, off the main thread for long recordings.
class ReconstructionTraces {
public:
    explicit ReconstructionTraces(pipeline::ScoredPtr scored);

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::vector<signal::MinMax> median(const ColumnGrid& grid) const;
    /// Lower edge of the band at its lowest, upper edge at its highest.
    [[nodiscard]] std::vector<signal::MinMax> band(const ColumnGrid& grid) const;
    /// Signal minus median, in the unit of the recording.
    [[nodiscard]] std::vector<signal::MinMax> residual(const ColumnGrid& grid) const;
    /// Signal minus median of one sample; NaN where no window reaches.
    [[nodiscard]] float residualAt(SampleIndex index) const;
    [[nodiscard]] const pipeline::ScoredRecording& scored() const { return *m_scored; }

private:
    pipeline::ScoredPtr m_scored;
    BlockExtremes m_median;
    BlockExtremes m_low;
    BlockExtremes m_high;
    BlockExtremes m_residual;
};

/// The line through columns: smallest and largest of each, in the order that keeps joints short.
[[nodiscard]] Trace traceOf(const std::vector<signal::MinMax>& columns, const ColumnGrid& grid);

/// The lower and the upper edge of columns as two lines.
[[nodiscard]] std::pair<Trace, Trace> edgesOf(const std::vector<signal::MinMax>& columns,
                                              const ColumnGrid& grid);

} // namespace spall::ui
