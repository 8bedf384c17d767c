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
    if (auto* set = findFunction<void(int)>("openblas_set_num_threads")) {
        set(threads);
    }
}

} // namespace spall::train
