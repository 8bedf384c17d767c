// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spall::test {

/// How much longer everything may take than in the build that users run: what a sanitizer watches
/// is slower by about this factor.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kSlowdown = 10;
#else
inline constexpr int kSlowdown = 1;
#endif

} // namespace spall::test
