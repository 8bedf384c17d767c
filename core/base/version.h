// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spall {

/// Version of the program, as in CMakeLists.txt ("0.1.0").
[[nodiscard]] const char* version();

} // namespace spall
