// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/score/parallel.h"

namespace spall::app {

Status configureEngine(const GlobalOptions& options)
{
    train::EngineOptions engineOptions;
    engineOptions.threads = options.threads;
    engineOptions.memoryBytes = options.memoryMb << 20;
    engineOptions.device = options.device == "cpu"    ? train::Device::Cpu
                           : options.device == "cuda" ? train::Device::Cuda
                                                      : train::Device::Auto;
    score::setThreads(options.threads);
    auto engine = train::engine();
    if (!engine) {
        return fail(engine.error());
    }
    (*engine)->configure(engineOptions);
    return {};
}

Result<pipeline::ModelPtr>
openModel(const std::string& path, const GlobalOptions& options, const InputOptions& inputs)
{
    auto model = pipeline::loadModel(path);
    if (!model) {
        return fail(model.error());
    }
    if (auto status = checkRate(inputs, (*model)->rate); !status) {
        return fail(status.error());
    }
    if (auto status = configureEngine(options); !status) {
        return fail(status.error());
    }
    return model;
}

nlohmann::json toJson(const detect::Threshold& threshold)
{
    return {{"value", threshold.value},
            {"source", threshold.source},
            {"extrapolated", threshold.extrapolated}};
}

} // namespace spall::app
