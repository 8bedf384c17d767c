// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_json.h"

#include <cmath>

namespace spall::report {

using nlohmann::json;

namespace {

json flags(const std::vector<char>& values)
{
    json out = json::array();
    for (const char value : values) {
        out.push_back(value != 0);
    }
    return out;
}

json rangeJson(SampleRange range)
{
    return json::array({range.first, range.last});
}

json lossesJson(const train::TrainHistory& history)
{
    json losses = json::array();
    for (const train::EpochReport& epoch : history.epochs) {
        losses.push_back({{"epoch", epoch.epoch},
                          {"critic", epoch.losses.critic},
                          {"latent_critic", epoch.losses.latentCritic},
                          {"generator", epoch.losses.generator},
                          {"cycle", epoch.losses.cycle},
                          {"latent", epoch.losses.latent},
                          {"gp", epoch.losses.penalty},
                          {"gradient_norm", epoch.losses.gradientNorm},
                          {"held_back_cycle", epoch.heldBackCycle}});
    }
    return losses;
}

json learnedJson(const pipeline::Model& model)
{
    json learned = json::array();
    for (const pipeline::LearnedPart& part : model.learned) {
        learned.push_back({{"path", part.path},
                           {"sha256", part.sha256},
                           {"channel", part.channel},
                           {"learn", rangeJson(part.learn)},
                           {"unseen", rangeJson(part.unseen)}});
    }
    return learned;
}

json modelJson(const pipeline::Model& model)
{
    const train::ParameterCounts& parameters = model.weights.parameters;
    return {
        {"preset", model.settings.preset},
        {"preset_settings", model.weights.preset},
        {"seed", model.settings.seed.value},
        {"rate_hz", model.rate.value},
        {"window",
         {{"length", model.settings.window.length}, {"step", model.settings.window.step}}},
        {"parameters",
         {{"E", parameters.encoder},
          {"G", parameters.generator},
          {"Cx", parameters.signalCritic},
          {"Cz", parameters.latentCritic}}},
        {"windows", {{"train", model.learnWindows}, {"calibrate", model.calibrateWindows}}},
        {"learned", learnedJson(model)},
        {"losses", lossesJson(model.history)},
        {"best_epoch", model.history.bestEpoch},
        {"seconds", model.history.elapsed.value},
        {"windows_per_second", model.history.windowsPerSecond},
        {"stopped_because", model.history.stoppedBecause},
        {"notes", model.history.notes},
        {"calibration",
         {{"critic_weight", model.calibration.criticWeight},
          {"critic_verdict", model.calibration.criticVerdict},
          {"independent_windows", model.calibration.independentWindows},
          {"seconds", model.calibration.duration.value}}},
        {"peak_rss_mb", model.peakMemoryMb},
    };
}

json decisionJson(const Findings& findings)
{
    const detect::DecisionOptions& decision = findings.decision;
    json out{{"policy", findings.policy},
             {"fusion", score::toString(decision.fusion)},
             {"lambda", decision.lambda},
             {"smoothing_s", decision.smoothing.value},
             {"hysteresis", {{"need", decision.hysteresis.need}, {"of", decision.hysteresis.of}}},
             {"threshold", findings.threshold.value},
             {"threshold_source", findings.threshold.source},
             {"extrapolated", findings.threshold.extrapolated},
             {"dual", nullptr}};
    if (decision.dual) {
        out["dual"] = {{"rec", decision.dual->rec},
                       {"critic", decision.dual->critic},
                       {"rule", decision.dual->both ? "and" : "or"}};
    }
    return out;
}

json windowsJson(const pipeline::ScoredRecording& scored, const pipeline::Decision& decision)
{
    const std::span<const double> scores = decision.scores();
    json start = json::array();
    json end = json::array();
    for (const SampleRange& window : scored.windows) {
        start.push_back(window.first);
        end.push_back(window.last);
    }
    return {{"start", std::move(start)},
            {"end", std::move(end)},
            {"rec", scored.channels.rec},
            {"critic", scored.channels.critic},
            {"score", std::vector<double>(scores.begin(), scores.end())},
            {"alarm", flags(decision.alarms)},
            {"learned", flags(scored.learned)},
            {"plain", scored.plain}};
}

json eventsJson(const pipeline::ScoredRecording& scored, const pipeline::Decision& decision)
{
    const Hertz rate = scored.recording->rate.value;
    json events = json::array();
    for (const detect::Event& event : decision.events) {
        events.push_back({{"start", event.range.first},
                          {"end", event.range.last},
                          {"start_s", duration(event.range.first, rate).value},
                          {"end_s", duration(event.range.last, rate).value},
                          {"windows", event.windowCount},
                          {"peak_score", event.peakScore},
                          {"peak_window", event.peakWindow}});
    }
    return events;
}

json readingJson(const FaultReading& reading)
{
    if (!reading.hasFamily()) {
        return nullptr;
    }
    return std::string(signal::lineName(reading.family.kind));
}

/// The fault family of the events that were pictured, beside the event they belong to.
void addReadings(json& events, const JudgedRecording& judged)
{
    for (const AlarmView& view : judged.pictured) {
        json& event = events.at(view.event);
        event["fault_family"] = readingJson(view.reading);
        event["fault_family_is_clear"] = view.reading.certainty == signal::Certainty::Clear;
        event["envelope_band_hz"] = {view.band.low.value, view.band.high.value};
    }
}

json labelsJson(const std::vector<io::Label>& labels)
{
    json out = json::array();
    for (const io::Label& label : labels) {
        out.push_back({{"file", label.file},
                       {"start", label.range.first},
                       {"end", label.range.last},
                       {"label", label.name}});
    }
    return out;
}

json detectabilityJson(const DetectabilityGrid& grid)
{
    json methods = json::array();
    for (const pipeline::DetectabilityResult& method : grid.methods) {
        json levels = json::array();
        for (const pipeline::LevelResult& level : method.levels) {
            levels.push_back({{"level_db", level.level.value},
                              {"auroc", level.auroc},
                              {"recall", level.recall},
                              {"recall_min", level.recallMin},
                              {"per_fault", level.perFault}});
        }
        methods.push_back({{"name", method.name}, {"levels", std::move(levels)}});
    }
    return {{"far", grid.falseAlarmRate}, {"methods", std::move(methods)}};
}

json recordingJson(const JudgedRecording& judged)
{
    const pipeline::ScoredRecording& scored = *judged.scored;
    const signal::Recording& recording = *scored.recording;
    const signal::Channel& channel =
        recording.channels.at(static_cast<std::size_t>(scored.channel));
    json events = eventsJson(scored, judged.decision);
    addReadings(events, judged);
    json out{{"path", recording.provenance.path},
             {"sha256", recording.provenance.sha256},
             {"format", recording.provenance.format},
             {"role", pipeline::keyOf(scored.role)},
             {"channel", channel.name},
             {"unit", channel.unit},
             {"channel_index", scored.channel},
             {"samples", judged.samples},
             {"rate_hz", recording.rate.value.value},
             {"rate_source", signal::sourceName(recording.rate.source)},
             {"rate_reason", recording.rate.reason},
             {"file_rate_hz", scored.fileRate.value},
             {"rpm", nullptr},
             {"rpm_source", nullptr},
             {"warnings", recording.warnings},
             {"alarmed", toJson(std::optional{judged.alarmed})},
             {"windows", windowsJson(scored, judged.decision)},
             {"events", std::move(events)}};
    if (judged.shaftSpeed) {
        out["rpm"] = judged.shaftSpeed->value.value;
        out["rpm_source"] = signal::sourceName(judged.shaftSpeed->source);
    }
    return out;
}

json orNull(const std::optional<double>& value)
{
    return value ? json(*value) : json(nullptr);
}

json valueOf(const std::optional<evaluate::Rate>& rate)
{
    return rate ? json(rate->value) : json(nullptr);
}

} // namespace

json toJson(const std::optional<evaluate::Rate>& rate)
{
    if (!rate || rate->trials == 0) {
        return nullptr;
    }
    return {{"value", rate->value},
            {"low", rate->low},
            {"high", rate->high},
            {"hits", rate->hits},
            {"trials", rate->trials}};
}

json toJson(const pipeline::MethodResult& method)
{
    const evaluate::Metrics& metrics = method.metrics;
    json out{{"name", method.name},
             {"threshold", orNull(method.threshold)},
             {"threshold_source", method.thresholdSource},
             {"auroc", orNull(method.auroc)},
             {"auprc", orNull(method.auprc)},
             {"vus_pr", orNull(method.vusPr)},
             {"f1", valueOf(metrics.f1)},
             {"f1_interval", toJson(metrics.f1)},
             {"precision", valueOf(metrics.precision)},
             {"precision_interval", toJson(metrics.precision)},
             {"recall", toJson(metrics.recall)},
             {"false_alarm_rate", toJson(metrics.falseAlarmRate)},
             {"false_alarms_per_hour", nullptr},
             {"confusion",
              {{"tp", metrics.confusion.truePositive},
               {"fp", metrics.confusion.falsePositive},
               {"tn", metrics.confusion.trueNegative},
               {"fn", metrics.confusion.falseNegative}}},
             {"events",
              {{"faulty_found", method.faultyEventsFound},
               {"faulty", method.faultyEvents},
               {"false", method.falseEvents}}}};
    if (metrics.falseAlarmsPerHour) {
        const evaluate::HourlyRate& hourly = *metrics.falseAlarmsPerHour;
        out["false_alarms_per_hour"] = hourly.value;
        out["false_alarms_per_hour_interval"] = {{"low", hourly.low},
                                                 {"high", hourly.high},
                                                 {"events", hourly.events},
                                                 {"seconds", hourly.duration.value}};
    }
    return out;
}

json dataOf(const Findings& findings)
{
    json methods = json::array();
    for (const pipeline::MethodResult& method : findings.evaluation.methods) {
        methods.push_back(toJson(method));
    }
    json recordings = json::array();
    for (const JudgedRecording& judged : findings.recordings) {
        recordings.push_back(recordingJson(judged));
    }
    json roc = json::array();
    for (const evaluate::CurvePoint& point : findings.roc) {
        roc.push_back(
            {{"false_alarm_rate", point.x}, {"recall", point.y}, {"threshold", point.threshold}});
    }
    json model = modelJson(*findings.model);
    model["path"] = findings.modelPath;
    return {{"model", std::move(model)},
            {"machine", findings.choices.machine},
            {"labels", labelsJson(findings.labels)},
            {"detectability", detectabilityJson(findings.detectability)},
            {"decision", decisionJson(findings)},
            {"methods", std::move(methods)},
            {"verdict", findings.evaluation.verdict},
            {"limits", findings.evaluation.limits},
            {"recordings", std::move(recordings)},
            {"roc", std::move(roc)}};
}

} // namespace spall::report
