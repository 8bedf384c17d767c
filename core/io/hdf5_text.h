// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hdf5.h>

#include <string>
#include <vector>

namespace spall::io::hdf5 {

/// Longer texts are no names and no units.
inline constexpr std::size_t kLongestText = 200;

/// The text in an attribute of one value; empty where it is none, or a long one.
[[nodiscard]] std::string attributeText(hid_t attribute);

/// The text of an object's attribute of this name; empty where there is none.
[[nodiscard]] std::string attributeText(hid_t object, const char* name);

/// The texts in a data set or an attribute of `count` of them, one for each value; none where they
/// are long.
[[nodiscard]] std::vector<std::string> textsIn(hid_t data, bool isAttribute, hsize_t count);

/// MATLAB's texts, a number for each letter; empty where it is a long one.
[[nodiscard]] std::string charactersIn(hid_t data, hsize_t count);

} // namespace spall::io::hdf5
