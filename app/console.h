// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pipeline/analysis.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <string>

namespace spall::app {

/// Options that every command takes (cli.md).
struct GlobalOptions {
    bool json = false;
    bool quiet = false;
    std::uint64_t seed = 1;
    int threads = 0;
    std::string device = "auto";
    std::int64_t memoryMb = 0;
};

/// Talks to the person or program at the other end: results on standard output, the rest on
/// standard error. With `--json` standard output carries one JSON object and nothing else.
class Console {
public:
    explicit Console(const GlobalOptions& options);

    /// A line of the human answer; silent with `--json`.
    void line(const std::string& text) const;

    /// A remark on standard error; silent with `--quiet`.
    void remark(const std::string& text) const;

    /// Sinks that draw one progress line with rate and time left, and the stop token of Ctrl-C.
    [[nodiscard]] pipeline::Observer observer();

    /// Prints the result or the failure and returns the process's exit status. A `passed` of false
    /// in the result means that a check said no.
    [[nodiscard]] int finish(const Result<nlohmann::json>& result);

private:
    void printJson(const nlohmann::json& document) const;
    [[nodiscard]] int refuse(const Error& error) const;
    void showProgress(const Progress& progress);
    void showStep(const train::StepReport& step);
    void showLine(const std::string& text, bool isLast);
    void clearLine();

    GlobalOptions m_options;
    bool m_isTerminal = false;
    bool m_hasLine = false;
    Stage m_stage = Stage::Read;
    std::chrono::steady_clock::time_point m_stageStarted;
    std::chrono::steady_clock::time_point m_lastLine;
};

/// What is told when standard output took no more: the last reason of the system.
[[nodiscard]] Error cannotAnswer();

/// Stop token of this process: requested by Ctrl-C or a termination signal, of which a second one
/// ends the process at once.
[[nodiscard]] std::stop_token interruption();

} // namespace spall::app
