// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::io {

/// What one variable of a file was taken for.
enum class TakenFor {
    Signal,
    Axis,   ///< times, counters, shaft speeds
    Number, ///< a single number
    Text,
    Nothing ///< no signal: matrices, complex numbers, other functions
};

/// One variable of a file with its size.
struct SurveyedVariable {
    std::string name;  ///< address in the file, as `FILE::VARIABLE` takes it
    std::string title; ///< what the file calls it, empty when it does not say
    std::string unit;
    std::string shape; ///< "121265 samples", "= 48828", "\"270 lbs\""
    TakenFor taken = TakenFor::Nothing;
    double likeness = 0.0; ///< of signals, see `vibrationLikeness`
};

/// Everything in a file, in its order.
struct Survey {
    std::string format;
    std::vector<SurveyedVariable> variables;
};

/// Reads a file and says what is in it. errors: those of its reader.
[[nodiscard]] Result<Survey> surveyFile(const std::filesystem::path& path,
                                        const std::stop_token& stop = {});

} // namespace spall::io
