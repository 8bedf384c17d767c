// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <string>

namespace spall {

/// Empties the buffers of an open file down to the disk; false when that fails. Platform file.
[[nodiscard]] bool flushToDisk(std::FILE* file);

/// Number of this process. Platform file.
[[nodiscard]] long processId();

/// Largest resident memory of this process so far, in MiB; 0 where unknown. Platform file.
[[nodiscard]] double peakMemoryMb();

/// Free memory of the machine in bytes; 0 where unknown. Platform file.
[[nodiscard]] long long availableMemory();

/// File name of the BLAS library that this process has loaded; empty where unknown. Platform file.
[[nodiscard]] std::string loadedBlas();

/// True when the stream is a terminal that a person reads. Platform file.
[[nodiscard]] bool isTerminal(std::FILE* file);

} // namespace spall
