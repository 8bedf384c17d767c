// SPDX-License-Identifier: GPL-3.0-or-later
// bench_reading TIMES FILE…
// Opens recordings as the window does, up to what their first picture needs, holds all of them and
// closes them again, TIMES times. Prints {"ms": […], "samples": …, "peak_mb": …, "closed_mb": …}:
// the largest memory, and that after closing, both beyond the empty program's.
#include "core/base/platform.h"
#include "core/train/environment.h"
#include "ui/jobs/opened_recording.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using namespace spall; // NOLINT: a program of its own

double residentMb()
{
    std::ifstream file{"/proc/self/statm"};
    double pages = 0.0;
    file >> pages >> pages; // the second number
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::cerr << "bench_reading TIMES FILE…\n";
        return 2;
    }
    train::restartPrepared(argv);
    keepFreedMemory();
    const double before = residentMb();
    const std::vector<std::string> files(argv + 2, argv + argc);
    std::string times;
    std::size_t samples = 0;
    for (int round = std::atoi(argv[1]); round > 0; --round) {
        const auto start = std::chrono::steady_clock::now();
        std::vector<ui::Opened> all;
        for (const std::string& file : files) {
            auto opened = ui::openRecording(io::InputSpec{file}, {}, {});
            if (!opened) {
                std::cerr << sentence(opened.error()) << '\n';
                return 1;
            }
            all.push_back(std::move(*opened));
        }
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - start;
        times += (times.empty() ? "" : ", ") + std::to_string(took.count());
        samples = 0;
        for (const ui::Opened& opened : all) {
            for (const auto& channel : opened.input.recording->channels) {
                samples += channel.samples.size();
            }
        }
        all.clear();
        giveBackFreedMemory(); // as the document does when a session is closed
    }
    std::cout << "{\"ms\": [" << times << "], \"samples\": " << samples
              << ", \"peak_mb\": " << peakMemoryMb() - before
              << ", \"closed_mb\": " << residentMb() - before << "}\n";
    return 0;
}
