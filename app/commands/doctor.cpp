// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/base/platform.h"
#include "core/base/version.h"

#include <fmt/format.h>

#include <filesystem>
#include <thread>

namespace spall::app {
namespace {

using nlohmann::json;

/// One thing that was looked at; `mend` is the command that puts it right.
struct Check {
    std::string name;
    bool passed = true;
    std::string found;
    std::string mend;
};

/// Which BLAS the process has loaded: Debian's LibTorch calls whatever is the system's.
Check checkBlas()
{
    const std::string loaded = loadedBlas();
    Check check{"BLAS", true, loaded.empty() ? "not known" : loaded, {}};
    const bool isQuick = loaded.find("openblas") != std::string::npos ||
                         loaded.find("mkl") != std::string::npos ||
                         loaded.find("blis") != std::string::npos;
    if (!isQuick) {
        check.passed = false;
        check.found += " (the reference BLAS is about 40 times slower)";
        check.mend = "apt-get install libopenblas0-pthread";
    }
    return check;
}

Check checkEngine()
{
    const auto engine = train::engine();
    if (!engine) {
        return {"networks", false, sentence(engine.error()), "apt-get install libtorch1.13"};
    }
    std::string found;
    for (const auto& line : (*engine)->describe()) {
        found += (found.empty() ? "" : ", ") + line;
    }
    return {"networks", true, found, {}};
}

Check checkFont(const char* name, const char* folder, const char* package)
{
    std::error_code ignored;
    if (std::filesystem::exists(folder, ignored)) {
        return {name, true, folder, {}};
    }
    return {
        name, false, "not found; another font is used", fmt::format("apt-get install {}", package)};
}

Check checkMemory()
{
    const double free = static_cast<double>(availableMemory()) / (1024.0 * 1024.0 * 1024.0);
    if (free > 0.0 && free < 1.5) {
        return {"memory", false, fmt::format("{:.1f} GiB free", free), "close other programs"};
    }
    return {"memory", true, fmt::format("{:.1f} GiB free", free), {}};
}

} // namespace

Run declareDoctor(CLI::App&)
{
    return [](const GlobalOptions& global, Console& console) -> Result<json> {
        std::vector<Check> checks;
        checks.push_back({"version", true, version(), {}});
        checks.push_back({"threads",
                          true,
                          fmt::format("{} of {} cores",
                                      global.threads > 0 ? static_cast<unsigned>(global.threads)
                                                         : std::thread::hardware_concurrency(),
                                      std::thread::hardware_concurrency()),
                          {}});
        if (auto status = configureEngine(global); !status) {
            console.remark(sentence(status.error()));
        }
        checks.push_back(checkEngine());
        checks.push_back(checkBlas());
        checks.push_back(checkMemory());
        checks.push_back(checkFont("font Inter", "/usr/share/fonts/opentype/inter", "fonts-inter"));
        checks.push_back(
            checkFont("font Noto Sans CJK", "/usr/share/fonts/opentype/noto", "fonts-noto-cjk"));
        json rows = json::array();
        bool allPassed = true;
        for (const Check& check : checks) {
            allPassed = allPassed && check.passed;
            rows.push_back({{"name", check.name},
                            {"passed", check.passed},
                            {"found", check.found},
                            {"mend", check.mend}});
            console.line(fmt::format("{} {:<20} {}{}",
                                     check.passed ? "ok  " : "LACK",
                                     check.name,
                                     check.found,
                                     check.mend.empty() ? "" : "  ->  " + check.mend));
        }
        return json{{"checks", rows}, {"passed", allPassed}};
    };
}

} // namespace spall::app
