// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/demo.h"

#include "app/commands/commands.h"
#include "core/io/write.h"

#include <filesystem>

namespace spall::app {
namespace {

using nlohmann::json;

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
    const auto demo = pipeline::simulateDemo(seed);
    std::vector<std::string> files;
    for (const auto* each : {&demo.healthy, &demo.failing}) {
        const auto path = folder / each->fileName;
        if (auto status = io::writeMat(path, each->recording); !status) {
            return fail(status.error());
        }
        files.push_back(path.string());
    }
    const auto labels = folder / "labels.csv";
    if (auto status = io::writeLabels(labels, demo.labels); !status) {
        return fail(status.error());
    }
    files.push_back(labels.string());
    return files;
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
