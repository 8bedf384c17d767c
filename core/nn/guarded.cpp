// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/guarded.h"

#include <new>
#include <string_view>

namespace spall::nn {

Error errorOf(const std::exception& exception)
{
    const auto* ofTorch = dynamic_cast<const c10::Error*>(&exception);
    const std::string message =
        ofTorch != nullptr ? ofTorch->what_without_backtrace() : exception.what();
    const bool isMemory = dynamic_cast<const std::bad_alloc*>(&exception) != nullptr ||
                          message.find("can't allocate memory") != std::string::npos ||
                          message.find("out of memory") != std::string::npos;
    if (isMemory) {
        return Error{ErrorCode::NotEnoughMemory,
                     "the networks need more memory than there is",
                     "networks",
                     "take a smaller batch or a smaller preset, or close other programs"};
    }
    return Error{ErrorCode::Internal,
                 "the networks failed: " + message.substr(0, message.find('\n')),
                 "networks",
                 "please report this with the preset and the recording"};
}

} // namespace spall::nn
