// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/tadgan.h"
#include "core/nn/torch_scope.h"
#include "core/train/engine.h"

namespace spall::train {

/// The engine on LibTorch.
class TorchEngine final : public Engine {
public:
    void configure(const EngineOptions& options) override;
    [[nodiscard]] Result<Trained> train(const TrainData& data,
                                        const TrainOptions& options,
                                        const StepSink& sink,
                                        std::stop_token stop) override;
    [[nodiscard]] Result<std::shared_ptr<const score::Reconstructor>>
    open(const NetWeights& weights, const score::Front& front) override;
    [[nodiscard]] Result<NetWeights>
    untrained(const nlohmann::json& preset, const score::Front& front, Seed seed) override;
    [[nodiscard]] Result<std::vector<float>> synthesise(const NetWeights& weights,
                                                        const score::Front& front,
                                                        std::int64_t count,
                                                        Seed seed) override;
    [[nodiscard]] std::vector<std::string> describe() const override;

private:
    /// Threads and device as configured. errors: Usage (a device that is not there).
    [[nodiscard]] Result<nn::TorchSettings> settings() const;

    EngineOptions m_options;
};

} // namespace spall::train
