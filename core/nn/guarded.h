// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/nn/torch.h"

#include <exception>
#include <string>
#include <type_traits>
#include <utility>

namespace spall::nn {

/// An exception of torch or the standard library as an error: NotEnoughMemory when an allocation
/// failed, Internal otherwise.
[[nodiscard]] Error errorOf(const std::exception& exception);

/// Runs `work`, which returns a `Result`, and turns whatever torch throws into its failing side.
template <typename Work> [[nodiscard]] std::invoke_result_t<Work> guarded(Work&& work)
{
    try {
        return std::forward<Work>(work)();
    } catch (const std::exception& exception) {
        return fail(errorOf(exception));
    }
}

} // namespace spall::nn
