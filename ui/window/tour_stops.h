// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/tour.h"

namespace spall::ui {

class MainWindow;

/// The walk of the first start, on the demo.
[[nodiscard]] std::vector<TourStop> tourStops(MainWindow& window);

} // namespace spall::ui
