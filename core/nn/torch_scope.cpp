// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/torch_scope.h"

namespace spall::nn {

TorchScope::TorchScope(const TorchSettings& settings) : m_threads{at::get_num_threads()}
{
    std::fegetenv(
        &m_environment); // holds the flush-to-zero flags, which torch can set but not tell
    if (settings.threads > 0) {
        at::set_num_threads(settings.threads);
    }
    at::globalContext().setFlushDenormal(true);
}

TorchScope::~TorchScope()
{
    at::set_num_threads(m_threads);
    std::fesetenv(&m_environment);
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
