// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/signal/bearing.h"
#include "core/signal/condition.h"
#include "core/signal/statistics.h"

#include <fmt/format.h>

namespace spall::app {
namespace {

using nlohmann::json;

json describe(const signal::Recording& recording)
{
    json channels = json::array();
    for (const auto& channel : recording.channels) {
        const auto values = signal::statistics(channel.samples);
        channels.push_back({{"name", channel.name},
                            {"variable", channel.name},
                            {"unit", channel.unit},
                            {"samples", channel.samples.size()},
                            {"rate_hz", recording.rate.value.value},
                            {"rate_source", signal::sourceName(recording.rate.source)},
                            {"rate_guessed", !signal::isStated(recording.rate.source)},
                            {"rate_reason", recording.rate.reason},
                            {"rms", values.rms},
                            {"kurtosis", values.kurtosis},
                            {"crest", values.crest}});
    }
    json snapshots = json::array();
    for (const auto& snapshot : recording.snapshots) {
        snapshots.push_back({{"file", snapshot.file},
                             {"first_sample", snapshot.first},
                             {"start_s", snapshot.start.value}});
    }
    json file{{"path", recording.provenance.path},
              {"format", recording.provenance.format},
              {"sha256", recording.provenance.sha256},
              {"main_channel", recording.mainChannel},
              {"main_channel_reason", recording.mainChannelReason},
              {"snapshots", snapshots},
              {"channels", channels},
              {"warnings", recording.warnings}};
    if (recording.shaftSpeed) {
        file["rpm"] = recording.shaftSpeed->value.value;
        file["rpm_source"] = signal::sourceName(recording.shaftSpeed->source);
    } else {
        file["rpm"] = nullptr;
    }
    return file;
}

Status addBearing(json& file, const signal::Recording& recording, const std::string& name)
{
    const auto bearing = signal::parseBearing(name);
    if (!bearing) {
        return fail(bearing.error());
    }
    if (recording.shaftSpeed) {
        const auto lines = signal::faultFrequencies(*bearing, recording.shaftSpeed->value);
        file["fault_frequencies_hz"] = {{"bpfo", lines.outerRace.value},
                                        {"bpfi", lines.innerRace.value},
                                        {"bsf", lines.element.value},
                                        {"ftf", lines.cage.value}};
    }
    return {};
}

void print(const Console& console, const signal::Recording& recording)
{
    console.line(fmt::format("{}  ({})", recording.provenance.path, recording.provenance.format));
    for (std::size_t at = 0; at < recording.channels.size(); ++at) {
        const auto& channel = recording.channels[at];
        const auto values = signal::statistics(channel.samples);
        console.line(
            fmt::format("  {} {:<16} {:>9} samples  rms {:.4g}{}{}  kurtosis {:.2f}  crest {:.2f}",
                        static_cast<int>(at) == recording.mainChannel ? "*" : " ",
                        channel.name,
                        channel.samples.size(),
                        values.rms,
                        channel.unit.empty() ? "" : " ",
                        channel.unit,
                        values.kurtosis,
                        values.crest));
    }
    console.line(fmt::format("    rate {} Hz ({}{}): {}",
                             recording.rate.value.value,
                             signal::isStated(recording.rate.source) ? "" : "guessed, ",
                             signal::sourceName(recording.rate.source),
                             recording.rate.reason));
    if (recording.shaftSpeed) {
        console.line(fmt::format("    speed {:.6g} rpm ({})",
                                 recording.shaftSpeed->value.value,
                                 signal::sourceName(recording.shaftSpeed->source)));
    }
    if (!recording.mainChannelReason.empty()) {
        console.line(fmt::format("    * {}", recording.mainChannelReason));
    }
    if (!recording.snapshots.empty()) {
        const auto& last = recording.snapshots.back();
        console.line(fmt::format("    run of {} snapshots, the last ({}) {:.6g} s after the first",
                                 recording.snapshots.size(),
                                 last.file,
                                 last.start.value));
    }
    for (const auto& warning : recording.warnings) {
        console.line("    ! " + warning);
    }
}

} // namespace

Run declareInfo(CLI::App& command)
{
    struct Options {
        std::vector<std::string> files;
        InputOptions input;
    };
    auto options = std::make_shared<Options>();
    command.add_option("files", options->files, "recordings")->required();
    addInputOptions(command, options->input);
    return [options](const GlobalOptions&, Console& console) -> Result<json> {
        json files = json::array();
        for (const auto& text : options->files) {
            const auto inputs =
                readInputs({text}, options->input, pipeline::Role::Unknown, interruption());
            if (!inputs) {
                return fail(inputs.error());
            }
            signal::ConditionOptions common;
            if (options->input.resampleHz) {
                common.rate = Hertz{*options->input.resampleHz};
            }
            const auto conditioned = common.rate
                                         ? signal::condition(inputs->front().recording, common)
                                         : Result<signal::RecordingPtr>(inputs->front().recording);
            if (!conditioned) {
                return fail(conditioned.error());
            }
            const auto& recording = **conditioned;
            json file = describe(recording);
            if (!options->input.bearing.empty()) {
                if (auto status = addBearing(file, recording, options->input.bearing); !status) {
                    return fail(status.error());
                }
            }
            files.push_back(std::move(file));
            print(console, recording);
        }
        return json{{"files", files}};
    };
}

} // namespace spall::app
