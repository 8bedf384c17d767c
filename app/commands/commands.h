// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/input_options.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <string>

namespace spall::app {

/// What a command does once its arguments are parsed; the JSON is that of cli.md.
using Run = std::function<Result<nlohmann::json>(const GlobalOptions&, Console&)>;

/// A sub-command: declares its arguments on a CLI11 command and returns what to run.
struct Command {
    const char* name;
    const char* summary;
    std::function<Run(CLI::App&)> declare;
};

[[nodiscard]] Run declareInfo(CLI::App& command);
[[nodiscard]] Run declareDemo(CLI::App& command);
[[nodiscard]] Run declareTrain(CLI::App& command);
[[nodiscard]] Run declareScore(CLI::App& command);
[[nodiscard]] Run declareEvaluate(CLI::App& command);
[[nodiscard]] Run declareDetectability(CLI::App& command);
[[nodiscard]] Run declareReport(CLI::App& command);
[[nodiscard]] Run declareRecalibrate(CLI::App& command);
[[nodiscard]] Run declareSynth(CLI::App& command);
[[nodiscard]] Run declareBench(CLI::App& command);
[[nodiscard]] Run declareDoctor(CLI::App& command);

/// Hands threads, device and memory budget to the engine, once, before its first use.
[[nodiscard]] Status configureEngine(const GlobalOptions& options);

/// A model with the engine configured for its use, for recordings that are to be read in this way.
/// errors: those of `loadModel`, of `checkRate` and of the engine.
[[nodiscard]] Result<pipeline::ModelPtr>
openModel(const std::string& path, const GlobalOptions& options, const InputOptions& inputs = {});

/// {value, source, extrapolated} of a threshold.
[[nodiscard]] nlohmann::json toJson(const detect::Threshold& threshold);

} // namespace spall::app
