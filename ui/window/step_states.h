// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"

#include <QString>

#include <optional>

namespace spall::ui {

// What the steps of the walk say about themselves, in a few words each.
[[nodiscard]] QString recordingsState(const Workbench& bench); ///< "2 healthy · 9 faulty"
[[nodiscard]] QString trainState(const Workbench& bench);      ///< "92 s · done"
[[nodiscard]] QString inspectState(const Workbench& bench);    ///< "threshold 2.05 σ"
[[nodiscard]] QString reportState(const Workbench& bench, const QString& exportedPath);

/// What a page waits for, and the button that leads there.
struct Waiting {
    QString title;
    QString text;
    QString action;
    int page; ///< where the button leads, counted from 0
};

/// Unset when the page can be used. `page` is counted from 0.
[[nodiscard]] std::optional<Waiting> waitingOf(const Workbench& bench, int page);

} // namespace spall::ui
