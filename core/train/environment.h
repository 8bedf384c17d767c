// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spall::train {

/// Sets what OpenMP, OpenBLAS and the C library read from the environment when they are loaded;
/// what the user has set there stays. OpenMP's idle threads sleep instead of spinning, which costs
/// ten times the work itself when anything else runs on the cores. An OpenBLAS older than the
/// processor takes kernels of 2004 for it, 2.4 times slower than those for AVX2. One with threads
/// of its own beside OpenMP's gets a single one: two kinds of threads on the same cores wait for
/// each other. It is the one to install: with the OpenBLAS 0.3.21 that shares OpenMP's threads, a
/// training on busy cores did not give the same bytes twice. Large blocks of memory come in huge
/// pages where the system leaves that to the program: page by page, the first touch of a recording
/// took longer than its reading. Platform file. out: true when something was set that these
/// libraries, if loaded already, have missed.
bool prepareEnvironment();

/// The first call of `main`, with its `argv`: prepares, and starts the program once more when that
/// changed anything, because the libraries are linked and have read the environment by now. Only
/// before threads are made. Platform file.
void restartPrepared(char** argv);

} // namespace spall::train
