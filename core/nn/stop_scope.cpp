// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/stop_scope.h"

#include <atomic>

namespace spall::nn {
namespace {

std::atomic<const std::stop_token*> current{nullptr};

} // namespace

StopScope::StopScope(const std::stop_token& stop)
{
    current = &stop;
}

StopScope::~StopScope()
{
    current = nullptr;
}

bool isStopping()
{
    const std::stop_token* stop = current;
    return stop != nullptr && stop->stop_requested();
}

} // namespace spall::nn
