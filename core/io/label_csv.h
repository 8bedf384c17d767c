// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/sample_range.h"

#include <filesystem>
#include <string>
#include <vector>

namespace spall::io {

/// A named part of a recording, in samples of the file's own rate.
struct Label {
    std::string file; ///< file name without folder
    SampleRange range;
    std::string name; ///< "healthy", "faulty", a damaged part or free text
    friend bool operator==(const Label&, const Label&) = default;
};

/// Reads `file,start,end,label` (heading required, samples). errors: FileUnreadable, UnknownFormat
/// with the line.
[[nodiscard]] Result<std::vector<Label>> readLabels(const std::filesystem::path& path);

/// Writes the same, lossless. errors: WriteFailed.
[[nodiscard]] Status writeLabels(const std::filesystem::path& path,
                                 const std::vector<Label>& labels);

} // namespace spall::io
