// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace spall::report {

/// How core says it and how it reads in Chinese. "{}" stands for what changes, in the same order on
/// both sides.
struct Sentence {
    std::string_view said;
    std::string_view chinese;
};

/// What other rooms say, the narrower pattern before the wider one.
[[nodiscard]] std::span<const Sentence> wholeSentences();

/// What is said of files and settings that cannot be used, and how to mend it; why a channel was
/// chosen.
[[nodiscard]] std::span<const Sentence> errorSentences();

/// What stands in the holes of those alone: too short to be told from other text by itself.
[[nodiscard]] std::span<const Sentence> sentencePieces();

} // namespace spall::report
