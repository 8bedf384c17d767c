// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

namespace spall::app {

Status configureEngine(const GlobalOptions& options)
{
    train::EngineOptions engineOptions;
    engineOptions.threads = options.threads;
    engineOptions.memoryBytes = options.memoryMb << 20;
    engineOptions.device = options.device == "cpu"    ? train::Device::Cpu
                           : options.device == "cuda" ? train::Device::Cuda
                                                      : train::Device::Auto;
    auto engine = train::engine();
    if (!engine) {
        return fail(engine.error());
    }
    (*engine)->configure(engineOptions);
    return {};
}

nlohmann::json toJson(const std::optional<evaluate::Rate>& rate)
{
    if (!rate) {
        return nullptr;
    }
    return {{"value", rate->value}, {"low", rate->low}, {"high", rate->high}};
}

nlohmann::json toJson(const detect::Threshold& threshold)
{
    return {{"value", threshold.value},
            {"source", threshold.source},
            {"extrapolated", threshold.extrapolated}};
}

} // namespace spall::app
