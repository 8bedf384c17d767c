// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/matlab_object.h"

#include <fmt/format.h>

namespace spall::io {

std::string noteOfMatlabObject(const std::string& name, const std::string& className)
{
    if (className == "timetable") {
        return fmt::format("{0} (a MATLAB timetable: save {0}.Variables and seconds({0}.Time))",
                           name);
    }
    if (className == "table") {
        return fmt::format("{0} (a MATLAB table: save {0}.Variables)", name);
    }
    if (className == "timeseries") {
        return fmt::format("{0} (a MATLAB timeseries: save {0}.Data and {0}.Time)", name);
    }
    if (className == "string") {
        return fmt::format("{0} (a MATLAB string: save char({0}))", name);
    }
    return fmt::format("{} (a MATLAB object: save its numbers as a plain array)", name);
}

} // namespace spall::io
