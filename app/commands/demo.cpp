// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/io/label_csv.h"
#include "core/io/write.h"
#include "core/signal/simulate.h"

#include <filesystem>

namespace spall::app {
namespace {

using nlohmann::json;

constexpr const char* kHealthyName = "bearing_healthy.mat";
constexpr const char* kFaultyName = "bearing_growing_fault.mat";
constexpr const char* kLabelName = "labels.csv";

/// Writes both simulated recordings and the labels; returns the paths.
Result<std::vector<std::string>> writeDemo(const std::filesystem::path& folder, Seed seed)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail(ErrorCode::WriteFailed,
                    "cannot make the folder: " + error.message(),
                    folder.string(),
                    "choose another with --out");
    }
    signal::SimulationOptions healthy;
    healthy.healthyDuration = Seconds{20.0};
    healthy.faultyDuration = Seconds{0.0};
    healthy.seed = derive(seed, "demo healthy");
    signal::SimulationOptions faulty;
    faulty.seed = derive(seed, "demo faulty");
    const auto calm = signal::simulateBearing(healthy);
    const auto growing = signal::simulateBearing(faulty);
    if (auto status = io::writeMat(folder / kHealthyName, calm.recording); !status) {
        return fail(status.error());
    }
    if (auto status = io::writeMat(folder / kFaultyName, growing.recording); !status) {
        return fail(status.error());
    }
    const SampleCount count = growing.recording.sampleCount();
    const std::vector<io::Label> labels{
        {kHealthyName, {0, calm.recording.sampleCount()}, "healthy"},
        {kFaultyName, {0, growing.faulty.first}, "healthy"},
        {kFaultyName, {growing.faulty.first, count}, "faulty"}};
    if (auto status = io::writeLabels(folder / kLabelName, labels); !status) {
        return fail(status.error());
    }
    return std::vector<std::string>{(folder / kHealthyName).string(),
                                    (folder / kFaultyName).string(),
                                    (folder / kLabelName).string()};
}

} // namespace

Run declareDemo(CLI::App& command)
{
    auto folder = std::make_shared<std::string>();
    command.add_option("--out", *folder, "folder to write to")->required();
    return [folder](const GlobalOptions& global, Console& console) -> Result<json> {
        const auto files = writeDemo(*folder, Seed{global.seed});
        if (!files) {
            return fail(files.error());
        }
        for (const auto& file : *files) {
            console.line(file);
        }
        return json{{"files", *files}};
    };
}

} // namespace spall::app
