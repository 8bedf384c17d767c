// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive.h"
#include "core/base/result.h"
#include "core/score/front.h"

#include <cstdint>
#include <string>
#include <vector>

namespace spall::score {

/// Puts numbers into an archive under a name, as one row.
void put(Archive& archive, const std::string& name, std::vector<double> values);
void put(Archive& archive, const std::string& name, std::vector<float> values);
void put(Archive& archive, const std::string& name, double value);
void put(Archive& archive, const std::string& name, const Standardiser& standardiser);

/// Takes them out again: all finite, and exactly `size` of them unless that is negative.
/// errors: UnknownFormat.
[[nodiscard]] Result<std::vector<double>>
takeReal(const Archive& archive, const std::string& name, std::int64_t size = -1);
[[nodiscard]] Result<std::vector<float>>
takeSingle(const Archive& archive, const std::string& name, std::int64_t size = -1);

/// One number of at least `least`. errors: UnknownFormat.
[[nodiscard]] Result<double>
takeNumber(const Archive& archive, const std::string& name, double least);

/// A positive deviation is asked for besides. errors: UnknownFormat.
[[nodiscard]] Result<Standardiser> takeStandardiser(const Archive& archive,
                                                    const std::string& name);

/// A whole number within [least, most]. errors: UnknownFormat.
[[nodiscard]] Result<std::int64_t>
takeInteger(const Archive& archive, const std::string& name, std::int64_t least, std::int64_t most);

/// The refusal of an archive whose part `name` is missing or cannot be right.
[[nodiscard]] Error damagedPart(const std::string& name);

} // namespace spall::score
