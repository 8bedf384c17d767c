// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parse_number.h"
#include "core/base/platform.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace spall {

namespace {

constexpr mode_t kMode = 0666; // less what the user's mask takes away

/// A file without a name in the folder of `path`; -1 where the system or the file system has none.
int openUnnamed(const std::string& path)
{
#ifdef O_TMPFILE
    const auto folder = std::filesystem::path(path).parent_path();
    return ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kMode);
#else
    (void)path;
    return -1;
#endif
}

bool writeAll(int file, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written < 0 ? 0 : written));
    }
    return true;
}

bool writeAll(int file, BytePieces pieces)
{
    return std::all_of(pieces.begin(), pieces.end(), [&](std::span<const std::byte> piece) {
        return writeAll(file, piece);
    });
}

/// Gives a file that was opened without a name its name.
bool nameFile(int file, const std::string& path)
{
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    return ::linkat(AT_FDCWD, link.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

/// Writes and closes; `isNamed` says that the file has its name already.
std::string writeAndClose(int file, const std::string& path, BytePieces pieces, bool isNamed)
{
    const bool isWhole =
        writeAll(file, pieces) && ::fsync(file) == 0 && (isNamed || nameFile(file, path));
    const int reason = errno;
    const bool isClosed = ::close(file) == 0;
    return isWhole && isClosed ? std::string() : std::strerror(isWhole ? errno : reason);
}

} // namespace

std::string writeNewFile(const std::string& path, BytePieces pieces)
{
    const int unnamed = openUnnamed(path);
    if (unnamed >= 0 && writeAndClose(unnamed, path, pieces, false).empty()) {
        return {};
    }
    // Some file systems know files without a name, but cannot give them one afterwards.
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode);
    return file < 0 ? std::strerror(errno) : writeAndClose(file, path, pieces, true);
}

std::string writeToDevice(const std::string& path, BytePieces pieces)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) {
        return std::strerror(errno);
    }
    const bool isWritten = writeAll(file, pieces);
    const int reason = errno;
    const bool isClosed = ::close(file) == 0;
    return isWritten && isClosed ? std::string() : std::strerror(isWritten ? errno : reason);
}

void reportWriteErrors()
{
    ::signal(SIGXFSZ, SIG_IGN);
    ::signal(SIGPIPE, SIG_IGN);
}

long processId()
{
    return static_cast<long>(::getpid());
}

double peakMemoryMb()
{
    // Not of getrusage: its largest is also that of the process which started this one.
    std::ifstream status{"/proc/self/status"};
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmHWM:")) {
            return parseNumber(line.substr(6, line.size() - 9)).value_or(0.0) / 1024.0; // "… kB"
        }
    }
    return 0.0;
}

std::string loadedBlas()
{
    std::ifstream maps{"/proc/self/maps"};
    std::string line;
    std::string found;
    while (std::getline(maps, line)) {
        const auto path = line.find('/');
        if (path == std::string::npos) {
            continue;
        }
        const std::string file = std::filesystem::path(line.substr(path)).filename().string();
        const bool isOptimised = file.find("openblas") != std::string::npos ||
                                 file.find("mkl_") != std::string::npos ||
                                 file.find("blis") != std::string::npos;
        if (isOptimised || line.find("/libblas") != std::string::npos) {
            // Debian's alternatives keep the provider in the folder's name.
            found = line.substr(path);
            if (isOptimised || found.find("openblas") != std::string::npos) {
                break;
            }
        }
    }
    return found;
}

bool isTerminal(std::FILE* file)
{
    return ::isatty(::fileno(file)) != 0;
}

void giveWay()
{
#ifdef __linux__
    // Here a nice value is a thread's own, and its children's.
    constexpr int kNice = 10;
    const auto self = static_cast<id_t>(::syscall(SYS_gettid));
    ::setpriority(PRIO_PROCESS, self, std::max(kNice, ::getpriority(PRIO_PROCESS, self)));
#endif
}

void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int kMebibyte = 1 << 20;
    ::mallopt(M_MMAP_THRESHOLD, 32 * kMebibyte); // the most that glibc takes
    ::mallopt(M_TRIM_THRESHOLD, 256 * kMebibyte);
#endif
}

void giveBackFreedMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

long long availableMemory()
{
    std::ifstream file{"/proc/meminfo"};
    std::string name;
    std::string count;
    std::string rest;
    while (file >> name >> count && std::getline(file, rest)) {
        if (name == "MemAvailable:") {
            return parseInteger(count).value_or(0) * 1024;
        }
    }
    return 0;
}

} // namespace spall
