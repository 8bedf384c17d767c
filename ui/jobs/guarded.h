// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <exception>
#include <new>
#include <type_traits>

namespace spall::ui {

/// What `work` gives, on any thread but the main one; running out of memory is a failure like any
/// other. The one place where exceptions of libraries end.
template <typename Work> [[nodiscard]] std::invoke_result_t<const Work&> guarded(const Work& work)
{
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::NotEnoughMemory,
                    "the memory ran out",
                    {},
                    "close other programs or open fewer recordings");
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, exception.what());
    }
}

} // namespace spall::ui
