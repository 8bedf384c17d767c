// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/math_setup.h"

#include <cstdlib>
#include <dlfcn.h>
#include <string_view>
#include <unistd.h>

namespace spall::train {
namespace {

/// True when the processor has AVX2 and OpenBLAS, asked in passing, does not know it.
bool isProcessorMistaken()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") == 0 || __builtin_cpu_supports("fma") == 0) {
        return false;
    }
    void* library = ::dlopen("libopenblas.so.0", RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) {
        return false;
    }
    bool isMistaken = false;
    if (auto* ask = reinterpret_cast<char* (*)()>(::dlsym(library, "openblas_get_corename"))) {
        const std::string_view core = ask();
        isMistaken = core == "Prescott" || core == "Generic";
    }
    ::dlclose(library);
    return isMistaken;
#else
    return false;
#endif
}

} // namespace

bool prepareMathLibraries()
{
    bool hasChanged = false;
    if (std::getenv("OMP_WAIT_POLICY") == nullptr) {
        hasChanged = ::setenv("OMP_WAIT_POLICY", "passive", 0) == 0;
    }
    if (std::getenv("OPENBLAS_CORETYPE") == nullptr && isProcessorMistaken()) {
        hasChanged = ::setenv("OPENBLAS_CORETYPE", "Haswell", 0) == 0 || hasChanged;
    }
    return hasChanged;
}

void restartForMathLibraries(char** argv)
{
    if (prepareMathLibraries()) {
        ::execv("/proc/self/exe", argv); // comes back only if it failed: then all is slower
    }
}

} // namespace spall::train
