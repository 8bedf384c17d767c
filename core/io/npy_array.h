// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/contents.h"
#include "core/io/npy_header.h"

#include <stop_token>

namespace spall::io {

/// Reads the numbers behind a header into `contents` as `name`: a scalar, a vector, the channels of
/// a matrix (its short side), the fields of records. Arrays that can be no signal are listed as
/// left out. `bytesThere` bounds what the header may claim. errors: FileUnreadable (fewer numbers
/// than the header says), Cancelled; without a place.
[[nodiscard]] Status readNpyArray(ByteSource& source,
                                  std::uint64_t bytesThere,
                                  const std::string& name,
                                  const std::stop_token& stop,
                                  FileContents& contents);

} // namespace spall::io
