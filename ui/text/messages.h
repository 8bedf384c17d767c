// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/signal/recording.h"

#include <QString>

#include <string>

namespace spall::ui {

/// A sentence of core (a verdict, a limit, a warning, the reason of a guess) in the window's
/// language; what has no translation stays as it was said.
[[nodiscard]] QString saidText(const std::string& sentence);

/// What kind of failure it was, in a few words of the window's language ("Cannot read this file").
[[nodiscard]] QString errorTitle(ErrorCode code);

/// The whole of a failure in one line: what, where, and how to mend it.
[[nodiscard]] QString errorText(const Error& error);

/// Why a recording has no scores: that its snapshots are too short, where that is the reason.
[[nodiscard]] QString scoringProblem(const Error& error, const signal::Recording& recording);

/// What the program does in a stage of the walk ("scoring").
[[nodiscard]] QString stageText(Stage stage);

} // namespace spall::ui
