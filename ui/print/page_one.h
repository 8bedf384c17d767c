// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/print/paginator.h"

#include <vector>

namespace spall::ui::print {

/// Appends what a reader in a hurry needs: letterhead, machine, recording and date, verdict, key
/// numbers as cards, the one picture, a fleet's recordings, and the weightiest limits.
void appendPageOne(std::vector<LaidBlock>& blocks, const report::Report& report, double width);

} // namespace spall::ui::print
