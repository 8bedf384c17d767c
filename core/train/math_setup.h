// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spall::train {

/// Sets, before they are loaded, what OpenMP and OpenBLAS read from the environment; what the user
/// has set there stays. OpenMP's idle threads sleep instead of spinning, which costs many times the
/// work itself when anything else runs on the cores. An OpenBLAS older than the processor takes
/// kernels of 2004 for it, 2.4 times slower than those for AVX2. Platform file.
void prepareMathLibraries();

} // namespace spall::train
