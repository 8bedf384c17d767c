// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"
#include "core/io/read.h"

namespace spall::io {

/// Finds the reader of a file by its first bytes and reads everything numeric in it; clears the
/// variable in `spec` where it was the type of the samples of a file without a header.
/// errors: FileUnreadable, UnknownFormat, Cancelled.
[[nodiscard]] Result<FileContents>
readContents(InputSpec& spec, const ReadOptions& options, const std::stop_token& stop);

} // namespace spall::io
