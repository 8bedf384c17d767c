// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/engine.h"
#include "core/train/environment.h"

#include <fmt/format.h>

#include <cstdlib>
#include <dlfcn.h>
#include <mutex>

namespace spall::train {
namespace {

constexpr const char* kModule = "libspall_engine.so";

/// Where the module may lie, the likeliest first; the last is a bare name for the system's own
/// search.
std::vector<std::filesystem::path> candidates()
{
    std::vector<std::filesystem::path> paths;
    if (const char* chosen = std::getenv("SPALL_ENGINE"); chosen != nullptr && *chosen != '\0') {
        paths.emplace_back(chosen);
    }
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        const auto folder = program.parent_path();
        paths.push_back(folder / kModule);
        paths.push_back(folder.parent_path() / "lib" / kModule);
        paths.push_back(folder.parent_path() / "lib" / "spall" / kModule);
    }
    paths.push_back(std::filesystem::path{SPALL_ENGINE_BUILD_DIR} / kModule);
    return paths;
}

Result<Engine*> createFrom(void* module)
{
    auto* factory = reinterpret_cast<EngineFactory>(::dlsym(module, kEngineFactoryName));
    if (factory == nullptr) {
        return fail(ErrorCode::Internal,
                    "the training module is of another version of Spall",
                    kModule,
                    "install Spall again");
    }
    return factory();
}

Result<Engine*> loadEngine()
{
    (void)prepareEnvironment(); // for programs in which both libraries come with the module
    for (const auto& path : candidates()) {
        std::error_code error;
        if (!std::filesystem::is_regular_file(path, error)) {
            continue;
        }
        if (void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) {
            return createFrom(module);
        }
        return fail(ErrorCode::Internal,
                    fmt::format("the training module cannot be loaded: {}", ::dlerror()),
                    path.string(),
                    "install LibTorch and OpenBLAS (libtorch1.13, libopenblas0-pthread)");
    }
    if (void* module = ::dlopen(kModule, RTLD_NOW | RTLD_LOCAL)) {
        return createFrom(module);
    }
    return fail(ErrorCode::Internal,
                "the training module is missing",
                kModule,
                "install Spall again, or name the file in the variable SPALL_ENGINE");
}

} // namespace

Result<Engine*> engine()
{
    static std::mutex mutex;
    static Engine* loaded = nullptr;
    const std::lock_guard lock{mutex};
    if (loaded == nullptr) {
        auto result = loadEngine();
        if (!result) {
            return result;
        }
        loaded = *result;
    }
    return loaded;
}

} // namespace spall::train
