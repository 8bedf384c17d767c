// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/pipeline/tally.h"
#include "core/report/findings.h"

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Findings made by hand, so that the report is tested without a trained model. The scores are
/// drawn, not computed from the signals.
namespace spall::report::sample {

/// What a recording should look like.
struct Wanted {
    std::string path;
    pipeline::Role role = pipeline::Role::Unknown;
    double seconds = 3.0;
    double meanScore = 0.0;
    double learnedShare = 0.0; ///< of its windows, from the start
    signal::Source rateSource = signal::Source::File;
};

inline signal::RecordingPtr recording(const Wanted& wanted, RandomEngine& engine)
{
    auto made = std::make_shared<signal::Recording>();
    made->rate = {Hertz{12000.0},
                  wanted.rateSource,
                  "there the harmonics of 1797 rpm fall on lines of the spectrum"};
    made->shaftSpeed = signal::Attributed<Rpm>{Rpm{1797.0}, signal::Source::File, ""};
    made->provenance = {wanted.path, std::string(64, 'a'), "MAT v5"};
    signal::Channel channel{"DE_time", "g", {}};
    const auto count = static_cast<std::size_t>(wanted.seconds * 12000.0);
    for (std::size_t i = 0; i < count; ++i) {
        const double time = static_cast<double>(i) / 12000.0;
        const double impact = wanted.meanScore > 3.0 && i % 112 < 12
                                  ? std::cos(1.9 * static_cast<double>(i % 112))
                                  : 0.0;
        channel.samples.edit().push_back(0.1 * std::sin(2.0 * 3.14159265 * 29.95 * time) +
                                         0.05 * normal(engine) + 0.4 * impact);
    }
    made->channels.push_back(std::move(channel));
    return made;
}

inline score::SampleReconstruction reconstruction(const signal::Recording& of)
{
    score::SampleReconstruction made;
    for (std::size_t i = 0; i < of.channels[0].samples.size(); ++i) {
        const double time = static_cast<double>(i) / 12000.0;
        const auto value = static_cast<float>(0.1 * std::sin(2.0 * 3.14159265 * 29.95 * time));
        made.median.push_back(value);
        made.low.push_back(value - 0.02F);
        made.high.push_back(value + 0.02F);
    }
    return made;
}

/// A recording of 2048-sample windows at a step of 512, scored and judged at `threshold`.
inline JudgedRecording judged(const Wanted& wanted, double threshold, std::uint64_t seed)
{
    RandomEngine engine = makeEngine(Seed{seed});
    auto scored = std::make_shared<pipeline::ScoredRecording>();
    scored->recording = recording(wanted, engine);
    scored->role = wanted.role;
    scored->fileRate = Hertz{12000.0};
    scored->reconstruction =
        std::make_shared<const score::SampleReconstruction>(reconstruction(*scored->recording));
    const SampleCount samples = scored->recording->sampleCount();
    for (SampleIndex first = 0; first + 2048 <= samples; first += 512) {
        scored->windows.push_back({first, first + 2048});
    }
    JudgedRecording out;
    std::vector<double> scores;
    for (std::size_t i = 0; i < scored->windows.size(); ++i) {
        const double value =
            wanted.meanScore + (wanted.meanScore > 3.0 ? 1.5 : 0.8) * normal(engine);
        const double place = static_cast<double>(i) / static_cast<double>(scored->windows.size());
        scored->channels.rec.push_back(value);
        scored->channels.critic.push_back(0.1 * value);
        scored->learned.push_back(place < wanted.learnedShare ? 1 : 0);
        scores.push_back(value);
        out.decision.alarms.push_back(value > threshold ? 1 : 0);
    }
    out.decision.fused = std::make_shared<const std::vector<double>>(std::move(scores));
    out.decision.events =
        detect::findEvents(out.decision.alarms, out.decision.scores(), scored->windows);
    out.samples = samples;
    out.shaftSpeed = scored->recording->shaftSpeed;
    out.pictured = alarmViews(*scored, out.decision, {signal::knownBearings().front(), {}}, 3);
    out.scored = scored;
    out.alarmed = pipeline::alarmedShare(*scored, out.decision.alarms, {}, {});
    return out;
}

inline pipeline::ModelPtr model()
{
    auto made = std::make_shared<pipeline::Model>();
    made->settings.preset = "spall";
    made->settings.seed = Seed{7};
    made->rate = Hertz{12000.0};
    made->learned.push_back(
        {"records/normal_0_97.mat", std::string(64, 'a'), "DE_time", {0, 36000}, {38048, 60000}});
    made->weights.preset = {{"name", "spall"}, {"latent", 100}, {"critic", {{"patch", 16}}}};
    made->weights.parameters = {2675684, 4278657, 595201, 5151};
    for (int epoch = 1; epoch <= 30; ++epoch) {
        train::EpochReport report;
        report.epoch = epoch;
        report.losses.cycle = 0.2 + 0.8 / epoch;
        report.losses.critic = 1.0 / epoch;
        report.losses.generator = -0.4 + 0.2 / epoch;
        report.heldBackCycle = 0.24 + 0.8 / epoch + 0.002 * epoch;
        made->history.epochs.push_back(report);
    }
    made->history.bestEpoch = 20;
    made->history.elapsed = Seconds{92.4};
    made->history.windowsPerSecond = 812.0;
    made->history.stoppedBecause = "the held-back error has not fallen for 10 epochs";
    made->calibration.criticVerdict =
        "The critic adds nothing here (area under the ROC curve for synthetic impacts planted at "
        "-6 dB: 0.512 alone, against 0.934 of the reconstruction), so it gets no weight.";
    made->calibration.independentWindows = 17.0;
    made->learnWindows = 1184;
    made->calibrateWindows = 210;
    return made;
}

/// Scores of the judged windows of one role.
inline std::vector<double> scoresOf(const Findings& findings, pipeline::Role role)
{
    std::vector<double> out;
    for (const JudgedRecording& judged : findings.recordings) {
        for (std::size_t i = 0; i < judged.decision.scores().size(); ++i) {
            if (judged.scored->role == role && judged.scored->learned[i] == 0) {
                out.push_back(judged.decision.scores()[i]);
            }
        }
    }
    return out;
}

inline pipeline::MethodResult method(const std::string& name, const Findings& findings, double loss)
{
    pipeline::MethodResult result;
    result.name = name;
    result.threshold = findings.threshold.value + loss;
    result.thresholdSource = findings.threshold.source;
    evaluate::Confusion confusion;
    for (const double score : findings.healthyScores) {
        ++(score > result.threshold ? confusion.falsePositive : confusion.trueNegative);
    }
    for (const double score : findings.faultyScores) {
        ++(score > result.threshold ? confusion.truePositive : confusion.falseNegative);
    }
    result.metrics = evaluate::metrics(confusion, 4.0);
    result.metrics.falseAlarmsPerHour = evaluate::hourlyRate(5, Seconds{1500.0});
    result.auroc = evaluate::areaUnderRoc(findings.healthyScores, findings.faultyScores);
    result.auprc = evaluate::averagePrecision(findings.healthyScores, findings.faultyScores);
    result.vusPr = result.auprc;
    result.faultyEvents = 1;
    result.faultyEventsFound = 1;
    return result;
}

/// Findings about the recordings asked for, at a threshold of 2 that stands for 2 % false alarms.
inline Findings findings(const std::vector<Wanted>& wanted)
{
    Findings out;
    out.model = model();
    out.policy = "far:0.02";
    out.threshold = {2.0,
                     "2 % false alarms, extrapolated from 210 healthy windows, about 17 of them "
                     "independent",
                     true};
    out.date = "2026-11-23";
    std::uint64_t seed = 1;
    for (const Wanted& one : wanted) {
        out.recordings.push_back(judged(one, out.threshold.value, seed++));
    }
    out.healthyScores = scoresOf(out, pipeline::Role::Healthy);
    out.faultyScores = scoresOf(out, pipeline::Role::Faulty);
    out.faultyRecordings =
        std::count_if(out.recordings.begin(), out.recordings.end(), [](const JudgedRecording& one) {
            return one.scored->role == pipeline::Role::Faulty;
        });
    out.roc = evaluate::rocCurve(out.healthyScores, out.faultyScores);
    RandomEngine engine = makeEngine(Seed{99});
    for (int i = 0; i < 200; ++i) {
        out.calibrationScores.push_back(normal(engine));
    }
    for (const char* name : {"spall", "band", "untrained"}) {
        pipeline::DetectabilityResult result;
        result.name = name;
        for (const double level : {0.0, -6.0, -12.0}) {
            result.levels.push_back({Decibel{level}, 0.9, 1.0 + level / 20.0, 0.3, {}});
        }
        out.detectability.methods.push_back(std::move(result));
    }
    for (const auto& [name, loss] : {std::pair{"spall", 0.0},
                                     {"spall.rec", 0.0},
                                     {"rms", 2.0},
                                     {"kurtosis", 5.0},
                                     {"ar512", 0.8},
                                     {"band", 0.4}}) {
        out.evaluation.methods.push_back(method(name, out, loss));
    }
    out.evaluation.verdict =
        "No better and no worse than the best plain method, the linear band evidence (+0.001 area "
        "under the ROC curve, interval -0.010 to +0.012).";
    out.evaluation.limits = {
        "One healthy recording, split by time: the false-alarm rate is for this "
        "bearing and this load only."};
    return out;
}

/// A healthy record, half of it learned from, and a faulty one.
inline std::vector<Wanted> healthyAndFaulty()
{
    return {
        {"records/normal_0_97.mat", pipeline::Role::Healthy, 20.0, 0.0, 0.6, signal::Source::File},
        {"records/IR007_0_105.mat",
         pipeline::Role::Faulty,
         10.0,
         7.0,
         0.0,
         signal::Source::ShaftHarmonics}};
}

} // namespace spall::report::sample
