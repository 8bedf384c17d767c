// SPDX-License-Identifier: GPL-3.0-or-later
// bench_steps PRESET WINDOWS.f32 LENGTH BATCH critic|full TIMES
// Times steps of a preset on the windows of a file and prints {"ms": [...], "peak_mb": …}.
#include "core/base/platform.h"
#include "core/nn/torch_scope.h"
#include "core/nn/weights.h"
#include "core/train/blas.h"
#include "core/train/critic_step.h"
#include "core/train/environment.h"
#include "core/train/generator_step.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace spall; // NOLINT: a program of its own

constexpr int kThreads = 2;

torch::Tensor readWindows(const std::string& path, std::int64_t count, std::int64_t length)
{
    std::vector<float> values(static_cast<std::size_t>(count * length));
    std::ifstream file{path, std::ios::binary};
    file.read(reinterpret_cast<char*>(values.data()),
              static_cast<std::streamsize>(values.size() * sizeof(float)));
    TORCH_CHECK(file, "the file holds too few windows");
    return nn::toWindows(values, count);
}

struct Bench {
    nn::Preset preset;
    nn::Tadgan nets;
    train::Adam critic;
    train::Adam generator;
    torch::Tensor windows;

    void criticStep(std::uint64_t seed)
    {
        const std::int64_t count = windows.size(0);
        train::CriticBatch batch{.windows = windows,
                                 .mix = torch::rand({count}),
                                 .latentMix = torch::rand({count}),
                                 .latentReal = torch::randn({count, nets->learnedLatent()}),
                                 .prior = torch::randn({count, nets->latentNumbers()}),
                                 .dropoutSeed = seed};
        (void)train::criticStep(
            nets, critic, preset.adversarial, batch, {.microBatch = count, .stop = {}});
    }

    void generatorStep()
    {
        const std::int64_t count = windows.size(0);
        const train::GeneratorBatch batch{.windows = windows,
                                          .prior = torch::randn({count, nets->latentNumbers()})};
        (void)train::generatorStep(
            nets, generator, preset, batch, {.microBatch = count, .stop = {}});
    }
};

} // namespace

int main(int argc, char** argv)
{
    train::restartPrepared(argv);
    if (argc != 7) {
        std::cerr << "bench_steps PRESET WINDOWS.f32 LENGTH BATCH critic|full TIMES\n";
        return 2;
    }
    const std::int64_t length = std::atoll(argv[3]);
    const bool isFull = std::string{argv[5]} == "full";
    const nn::Preset preset = *nn::findPreset(argv[1]);
    train::setBlasThreads(kThreads);
    const nn::TorchScope scope{{torch::kCPU, kThreads}};
    score::Front front;
    front.windowLength = length;
    nn::Tadgan nets{preset, front};
    train::Adam critic{nets->criticParameters(), preset.training.critic};
    train::Adam generator{nets->generatorParameters(), preset.training.generator};
    Bench bench{preset, nets, critic, generator, readWindows(argv[2], std::atoll(argv[4]), length)};
    std::cout << "{\"ms\": [";
    for (int i = 0; i < std::atoi(argv[6]); ++i) {
        const auto start = std::chrono::steady_clock::now();
        const int turns = isFull ? preset.adversarial.criticSteps : 1;
        for (int turn = 0; turn < turns; ++turn) {
            bench.criticStep(static_cast<std::uint64_t>(i));
        }
        if (isFull) {
            bench.generatorStep();
        }
        const std::chrono::duration<double, std::milli> taken =
            std::chrono::steady_clock::now() - start;
        std::cout << (i > 0 ? ", " : "") << taken.count();
    }
    std::cout << "], \"peak_mb\": " << peakMemoryMb() << "}\n";
    return 0;
}
