// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/score_scale.h"

#include <cmath>

namespace spall::ui::score_scale {

namespace {
constexpr double kBend = 2.0;
}

double toAxis(double score)
{
    return std::asinh(score / kBend);
}

double toScore(double axis)
{
    return kBend * std::sinh(axis);
}

} // namespace spall::ui::score_scale
