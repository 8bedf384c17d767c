// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/environment.h"

#include <cstdlib>
#include <dlfcn.h>
#include <string>
#include <unistd.h>

namespace spall::train {
namespace {

/// What OpenBLAS says when it is asked in passing; nothing when it is not there.
struct BlasFacts {
    std::string core;             ///< the processor it takes this one for
    bool hasThreadsOfOwn = false; ///< it knows nothing of OpenMP's
};

BlasFacts askBlas()
{
    void* library = ::dlopen("libopenblas.so.0", RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) {
        return {};
    }
    BlasFacts facts;
    if (auto* core = reinterpret_cast<char* (*)()>(::dlsym(library, "openblas_get_corename"))) {
        facts.core = core();
    }
    if (auto* kind = reinterpret_cast<int (*)()>(::dlsym(library, "openblas_get_parallel"))) {
        constexpr int kOwnThreads = 1;
        facts.hasThreadsOfOwn = kind() == kOwnThreads;
    }
    ::dlclose(library);
    return facts;
}

bool hasAvx2()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
#else
    return false;
#endif
}

/// True when the variable was not there and is now.
bool setUnlessSet(const char* name, const char* value)
{
    return std::getenv(name) == nullptr && ::setenv(name, value, 0) == 0;
}

} // namespace

bool prepareEnvironment()
{
    bool hasChanged = setUnlessSet("OMP_WAIT_POLICY", "passive");
    hasChanged = setUnlessSet("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1") || hasChanged;
    const BlasFacts blas = askBlas();
    const bool isMistaken = hasAvx2() && (blas.core == "Prescott" || blas.core == "Generic");
    if (isMistaken) {
        hasChanged = setUnlessSet("OPENBLAS_CORETYPE", "Haswell") || hasChanged;
    }
    if (blas.hasThreadsOfOwn) {
        hasChanged = setUnlessSet("OPENBLAS_NUM_THREADS", "1") || hasChanged;
    }
    return hasChanged;
}

void restartPrepared(char** argv)
{
    if (prepareEnvironment()) {
        ::execv("/proc/self/exe", argv); // comes back only if it failed: then all is slower
    }
}

} // namespace spall::train
