// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/decision.h"
#include "core/pipeline/analysis.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace spall::app {

/// Input selection, the same for every command (cli.md).
struct InputOptions {
    std::string channel;
    std::optional<double> rateHz;
    std::optional<double> resampleHz;
    std::optional<double> rpm;
    std::string bearing;
    std::string rawType;
};

void addInputOptions(CLI::App& command, InputOptions& options);

/// Reads files in the order given. errors: those of `io::readRecording`; Usage for a bearing that
/// does not exist.
[[nodiscard]] Result<std::vector<pipeline::Input>> readInputs(const std::vector<std::string>& specs,
                                                              const InputOptions& options,
                                                              pipeline::Role role,
                                                              std::stop_token stop);

/// A model has one rate, to which recordings are brought. errors: Usage when `--resample` asks for
/// another.
[[nodiscard]] Status checkRate(const InputOptions& options, Hertz modelRate);

/// How scores become alarms, the same for score, evaluate, detectability and report.
struct DecisionArguments {
    std::optional<std::int64_t> step;
    std::string fusion;
    std::optional<double> lambda;
    std::optional<double> smoothSeconds;
    std::string policy;
    std::string hysteresis;
    std::string dual;
};

void addDecisionOptions(CLI::App& command, DecisionArguments& arguments);

/// The model's saved decision with the arguments laid over it. errors: Usage.
[[nodiscard]] Result<detect::DecisionOptions> decisionFrom(const DecisionArguments& arguments,
                                                           const detect::DecisionOptions& saved);

} // namespace spall::app
