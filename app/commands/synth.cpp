// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checks.h"
#include "app/commands/commands.h"
#include "core/io/write.h"

#include <fmt/format.h>

#include <algorithm>

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
    auto& samples = channel.samples.edit();
    samples.reserve(windows.size());
    for (const float value : windows) {
        samples.push_back(model.front.scaling.mean +
                          model.front.scaling.deviation * static_cast<double>(value));
    }
    signal::Recording recording;
    recording.channels.push_back(std::move(channel));
    recording.rate = {model.rate, signal::Source::File, "rate of the model"};
    return recording;
}

/// What one signal of a MAT v5 file holds.
std::int64_t mostWindows(const pipeline::Model& model)
{
    constexpr std::int64_t kMostBytes = 0x7FFF'0000;
    return kMostBytes / static_cast<std::int64_t>(sizeof(double)) / model.settings.window.length;
}

/// So many at a time that memory stays bounded and Ctrl-C is heard.
Result<std::vector<float>> makeWindows(const pipeline::Model& model,
                                       std::int64_t count,
                                       Seed seed,
                                       const pipeline::Observer& observer)
{
    constexpr std::int64_t kAtATime = 256;
    std::vector<float> windows;
    for (std::int64_t made = 0; made < count; made += kAtATime) {
        if (observer.stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped by the user");
        }
        tell(observer.progress, {Stage::Score, made, count, "making windows"});
        const auto part = train::engine().value()->synthesise(
            model.weights,
            model.front,
            std::min(kAtATime, count - made),
            made == 0 ? seed : derive(seed, fmt::format("windows from {}", made)));
        if (!part) {
            return fail(part.error());
        }
        windows.insert(windows.end(), part->begin(), part->end());
    }
    return windows;
}

Result<json> run(const Options& options, const GlobalOptions& global, Console& console)
{
    const auto model = openModel(options.model, global);
    if (!model) {
        return fail(model.error());
    }
    const std::int64_t most = mostWindows(**model);
    if (options.count > most) {
        return fail(ErrorCode::Usage,
                    fmt::format("{} windows do not fit into one MAT file", options.count),
                    "--count",
                    fmt::format("ask for at most {}", most));
    }
    const auto windows = makeWindows(**model, options.count, Seed{global.seed}, console.observer());
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
        ->check(wholeNumber(1, 1'000'000));
    command.add_option("--out", options->out, "MAT file to write")->required();
    return [options](const GlobalOptions& global, Console& console) {
        return run(*options, global, console);
    };
}

} // namespace spall::app
