// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace spall::io {

/// What a variable is that MATLAB stores as an object, which only MATLAB can open, and how to save
/// it otherwise: "TT (a MATLAB timetable: save TT.Variables and seconds(TT.Time))".
[[nodiscard]] std::string noteOfMatlabObject(const std::string& name, const std::string& className);

} // namespace spall::io
