// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crash_report.h"
#include "core/base/platform.h"
#include "core/base/version.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <execinfo.h>
#include <fcntl.h>
#include <filesystem>
#include <string_view>
#include <unistd.h>

namespace spall::app {
namespace {

constexpr std::array kSignals{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
constexpr std::size_t kStackBytes = 64 * 1024;

// All that the handler needs is made ready here: it may not take memory.
std::string reportPath;
std::string head;
std::array<char, kStackBytes> handlerStack;

void say(int file, std::string_view text)
{
    // Nothing can be done about a failure in a process that is about to end.
    [[maybe_unused]] const ssize_t written = ::write(file, text.data(), text.size());
}

const char* nameOf(int signal)
{
    switch (signal) {
    case SIGSEGV:
        return "a wrong memory access (SIGSEGV)";
    case SIGBUS:
        return "memory that went away, as a file cut short while it was read (SIGBUS)";
    case SIGFPE:
        return "an impossible calculation (SIGFPE)";
    case SIGILL:
        return "an instruction that this processor does not know (SIGILL)";
    default:
        return "a promise of the program that did not hold (SIGABRT)";
    }
}

extern "C" void onCrash(int signal)
{
    const int file = ::open(reportPath.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file >= 0) {
        say(file, head);
        say(file, "what: ");
        say(file, nameOf(signal));
        say(file, "\nwhere:\n");
        std::array<void*, 64> frames{};
        const int count = ::backtrace(frames.data(), static_cast<int>(frames.size()));
        ::backtrace_symbols_fd(frames.data(), count, file);
        ::close(file);
        say(STDERR_FILENO,
            "spall: the program failed; a report without any content of recordings "
            "lies in ");
        say(STDERR_FILENO, reportPath);
        say(STDERR_FILENO, ": please send it to the makers\n");
    }
    ::raise(signal); // with the default action back, so that the system sees the same end
}

} // namespace

std::string crashFolder()
{
    namespace fs = std::filesystem;
    const char* state = std::getenv("XDG_STATE_HOME");
    const char* home = std::getenv("HOME");
    if (state != nullptr && *state == '/') {
        return (fs::path(state) / "spall" / "crashes").string();
    }
    return home == nullptr ? std::string()
                           : (fs::path(home) / ".local" / "state" / "spall" / "crashes").string();
}

void installCrashReport(const std::string& command)
{
    const std::string folder = crashFolder();
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (folder.empty() || problem) {
        return;
    }
    const std::time_t now = std::time(nullptr);
    std::array<char, 32> when{};
    std::strftime(when.data(), when.size(), "%Y%m%dT%H%M%SZ", std::gmtime(&now));
    reportPath = folder + "/crash-" + when.data() + "-" + std::to_string(processId()) + ".txt";
    head = std::string("Spall ") + version() + "\ncommand: " + command +
           "\nstarted: " + when.data() +
           "\nThis report holds nothing of a recording: no samples, no paths, no arguments.\n";

    std::array<void*, 2> warm{};
    ::backtrace(warm.data(), static_cast<int>(warm.size())); // loads what it needs, once
    stack_t stack{};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = &onCrash;
    action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
    for (const int signal : kSignals) {
        ::sigaction(signal, &action, nullptr);
    }
}

} // namespace spall::app
