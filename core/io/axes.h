// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"

namespace spall::io {

/// Takes out of the vectors what is no signal: times, which give the rate of the vectors of the
/// same length, counters, and shaft speeds. Knows names in several languages and vectors that rise
/// evenly whatever their name; what states a unit of vibration itself stays a signal.
void takeOutAxes(FileContents& contents);

} // namespace spall::io
