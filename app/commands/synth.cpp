// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/io/write.h"

#include <fmt/format.h>

namespace spall::app {
namespace {

using nlohmann::json;

struct Options {
    std::string model;
    std::int64_t count = 1;
    std::string out;
};

/// Windows end to end as one channel, in the unit of the recordings that the model learned from.
signal::Recording asRecording(const pipeline::Model& model, const std::vector<float>& windows)
{
    signal::Channel channel{"synthetic", {}, {}};
    channel.samples.reserve(windows.size());
    for (const float value : windows) {
        channel.samples.push_back(model.front.scaling.mean +
                                  model.front.scaling.deviation * static_cast<double>(value));
    }
    signal::Recording recording;
    recording.channels.push_back(std::move(channel));
    recording.rate = {model.rate, signal::Source::File, "rate of the model"};
    return recording;
}

Result<json> run(const Options& options, const GlobalOptions& global, Console& console)
{
    const auto model = openModel(options.model, global);
    if (!model) {
        return fail(model.error());
    }
    const auto windows = train::engine().value()->synthesise(
        (*model)->weights, (*model)->front, options.count, Seed{global.seed});
    if (!windows) {
        return fail(windows.error());
    }
    if (auto status = io::writeMat(options.out, asRecording(**model, *windows)); !status) {
        return fail(status.error());
    }
    console.line(fmt::format("{}: {} windows", options.out, options.count));
    return json{{"path", options.out}, {"windows", options.count}};
}

} // namespace

Run declareSynth(CLI::App& command)
{
    auto options = std::make_shared<Options>();
    command.add_option("model", options->model, "model file")->required();
    command.add_option("--count", options->count, "windows to make")
        ->required()
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1000000}));
    command.add_option("--out", options->out, "MAT file to write")->required();
    return [options](const GlobalOptions& global, Console& console) {
        return run(*options, global, console);
    };
}

} // namespace spall::app
