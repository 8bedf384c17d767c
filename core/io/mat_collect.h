// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"

#include <matio.h>

namespace spall::io {

/// Adds every number in a variable that matio has read to `contents`: scalars, vectors, the columns
/// of narrow matrices, and the same inside structs and cells. Text that is a whole number, like
/// `load` of MFPT, is left out.
void collectVariable(const matvar_t& variable, FileContents& contents);

} // namespace spall::io
