// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/words.h"

#include <string>

namespace spall::report {

/// A sentence that another room of core said (a limit, a warning, why a training stopped), in the
/// language of the report. What has no translation stays as it was said.
[[nodiscard]] std::string sentenceIn(const Words& words, const std::string& sentence);

} // namespace spall::report
