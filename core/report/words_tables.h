// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/words.h"

namespace spall::report {

// The table of each language; `wordings` chooses.
[[nodiscard]] std::span<const Wording> englishWordings();
[[nodiscard]] std::span<const Wording> chineseWordings();

} // namespace spall::report
