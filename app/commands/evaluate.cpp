// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checks.h"
#include "app/commands/commands.h"
#include "core/evaluate/split.h"
#include "core/io/label_csv.h"
#include "core/report/report_json.h"

#include <fmt/format.h>

namespace spall::app {
namespace {

using nlohmann::json;

struct Options {
    std::string model;
    std::vector<std::string> healthy;
    std::vector<std::string> faulty;
    std::string labels;
    std::optional<double> far;
    InputOptions input;
    DecisionArguments decision;
};

json toJson(const pipeline::FileResult& file)
{
    json row{{"path", file.path},
             {"role", pipeline::keyOf(file.role)},
             {"windows", file.alarmed.trials}};
    row[file.role == pipeline::Role::Healthy ? "false_alarm_rate" : "recall"] =
        report::toJson(std::optional(file.alarmed));
    return row;
}

std::string percent(const std::optional<evaluate::Rate>& rate)
{
    return rate ? fmt::format("{:5.1f} % ({:.1f} to {:.1f})",
                              100.0 * rate->value,
                              100.0 * rate->low,
                              100.0 * rate->high)
                : "not known";
}

std::string number(std::optional<double> value)
{
    return value ? fmt::format("{:.3f}", *value) : "–";
}

void print(const Console& console, const pipeline::Evaluation& evaluation)
{
    console.line(fmt::format(
        "{:<14}{:>8}{:>8}  {:<24}{:<24}", "method", "AUROC", "F1", "recall", "false alarms"));
    for (const auto& method : evaluation.methods) {
        const auto& f1 = method.metrics.f1;
        console.line(fmt::format("{:<14}{:>8}{:>8}  {:<24}{:<24}",
                                 method.name,
                                 number(method.auroc),
                                 number(f1 ? std::optional(f1->value) : std::nullopt),
                                 percent(method.metrics.recall),
                                 percent(method.metrics.falseAlarmRate)));
    }
    for (const auto& file : evaluation.files) {
        console.line(fmt::format("  {:>5.1f} % of {:>4} windows alarmed  {}",
                                 100.0 * file.alarmed.value,
                                 file.alarmed.trials,
                                 file.path));
    }
    console.line(evaluation.verdict);
    for (const auto& limit : evaluation.limits) {
        console.line("! " + limit);
    }
}

Result<std::vector<pipeline::ScoredPtr>> scoreAll(const pipeline::Model& model,
                                                  const std::vector<pipeline::Input>& inputs,
                                                  const Options& options,
                                                  const pipeline::Observer& observer)
{
    std::vector<pipeline::ScoredPtr> all;
    for (const auto& input : inputs) {
        pipeline::ScoreOptions scoring;
        scoring.step = options.decision.step.value_or(0);
        scoring.plainMethods = true;
        scoring.reconstruction = false;
        auto scored = pipeline::scoreRecording(model, input, scoring, observer);
        if (!scored) {
            return fail(scored.error());
        }
        all.push_back(std::move(*scored));
    }
    return all;
}

Result<std::vector<pipeline::Input>> readBoth(const Options& options, std::stop_token stop)
{
    auto healthy = readInputs(options.healthy, options.input, pipeline::Role::Healthy, stop);
    auto faulty = readInputs(options.faulty, options.input, pipeline::Role::Faulty, stop);
    if (!healthy || !faulty) {
        return fail(healthy ? faulty.error() : healthy.error());
    }
    std::vector<signal::RecordingPtr> healthyFiles;
    std::vector<signal::RecordingPtr> faultyFiles;
    for (const auto& input : *healthy) {
        healthyFiles.push_back(input.recording);
    }
    for (const auto& input : *faulty) {
        faultyFiles.push_back(input.recording);
    }
    if (auto status = evaluate::refuseLeak(healthyFiles, faultyFiles); !status) {
        return fail(status.error());
    }
    healthy->insert(healthy->end(), faulty->begin(), faulty->end());
    return healthy;
}

Result<json> run(const Options& options, const GlobalOptions& global, Console& console)
{
    const auto model = openModel(options.model, global, options.input);
    if (!model) {
        return fail(model.error());
    }
    auto decision = decisionFrom(options.decision, (*model)->decision);
    if (!decision) {
        return fail(decision.error());
    }
    if (options.far) {
        decision->policy = {detect::PolicyKind::FalseAlarmRate, *options.far};
    }
    std::vector<io::Label> labels;
    if (!options.labels.empty()) {
        auto read = io::readLabels(options.labels);
        if (!read) {
            return fail(read.error());
        }
        labels = std::move(*read);
    }
    const auto observer = console.observer();
    const auto inputs = readBoth(options, observer.stop);
    if (!inputs) {
        return fail(inputs.error());
    }
    const auto scored = scoreAll(**model, *inputs, options, observer);
    if (!scored) {
        return fail(scored.error());
    }
    const auto evaluation = pipeline::evaluate(**model, *scored, labels, *decision);
    if (!evaluation) {
        return fail(evaluation.error());
    }
    print(console, *evaluation);
    json methods = json::array();
    for (const auto& method : evaluation->methods) {
        methods.push_back(report::toJson(method));
    }
    json files = json::array();
    for (const auto& file : evaluation->files) {
        files.push_back(toJson(file));
    }
    return json{{"methods", methods},
                {"per_file", files},
                {"verdict", evaluation->verdict},
                {"limits", evaluation->limits}};
}

} // namespace

Run declareEvaluate(CLI::App& command)
{
    auto options = std::make_shared<Options>();
    command.add_option("model", options->model, "model file")->required();
    command.add_option("--healthy", options->healthy, "healthy recordings")->required();
    command.add_option("--faulty", options->faulty, "faulty recordings");
    command.add_option("--labels", options->labels, "CSV: file,start,end,label");
    command.add_option("--far", options->far, "false-alarm rate to set the threshold for")
        ->check(properShare());
    addInputOptions(command, options->input);
    addDecisionOptions(command, options->decision);
    return [options](const GlobalOptions& global, Console& console) {
        return run(*options, global, console);
    };
}

} // namespace spall::app
