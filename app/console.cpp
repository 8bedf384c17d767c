// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "core/base/platform.h"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

namespace spall::app {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kStopped = 130;

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

/// The first asks the work to stop, the second ends the program where it is.
extern "C" void onSignal(int)
{
    if (interrupted.exchange(true)) {
        std::_Exit(kStopped);
    }
}

/// Standard error is where failures are told; a failure to do so can be told nowhere.
void tell(const std::string& text)
{
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

const char* stageName(Stage stage)
{
    switch (stage) {
    case Stage::Read:
        return "reading";
    case Stage::Split:
        return "splitting";
    case Stage::Train:
        return "training";
    case Stage::Score:
        return "scoring";
    case Stage::Calibrate:
        return "calibrating";
    case Stage::Evaluate:
        return "evaluating";
    case Stage::Report:
        return "reporting";
    }
    return "";
}

/// Stable names of error codes for programs.
const char* codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return "usage";
    case ErrorCode::FileUnreadable:
        return "file_unreadable";
    case ErrorCode::UnknownFormat:
        return "unknown_format";
    case ErrorCode::NotFinite:
        return "not_finite";
    case ErrorCode::VersionMismatch:
        return "version_mismatch";
    case ErrorCode::TooFewSamples:
        return "too_few_samples";
    case ErrorCode::RateTooLow:
        return "rate_too_low";
    case ErrorCode::NotEnoughMemory:
        return "not_enough_memory";
    case ErrorCode::WriteFailed:
        return "write_failed";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

} // namespace

std::stop_token interruption()
{
    // A handler may not lock, and requesting a stop might: a thread of its own passes it on.
    static std::stop_source source;
    static std::jthread watcher{[](const std::stop_token& end) {
        while (!end.stop_requested()) {
            if (interrupted) {
                source.request_stop();
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }};
    std::signal(SIGINT, &onSignal);
    std::signal(SIGTERM, &onSignal);
    return source.get_token();
}

Console::Console(const GlobalOptions& options)
    : m_options(options), m_isTerminal(isTerminal(stderr))
{
}

void Console::line(const std::string& text) const
{
    if (!m_options.json) {
        std::fputs((text + '\n').c_str(), stdout); // `finish` looks whether that went well
    }
}

void Console::remark(const std::string& text) const
{
    if (!m_options.quiet) {
        tell(text + '\n');
    }
}

pipeline::Observer Console::observer()
{
    pipeline::Observer observer;
    observer.stop = interruption();
    if (m_isTerminal && !m_options.quiet) {
        observer.progress = [this](const Progress& progress) {
            showProgress(progress);
        };
        observer.step = [this](const train::StepReport& step) {
            showStep(step);
        };
    }
    return observer;
}

void Console::showProgress(const Progress& progress)
{
    const auto now = Clock::now();
    if (progress.stage != m_stage || progress.done == 0) {
        m_stage = progress.stage;
        m_stageStarted = now;
    }
    std::string text = stageName(progress.stage);
    if (progress.total > 0) {
        text += fmt::format("  {} of {}", progress.done, progress.total);
        const double seconds = std::chrono::duration<double>(now - m_stageStarted).count();
        if (progress.done > 0 && seconds > 0.0) {
            const double rate = static_cast<double>(progress.done) / seconds;
            text += fmt::format("  {:.3g} {}/s  {:.0f} s left",
                                rate,
                                progress.stage == Stage::Score    ? "windows"
                                : progress.stage == Stage::Report ? "recordings"
                                                                  : "steps",
                                static_cast<double>(progress.total - progress.done) / rate);
        }
    }
    if (!progress.note.empty()) {
        text += "  " + progress.note;
    }
    showLine(text, progress.total > 0 && progress.done >= progress.total);
}

void Console::showStep(const train::StepReport& step)
{
    showLine(
        fmt::format("training  epoch {} of {}  cycle {:.4f}  critic {:+.3f}  {:.0f} windows/s  "
                    "{:.0f} s left",
                    step.epoch,
                    step.epochs,
                    step.losses.cycle,
                    step.losses.critic,
                    step.windowsPerSecond,
                    step.left.value),
        false);
    if (!step.note.empty()) {
        clearLine();
        remark(step.note);
    }
}

void Console::showLine(const std::string& text, bool isLast)
{
    constexpr auto kInterval = std::chrono::milliseconds(100);
    const auto now = Clock::now();
    if (!isLast && now - m_lastLine < kInterval) {
        return;
    }
    m_lastLine = now;
    m_hasLine = true;
    tell("\r\033[K" + text);
}

void Console::clearLine()
{
    if (m_hasLine) {
        tell("\r\033[K");
        m_hasLine = false;
    }
}

void Console::printJson(const nlohmann::json& document) const
{
    if (m_options.json) { // a path need not be UTF-8, JSON must be
        const auto text =
            document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
        std::fwrite(text.data(), 1, text.size(), stdout);
    }
}

int Console::finish(const Result<nlohmann::json>& result)
{
    clearLine();
    if (result) {
        printJson(*result);
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
            return refuse(cannotAnswer());
        }
        return result->value("passed", true) ? 0 : 1;
    }
    const Error& error = result.error();
    printJson({{"error",
                {{"code", codeName(error.code)},
                 {"message", error.what},
                 {"where", error.where},
                 {"hint", error.hint}}}});
    std::fflush(stdout);
    return refuse(error);
}

int Console::refuse(const Error& error) const
{
    tell(fmt::format("spall: {}\n", sentence(error)));
    return exitCode(error.code);
}

Error cannotAnswer()
{
    return {ErrorCode::WriteFailed,
            std::string("the answer could not be written: ") + std::strerror(errno),
            "standard output",
            "free some space, or lead it to another file"};
}

} // namespace spall::app
