// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nearest.h"

#include <algorithm>
#include <cstddef>

namespace spall::app {
namespace {

/// Letters that must be changed, left out, added or swapped with their neighbour (the restricted
/// Damerau-Levenshtein distance).
std::size_t distanceOf(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1); // two rows up
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        above[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before.swap(above);
        above.swap(row);
    }
    return above[b.size()];
}

} // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& names)
{
    std::string best;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& name : names) {
        if (const std::size_t away = distanceOf(word, name); away < least) {
            least = away;
            best = name;
        }
    }
    return best;
}

} // namespace spall::app
