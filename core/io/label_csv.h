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
    std::string file; ///< file name; with folders before it, "a/1.csv", where several are alike
    SampleRange range;
    std::string name; ///< "healthy", "faulty", a damaged part or free text
    friend bool operator==(const Label&, const Label&) = default;
};

/// True when a label names the recording of this path: the path ends in its file.
[[nodiscard]] bool isOf(const Label& label, const std::filesystem::path& recording);

/// Reads `file,start,end,label` (heading required, samples). errors: FileUnreadable, UnknownFormat
/// with the line.
[[nodiscard]] Result<std::vector<Label>> readLabels(const std::filesystem::path& path);

/// Writes the same, lossless. errors: WriteFailed.
[[nodiscard]] Status writeLabels(const std::filesystem::path& path,
                                 const std::vector<Label>& labels);

} // namespace spall::io
