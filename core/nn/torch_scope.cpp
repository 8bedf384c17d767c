// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/torch_scope.h"

namespace spall::nn {

DenormalsAsZero::DenormalsAsZero()
{
    std::fegetenv(&m_environment);
    at::globalContext().setFlushDenormal(true);
}

DenormalsAsZero::~DenormalsAsZero()
{
    std::fesetenv(&m_environment);
}

TorchScope::TorchScope(const TorchSettings& settings)
{
    // Only when it changes: every call makes torch's second pool of threads anew, which first spin.
    if (settings.threads > 0 && settings.threads != at::get_num_threads()) {
        at::set_num_threads(settings.threads);
    }
}

SeededTorch::SeededTorch(Seed seed)
    : m_generator{at::detail::getDefaultCPUGenerator()}, m_state{m_generator.get_state()}
{
    m_generator.set_current_seed(seed.value);
}

SeededTorch::~SeededTorch()
{
    m_generator.set_state(m_state);
}

} // namespace spall::nn
