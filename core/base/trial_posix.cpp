// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/trial.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace spall {

namespace {

using Work = void (*)(const std::string&);

/// The ends of the two pipes to the process that waits for trials; -1 where there is none.
struct Waiting {
    int request = -1;
    int reply = -1;
};

Waiting& waiting()
{
    static Waiting only;
    return only;
}

template <typename Move> bool moveAll(const Move& move, std::byte* bytes, std::size_t count)
{
    while (count > 0) {
        const ssize_t moved = move(bytes, count);
        if (moved == 0 || (moved < 0 && errno != EINTR)) {
            return false;
        }
        bytes += std::max<ssize_t>(moved, 0);
        count -= static_cast<std::size_t>(std::max<ssize_t>(moved, 0));
    }
    return true;
}

bool receive(int file, void* to, std::size_t count)
{
    return moveAll([file](std::byte* at, std::size_t left) { return ::read(file, at, left); },
                   static_cast<std::byte*>(to),
                   count);
}

bool send(int file, void* from, std::size_t count)
{
    return moveAll([file](std::byte* at, std::size_t left) { return ::write(file, at, left); },
                   static_cast<std::byte*>(from),
                   count);
}

/// A pipe that no other program inherits.
bool openPipe(std::array<int, 2>& ends)
{
    return ::pipe(ends.data()) == 0 && ::fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 &&
           ::fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0;
}

[[noreturn]] void tryOnce(Work work, const std::string& argument)
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    for (const int fatal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL}) {
        ::signal(fatal, SIG_DFL); // nobody is to report this crash
    }
    try {
        work(argument);
    } catch (...) { // whoever asked will meet it again, and say so
    }
    ::_exit(0);
}

/// Until the asking process ends and its pipes with it.
[[noreturn]] void serve(Waiting pipes, Work work)
{
    for (const int forTheOther : {SIGINT, SIGTERM, SIGHUP}) {
        ::signal(forTheOther, SIG_IGN);
    }
    const int nothing = ::open("/dev/null", O_RDWR);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        ::dup2(nothing, stream);
    }
    std::uint64_t length = 0;
    while (receive(pipes.request, &length, sizeof length)) {
        std::string argument(static_cast<std::size_t>(length), '\0');
        if (!receive(pipes.request, argument.data(), argument.size())) {
            break;
        }
        pid_t child = ::fork();
        if (child == 0) {
            tryOnce(work, argument);
        }
        int status = 0; // without a process for it, nothing was found out
        if (!send(pipes.reply, &child, sizeof child)) {
            break;
        }
        while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        bool survived = WIFEXITED(status) && WEXITSTATUS(status) == 0;
        if (!send(pipes.reply, &survived, sizeof survived)) {
            break;
        }
    }
    ::_exit(0);
}

} // namespace

void prepareTrials(void (*work)(const std::string& argument))
{
    std::array<int, 2> request{-1, -1};
    std::array<int, 2> reply{-1, -1};
    if (!openPipe(request) || !openPipe(reply)) {
        return;
    }
    const pid_t server = ::fork();
    if (server == 0) {
        ::close(request[1]);
        ::close(reply[0]);
        serve({request[0], reply[1]}, work);
    }
    ::close(request[0]);
    ::close(reply[1]);
    if (server > 0) {
        waiting() = {request[1], reply[0]};
    }
}

bool survivesTrial(const std::string& argument, const std::stop_token& stop)
{
    const Waiting pipes = waiting();
    std::string text = argument;
    std::uint64_t length = text.size();
    pid_t child = -1;
    if (pipes.request < 0 || !send(pipes.request, &length, sizeof length) ||
        !send(pipes.request, text.data(), text.size()) ||
        !receive(pipes.reply, &child, sizeof child)) {
        return true; // nobody is there to find out
    }
    const std::stop_callback end{stop, [child] {
                                     if (child > 0) {
                                         ::kill(child, SIGKILL);
                                     }
                                 }};
    bool survived = true;
    return !receive(pipes.reply, &survived, sizeof survived) || survived;
}

} // namespace spall
