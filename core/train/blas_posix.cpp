// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/blas.h"

#include <dlfcn.h>

namespace spall::train {
namespace {

/// LibTorch calls whatever BLAS the system has; what it is can only be asked while running.
template <typename Function> Function* findFunction(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_DEFAULT, name));
}

} // namespace

std::string blasDescription()
{
    if (auto* configuration = findFunction<char*()>("openblas_get_config")) {
        return std::string{"BLAS: "} + configuration();
    }
    return "BLAS: not OpenBLAS; matrix products may be 40 times slower: install "
           "libopenblas0-pthread";
}

void setBlasThreads(int threads)
{
    constexpr int kOwnThreads = 1;
    auto* kind = findFunction<int()>("openblas_get_parallel");
    if (kind != nullptr && kind() == kOwnThreads) {
        return; // it stays at the one that environment.h gave it
    }
    if (auto* set = findFunction<void(int)>("openblas_set_num_threads")) {
        set(threads);
    }
}

} // namespace spall::train
