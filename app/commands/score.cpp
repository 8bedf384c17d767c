// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/base/file_bytes.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace spall::app {
namespace {

using nlohmann::json;

struct Options {
    std::string model;
    std::vector<std::string> files;
    std::string out;
    InputOptions input;
    DecisionArguments decision;
};

json windowsOf(const pipeline::ScoredRecording& scored, const pipeline::Decision& decision)
{
    json windows = json::array();
    for (std::size_t at = 0; at < scored.windows.size(); ++at) {
        windows.push_back({{"start", scored.windows[at].first},
                           {"end", scored.windows[at].last},
                           {"rec", scored.channels.rec[at]},
                           {"critic", scored.channels.critic[at]},
                           {"score", decision.scores()[at]},
                           {"alarm", decision.alarms[at] != 0}});
    }
    return windows;
}

void appendCsv(std::string& csv,
               const pipeline::ScoredRecording& scored,
               const pipeline::Decision& decision)
{
    const double rate = scored.recording->rate.value.value;
    for (std::size_t at = 0; at < scored.windows.size(); ++at) {
        const SampleRange window = scored.windows[at];
        fmt::format_to(std::back_inserter(csv),
                       "{},{},{},{:.6f},{:.6f},{},{},{},{}\n",
                       quoted(scored.recording->provenance.path),
                       window.first,
                       window.last,
                       static_cast<double>(window.first) / rate,
                       static_cast<double>(window.last) / rate,
                       scored.channels.rec[at],
                       scored.channels.critic[at],
                       decision.scores()[at],
                       decision.alarms[at] != 0 ? 1 : 0);
    }
}

Result<json> run(const Options& options, const GlobalOptions& global, Console& console)
{
    const auto model = openModel(options.model, global, options.input);
    if (!model) {
        return fail(model.error());
    }
    const auto decision = decisionFrom(options.decision, (*model)->decision);
    if (!decision) {
        return fail(decision.error());
    }
    const auto observer = console.observer();
    const auto inputs =
        readInputs(options.files, options.input, pipeline::Role::Unknown, observer.stop);
    if (!inputs) {
        return fail(inputs.error());
    }
    const auto threshold = pipeline::chooseThreshold(**model, *decision);
    if (!threshold) {
        return fail(threshold.error());
    }
    json files = json::array();
    std::string csv = "file,start,end,start_s,end_s,rec,critic,score,alarm\n";
    double seconds = 0.0;
    std::size_t count = 0;
    for (const auto& input : *inputs) {
        pipeline::ScoreOptions scoring;
        scoring.step = options.decision.step.value_or(0);
        scoring.reconstruction = false;
        const auto scored = pipeline::scoreRecording(**model, input, scoring, observer);
        if (!scored) {
            return fail(scored.error());
        }
        const auto decided = pipeline::decide(**scored, *decision, threshold->value);
        files.push_back({{"path", (*scored)->recording->provenance.path},
                         {"rate_hz", (*scored)->recording->rate.value.value},
                         {"windows", windowsOf(**scored, decided)},
                         {"events", decided.events.size()}});
        appendCsv(csv, **scored, decided);
        seconds += (*scored)->elapsed.value;
        count += (*scored)->windows.size();
        const auto alarmed = std::count(decided.alarms.begin(), decided.alarms.end(), char{1});
        console.line(fmt::format("{}: {} of {} windows alarmed, {} events",
                                 (*scored)->recording->provenance.path,
                                 alarmed,
                                 decided.alarms.size(),
                                 decided.events.size()));
    }
    if (!options.out.empty()) {
        if (auto status = writeFileAtomically(options.out, csv); !status) {
            return fail(status.error());
        }
    }
    return json{{"files", files},
                {"threshold", threshold->value},
                {"threshold_source", threshold->source},
                {"seconds", seconds},
                {"windows_per_second", seconds > 0.0 ? static_cast<double>(count) / seconds : 0.0}};
}

} // namespace

Run declareScore(CLI::App& command)
{
    auto options = std::make_shared<Options>();
    command.add_option("model", options->model, "model file")->required();
    command.add_option("files", options->files, "recordings")->required();
    command.add_option("--out", options->out, "CSV file for the scores");
    addInputOptions(command, options->input);
    addDecisionOptions(command, options->decision);
    return [options](const GlobalOptions& global, Console& console) {
        return run(*options, global, console);
    };
}

} // namespace spall::app
