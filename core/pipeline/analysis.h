// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/evaluate/metrics.h"
#include "core/io/label_csv.h"
#include "core/pipeline/model.h"
#include "core/pipeline/role.h"
#include "core/score/overlap.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::pipeline {

/// A recording as the user opened it.
struct Input {
    signal::RecordingPtr recording; ///< at its own rate
    int channel = 0;
    Role role = Role::Unknown;
};

/// What long work tells while it runs, and what stops it. All called on the working thread.
struct Observer {
    ProgressSink progress;
    train::StepSink step;
    std::stop_token stop;   ///< ends everything; what was done is given up
    std::stop_token enough; ///< ends only the training of the networks; what they know is kept
};

/// Walk 2-7: condition, cut, split, train, score the healthy part, calibrate. `enough` before the
/// first epoch is over leaves nothing to keep: Cancelled.
/// errors: RateTooLow, TooFewSamples, NotFinite, Usage, NotEnoughMemory, Cancelled, Internal.
[[nodiscard]] Result<ModelPtr>
trainModel(std::span<const Input> healthy, const TrainSettings& settings, const Observer& observer);

/// The rate proposed for a new model: the lowest of all recordings, faulty ones included.
[[nodiscard]] Hertz proposedRate(std::span<const Input> inputs);

/// One recording with the score of each of its windows. Immutable; shared between threads.
struct ScoredRecording {
    signal::RecordingPtr recording; ///< at the model's rate
    int channel = 0;
    Role role = Role::Unknown;
    Hertz fileRate; ///< of the file, for labels in its samples
    std::vector<SampleRange> windows;
    score::ChannelScores channels;                    ///< calibrated, [windows]
    std::map<std::string, std::vector<double>> plain; ///< scores of the other methods, [windows]
    std::vector<char> learned; ///< 1: overlaps what the model learned from, or its gap
    /// Per sample, in the unit of the recording; never null. Shared, so that another role is no
    /// copy of it.
    std::shared_ptr<const score::SampleReconstruction> reconstruction =
        std::make_shared<score::SampleReconstruction>();
    Seconds elapsed;
};

using ScoredPtr = std::shared_ptr<const ScoredRecording>;

/// What to compute while scoring.
struct ScoreOptions {
    SampleCount step = 0;      ///< 0: the model's
    bool plainMethods = false; ///< also score with every plain method and the untrained copy
    bool reconstruction = true;
};

/// Walk 2, 3, 6, 7 for one recording. errors: RateTooLow (below the model's rate), TooFewSamples,
/// NotFinite, Cancelled.
[[nodiscard]] Result<ScoredPtr> scoreRecording(const Model& model,
                                               const Input& input,
                                               const ScoreOptions& options,
                                               const Observer& observer);

/// Fused and smoothed scores of one recording, [windows]; shared, as they outlive many thresholds.
using FusedPtr = std::shared_ptr<const std::vector<double>>;

/// Walk 8: fused scores, alarms and events of one recording.
struct Decision {
    FusedPtr fused; ///< null where nothing is scored
    std::vector<char> alarms;
    std::vector<detect::Event> events;

    [[nodiscard]] std::span<const double> scores() const
    {
        return fused ? std::span<const double>(*fused) : std::span<const double>();
    }
};

/// Samples from one window to the next; the mean where snapshots leave gaps between them.
[[nodiscard]] double windowSpacing(const ScoredRecording& scored);

/// How many neighbouring windows of a recording a smoothing time averages; 1 without any.
[[nodiscard]] int smoothedWindows(const ScoredRecording& scored, Seconds smoothing);

/// Out-of-fold healthy scores of any method of the model, smoothed over as long as those of
/// recordings are, for choosing thresholds. Smoothing leaves fewer of them independent.
[[nodiscard]] detect::HealthyScores
healthyScores(const Model& model, std::span<const double> outOfFold, Seconds smoothing);

/// The same of the fused score.
[[nodiscard]] detect::HealthyScores healthyScores(const Model& model,
                                                  const detect::DecisionOptions& options);

/// The threshold that a policy asks for, for any method: from its healthy scores, or, for best F1,
/// from its scores of recordings ([recordings], each [windows]) in their validation halves
/// (truth.h). errors: TooFewSamples, NotFinite.
[[nodiscard]] Result<detect::Threshold> thresholdFor(const detect::Policy& policy,
                                                     const detect::HealthyScores& healthy,
                                                     std::span<const ScoredPtr> scored,
                                                     std::span<const FusedPtr> scores,
                                                     std::span<const io::Label> labels);

/// The threshold that the options ask for, of the fused score. Recordings and labels serve best F1
/// only. errors: as `thresholdFor`.
[[nodiscard]] Result<detect::Threshold> chooseThreshold(const Model& model,
                                                        const detect::DecisionOptions& options,
                                                        std::span<const ScoredPtr> scored = {},
                                                        std::span<const io::Label> labels = {});

/// The scores that a threshold is held against. They do not depend on it.
[[nodiscard]] FusedPtr fuse(const ScoredRecording& scored, const detect::DecisionOptions& options);

[[nodiscard]] Decision
decide(const ScoredRecording& scored, const detect::DecisionOptions& options, double threshold);

/// The same with the scores at hand: a moved threshold costs one pass over the windows.
[[nodiscard]] Decision decide(const ScoredRecording& scored,
                              FusedPtr fused,
                              const detect::DecisionOptions& options,
                              double threshold);

/// Share of alarmed windows of one recording.
struct FileResult {
    std::string path;
    Role role = Role::Unknown;
    /// Of the windows that are what the file is: recall of a faulty file, false-alarm rate of a
    /// healthy one. Of all judged windows while the role is not known.
    evaluate::Rate alarmed;
};

/// One method's numbers over all recordings, learned parts left out.
struct MethodResult {
    std::string name;
    std::optional<double> threshold; ///< unset where two thresholds decide
    std::string thresholdSource;
    std::optional<double> auroc; ///< these three are unset while one of the two sides is missing
    std::optional<double> auprc;
    std::optional<double> vusPr;
    evaluate::Metrics metrics;
    std::int64_t faultyEventsFound = 0; ///< faulty stretches with at least one alarm
    std::int64_t faultyEvents = 0;
    std::int64_t falseEvents = 0;
};

/// Walk 9: the GAN, its channels and every plain method on the same windows.
struct Evaluation {
    std::vector<MethodResult> methods; ///< "spall" first
    std::vector<FileResult> files;     ///< of "spall"
    std::string verdict;               ///< in words: what beats what, and by how much
    std::vector<std::string> limits;   ///< what these numbers cannot show
};

/// Labels, if given, decide window by window; otherwise the role of the recording does. `stop` ends
/// it behind the method that it is at. errors: Internal, Cancelled, what choosing a threshold
/// gives.
[[nodiscard]] Result<Evaluation> evaluate(const Model& model,
                                          std::span<const ScoredPtr> scored,
                                          std::span<const io::Label> labels,
                                          const detect::DecisionOptions& options,
                                          const std::stop_token& stop = {});

} // namespace spall::pipeline
