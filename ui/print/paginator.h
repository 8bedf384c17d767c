// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <functional>
#include <span>
#include <string>
#include <vector>

class QPainter;

namespace spall::ui::print {

/// A piece of a page that is never cut. Heights in layout units.
struct LaidBlock {
    enum class Keep { Alone, WithNext };
    enum class Start { Flow, NewPage };

    double height = 0.0;
    double spaceBefore = 0.0; ///< dropped at the top of a page
    Keep keep = Keep::Alone;
    Start start = Start::Flow;
    int repeat =
        -1; ///< block painted again above this one when it starts a page (heads of a table)
    std::function<void(QPainter&, QPointF)> paint;
    std::string bookmark; ///< of the PDF's outline; empty: none
};

/// Where a block goes on its page.
struct Placed {
    int block = 0;
    double top = 0.0;
};

using PlacedPage = std::vector<Placed>;

/// Puts blocks onto pages in order. A chain of blocks that are kept with the next one goes to the
/// next page as a whole, unless no page could hold it. A block higher than a page gets its own.
/// No page is empty.
[[nodiscard]] std::vector<PlacedPage> paginate(std::span<const LaidBlock> blocks,
                                               double pageHeight);

} // namespace spall::ui::print
