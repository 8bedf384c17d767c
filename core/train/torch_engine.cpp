// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/torch_engine.h"

#include "core/nn/guarded.h"
#include "core/nn/reconstructor.h"
#include "core/nn/weights.h"
#include "core/train/blas.h"
#include "core/train/net_weights.h"
#include "core/train/trainer.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace spall::train {

void TorchEngine::configure(const EngineOptions& options)
{
    m_options = options;
    if (options.threads > 0) {
        setBlasThreads(options.threads);
    }
}

Result<nn::TorchSettings> TorchEngine::settings() const
{
    const bool hasCuda = torch::cuda::is_available();
    if (m_options.device == Device::Cuda && !hasCuda) {
        return fail(ErrorCode::Usage,
                    "this LibTorch finds no CUDA device",
                    "--device cuda",
                    "take --device cpu, or build with a CUDA LibTorch");
    }
    const bool usesCuda = m_options.device != Device::Cpu && hasCuda;
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return nn::TorchSettings{.device = usesCuda ? torch::kCUDA : torch::kCPU,
                             .threads = m_options.threads > 0 ? m_options.threads : cores};
}

Result<Trained> TorchEngine::train(const TrainData& data,
                                   const TrainOptions& options,
                                   const StepSink& sink,
                                   std::stop_token stop)
{
    return nn::guarded([&]() -> Result<Trained> {
        const auto preset = nn::parsePreset(options.preset);
        if (!preset) {
            return fail(preset.error());
        }
        const auto where = settings();
        if (!where) {
            return fail(where.error());
        }
        const MemoryBudget memory{.bytes = m_options.memoryBytes,
                                  .attention = where->device.is_cuda()
                                                   ? AttentionMemory::Held
                                                   : AttentionMemory::Recomputed};
        const auto plan = planTraining(data, *preset, options, memory);
        if (!plan) {
            return fail(plan.error());
        }
        const nn::TorchScope scope{*where};
        return Trainer{data, options, {*preset, *plan, options.adversarial, where->device}}.run(
            sink, stop);
    });
}

Result<std::shared_ptr<const score::Reconstructor>> TorchEngine::open(const NetWeights& weights,
                                                                      const score::Front& front)
{
    using Opened = Result<std::shared_ptr<const score::Reconstructor>>;
    return nn::guarded([&]() -> Opened {
        const auto where = settings();
        if (!where) {
            return fail(where.error());
        }
        auto nets = buildNetworks(weights, front);
        if (!nets) {
            return fail(nets.error());
        }
        (*nets)->to(where->device);
        return std::make_shared<const nn::TadganReconstructor>(*nets, *where);
    });
}

Result<NetWeights>
TorchEngine::untrained(const nlohmann::json& preset, const score::Front& front, Seed seed)
{
    return nn::guarded([&]() -> Result<NetWeights> {
        const auto parsed = nn::parsePreset(preset);
        if (!parsed) {
            return fail(parsed.error());
        }
        return netWeights(freshNetworks(*parsed, front, seed), *parsed);
    });
}

Result<std::vector<float>> TorchEngine::synthesise(const NetWeights& weights,
                                                   const score::Front& front,
                                                   std::int64_t count,
                                                   Seed seed)
{
    return nn::guarded([&]() -> Result<std::vector<float>> {
        if (count < 1) {
            return fail(ErrorCode::Usage,
                        fmt::format("{} windows cannot be made", count),
                        "--count",
                        "ask for at least 1");
        }
        const auto where = settings();
        if (!where) {
            return fail(where.error());
        }
        auto nets = buildNetworks(weights, front);
        if (!nets) {
            return fail(nets.error());
        }
        const nn::TorchScope scope{*where};
        const torch::NoGradGuard fixed;
        RandomEngine engine = makeEngine(derive(seed, "synthesis"));
        auto noise = torch::empty({count, (*nets)->latentNumbers()});
        float* first = noise.data_ptr<float>();
        std::generate(
            first, first + noise.numel(), [&] { return static_cast<float>(normal(engine)); });
        return nn::toFloats((*nets)->decode((*nets)->latentFromPrior(noise)));
    });
}

std::vector<std::string> TorchEngine::describe() const
{
    std::vector<std::string> lines{fmt::format("LibTorch {}", TORCH_VERSION)};
    if (const auto where = settings()) {
        lines.push_back(where->device.is_cuda() ? std::string{"CUDA device 0"}
                                                : fmt::format("CPU, {} threads", where->threads));
    } else {
        lines.push_back(sentence(where.error()));
    }
    lines.push_back(blasDescription());
    return lines;
}

} // namespace spall::train
