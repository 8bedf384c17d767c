// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/recalibrate.h"

#include "app/commands/commands.h"
#include "core/report/report_json.h"

#include <fmt/format.h>

#include <algorithm>

namespace spall::app {
namespace {

using nlohmann::json;

struct Options {
    std::string model;
    std::vector<std::string> healthy;
    std::string out;
    InputOptions input;
};

/// Share of windows that a model alarms on, of the parts that `learned` has not seen.
Result<evaluate::Rate> falseAlarms(const pipeline::Model& model,
                                   const pipeline::Model& learned,
                                   std::span<const pipeline::Input> healthy,
                                   const pipeline::Observer& observer)
{
    const auto threshold = pipeline::chooseThreshold(model, model.decision);
    if (!threshold) {
        return fail(threshold.error());
    }
    std::int64_t alarmed = 0;
    std::int64_t judged = 0;
    for (const auto& input : healthy) {
        const auto scored = pipeline::scoreRecording(model, input, {0, false, false}, observer);
        if (!scored) {
            return fail(scored.error());
        }
        const auto decided = pipeline::decide(**scored, model.decision, threshold->value);
        const auto& windows = (*scored)->windows;
        const auto part = std::find_if(
            learned.learned.rbegin(), learned.learned.rend(), [&](const auto& candidate) {
                return candidate.sha256 == input.recording->provenance.sha256;
            });
        const SampleIndex firstUnseen = part == learned.learned.rend() ? 0 : part->unseen.first;
        for (std::size_t at = 0; at < windows.size(); ++at) {
            if (windows[at].first >= firstUnseen) {
                ++judged;
                alarmed += decided.alarms[at] != 0 ? 1 : 0;
            }
        }
    }
    const auto& window = model.settings.window;
    const double overlap = static_cast<double>(window.length) / static_cast<double>(window.step);
    return evaluate::wilson(alarmed, judged, std::max(1.0, overlap));
}

Result<json> run(const Options& options, const GlobalOptions& global, Console& console)
{
    const auto model = openModel(options.model, global, options.input);
    if (!model) {
        return fail(model.error());
    }
    const auto observer = console.observer();
    const auto inputs =
        readInputs(options.healthy, options.input, pipeline::Role::Healthy, observer.stop);
    if (!inputs) {
        return fail(inputs.error());
    }
    const auto fresh = pipeline::recalibrate(**model, *inputs, observer);
    if (!fresh) {
        return fail(fresh.error());
    }
    const auto before = falseAlarms(**model, **fresh, *inputs, observer);
    const auto after = falseAlarms(**fresh, **fresh, *inputs, observer);
    const auto threshold = pipeline::chooseThreshold(**fresh, (*fresh)->decision);
    if (!before || !after || !threshold) {
        return fail(!before ? before.error() : !after ? after.error() : threshold.error());
    }
    if (auto status = pipeline::saveModel(options.out, **fresh); !status) {
        return fail(status.error());
    }
    console.line(fmt::format("false alarms on the unseen part: {:.1f} % before, {:.1f} % after "
                             "({:.1f} to {:.1f} %, {} windows)",
                             100.0 * before->value,
                             100.0 * after->value,
                             100.0 * after->low,
                             100.0 * after->high,
                             after->trials));
    return json{{"calibration",
                 {{"independent_windows", (*fresh)->calibration.independentWindows},
                  {"threshold", toJson(*threshold)},
                  {"false_alarm_rate_before", report::toJson(std::optional(*before))},
                  {"false_alarm_rate_after", report::toJson(std::optional(*after))}}}};
}

} // namespace

Run declareRecalibrate(CLI::App& command)
{
    auto options = std::make_shared<Options>();
    command.add_option("model", options->model, "model file")->required();
    command.add_option("--healthy", options->healthy, "healthy recordings of the new bearing")
        ->required();
    command.add_option("--out", options->out, "model file to write")->required();
    addInputOptions(command, options->input);
    return [options](const GlobalOptions& global, Console& console) {
        return run(*options, global, console);
    };
}

} // namespace spall::app
