// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/stated_rate.h"

#include "core/io/scalar_meaning.h"
#include "core/io/selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace spall::io {

using signal::Attributed;
using signal::Source;

namespace {

const FoundAxis* axisFor(const FileContents& contents, std::size_t length)
{
    const auto axis = std::find_if(contents.axes.begin(),
                                   contents.axes.end(),
                                   [=](const FoundAxis& a) { return a.length == length; });
    return axis == contents.axes.end() ? nullptr : &*axis;
}

} // namespace

std::optional<Attributed<Hertz>> rateStatedFor(const FoundVector& vector,
                                               const FileContents& contents,
                                               std::vector<std::string>& warnings)
{
    if (contents.rate) {
        return contents.rate;
    }
    if (vector.rate) {
        return Attributed<Hertz>{*vector.rate,
                                 Source::File,
                                 fmt::format("the file states it for '{}'", shownName(vector))};
    }
    auto stated = statedRate(contents.scalars, vector.name);
    const FoundAxis* axis = axisFor(contents, vector.samples.size());
    if (axis == nullptr) {
        return stated;
    }
    if (stated && !signal::isStated(stated->source)) {
        stated.reset(); // times tell more than a number that may be something else
    }
    if (!axis->warning.empty()) {
        warnings.push_back(axis->warning);
    }
    constexpr double kDisagree = 0.02;
    const double ratio = stated ? stated->value.value / axis->rate.value.value : 1.0;
    if (std::abs(ratio - 1.0) > kDisagree) {
        warnings.push_back(fmt::format(
            "The file disagrees with itself: {}, but {}.", stated->reason, axis->rate.reason));
    }
    return stated ? stated : axis->rate;
}

} // namespace spall::io
