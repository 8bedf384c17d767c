// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/detectability.h"

#include "app/checks.h"
#include "app/commands/commands.h"
#include "core/base/parse_number.h"
#include "core/signal/bearing.h"

#include <fmt/format.h>

#include <cmath>
#include <sstream>

namespace spall::app {
namespace {

using nlohmann::json;

struct Options {
    std::string model;
    std::vector<std::string> healthy;
    std::vector<std::string> faults;
    bool synthetic = false;
    std::string levels = "0,-6,-12,-18";
    double far = 0.02;
    std::int64_t windows = 200;
    InputOptions input;
    DecisionArguments decision;
};

Result<std::vector<Decibel>> parseLevels(const std::string& text)
{
    std::vector<Decibel> levels;
    std::istringstream stream{text};
    for (std::string word; std::getline(stream, word, ',');) {
        const auto level = parseNumber(word);
        if (!level || !std::isfinite(*level)) {
            return fail(ErrorCode::Usage,
                        "'" + word + "' is no level in dB",
                        "--levels",
                        "write numbers with commas between, as in 0,-6,-12");
        }
        levels.push_back(Decibel{*level});
    }
    if (levels.empty()) {
        return fail(ErrorCode::Usage,
                    "there is no level to plant faults at",
                    "--levels",
                    "write numbers with commas between, as in 0,-6,-12");
    }
    return levels;
}

Result<std::vector<pipeline::PlantedFault>> faultsFor(const Options& options,
                                                      const pipeline::Model& model,
                                                      std::span<const pipeline::Input> healthy,
                                                      Seed seed,
                                                      std::stop_token stop)
{
    if (!options.synthetic) {
        const auto inputs = readInputs(options.faults, options.input, pipeline::Role::Faulty, stop);
        if (!inputs) {
            return fail(inputs.error());
        }
        return pipeline::recordedFaults(model, *inputs);
    }
    pipeline::Machine machine;
    if (!options.input.bearing.empty()) {
        auto bearing = signal::parseBearing(options.input.bearing);
        if (!bearing) {
            return fail(bearing.error());
        }
        machine.bearing = std::move(*bearing);
    }
    if (const auto& shaft = healthy.front().recording->shaftSpeed) {
        machine.speed = shaft->value;
    }
    return pipeline::syntheticFaults(model, machine, seed);
}

json toJson(const pipeline::DetectabilityResult& method)
{
    json levels = json::array();
    for (const auto& level : method.levels) {
        levels.push_back({{"level_db", level.level.value},
                          {"auroc", level.auroc},
                          {"recall", level.recall},
                          {"recall_min", level.recallMin},
                          {"per_fault", level.perFault}});
    }
    return {{"name", method.name}, {"levels", levels}};
}

void print(const Console& console, const std::vector<pipeline::DetectabilityResult>& methods)
{
    std::string head = fmt::format("{:<14}", "recall/AUROC");
    for (const auto& level : methods.front().levels) {
        head += fmt::format("{:>16}", fmt::format("{:g} dB", level.level.value));
    }
    console.line(head);
    for (const auto& method : methods) {
        std::string row = fmt::format("{:<14}", method.name);
        for (const auto& level : method.levels) {
            row += fmt::format("{:>16}", fmt::format("{:.2f} / {:.3f}", level.recall, level.auroc));
        }
        console.line(row);
    }
}

Result<json> run(const Options& options, const GlobalOptions& global, Console& console)
{
    if (options.synthetic == !options.faults.empty()) {
        return fail(ErrorCode::Usage,
                    "name fault recordings or ask for synthetic ones",
                    "--fault, --synthetic",
                    "give exactly one of the two");
    }
    const auto model = openModel(options.model, global, options.input);
    if (!model) {
        return fail(model.error());
    }
    pipeline::DetectabilityOptions grid;
    const auto levels = parseLevels(options.levels);
    const auto decision = decisionFrom(options.decision, (*model)->decision);
    if (!levels || !decision) {
        return fail(levels ? decision.error() : levels.error());
    }
    grid.levels = *levels;
    grid.decision = *decision;
    grid.falseAlarmRate = options.far;
    grid.windowsPerFault = options.windows;
    grid.seed = Seed{global.seed};
    const DecisionArguments& said = options.decision;
    if (!said.policy.empty() || !said.hysteresis.empty() || !said.dual.empty() || said.step) {
        console.remark("Faults are planted into single windows and judged at --far: --policy, "
                       "--hysteresis, --dual and --step change nothing here.");
    }
    const auto observer = console.observer();
    const auto healthy =
        readInputs(options.healthy, options.input, pipeline::Role::Healthy, observer.stop);
    if (!healthy) {
        return fail(healthy.error());
    }
    const auto faults = faultsFor(options, **model, *healthy, grid.seed, observer.stop);
    if (!faults) {
        return fail(faults.error());
    }
    const auto results = pipeline::detectability(**model, *healthy, *faults, grid, observer);
    if (!results) {
        return fail(results.error());
    }
    print(console, *results);
    json methods = json::array();
    for (const auto& method : *results) {
        methods.push_back(toJson(method));
    }
    json names = json::array();
    for (const auto& fault : *faults) {
        names.push_back(fault.name);
    }
    return json{{"methods", methods}, {"faults", names}, {"far", options.far}};
}

} // namespace

Run declareDetectability(CLI::App& command)
{
    auto options = std::make_shared<Options>();
    command.add_option("model", options->model, "model file")->required();
    command.add_option("--healthy", options->healthy, "healthy recordings")->required();
    command.add_option("--fault", options->faults, "fault recordings to plant");
    command.add_flag("--synthetic", options->synthetic, "plant synthetic faults instead");
    command.add_option("--levels", options->levels, "levels in dB re healthy deviation")
        ->check(readBy(parseLevels));
    command.add_option("--far", options->far, "false-alarm rate to take recall at")
        ->check(properShare());
    command.add_option("--windows", options->windows, "planted windows per fault and level")
        ->check(wholeNumber(1, 1'000'000));
    addInputOptions(command, options->input);
    addDecisionOptions(command, options->decision);
    return [options](const GlobalOptions& global, Console& console) {
        return run(*options, global, console);
    };
}

} // namespace spall::app
