// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parse_number.h"
#include "core/base/platform.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace spall {

bool flushToDisk(std::FILE* file)
{
    return std::fflush(file) == 0 && ::fsync(::fileno(file)) == 0;
}

long processId()
{
    return static_cast<long>(::getpid());
}

double peakMemoryMb()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0; // Linux counts in KiB
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
