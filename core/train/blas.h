// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace spall::train {

/// Which BLAS does the matrix products, and a warning when it is the slow reference one.
/// Platform file.
[[nodiscard]] std::string blasDescription();

/// Sets the threads of a BLAS that shares OpenMP's; one with threads of its own keeps its one
/// (environment.h). Platform file.
void setBlasThreads(int threads);

} // namespace spall::train
