// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/version.h"

namespace spall {

const char* version()
{
    return SPALL_VERSION;
}

} // namespace spall
