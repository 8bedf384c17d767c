// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/paginator.h"

namespace spall::ui::print {

namespace {

/// Height from block `first` to the end of its chain, without the space above the first.
double chainHeight(std::span<const LaidBlock> blocks, std::size_t first)
{
    double height = blocks[first].height;
    for (std::size_t i = first;
         blocks[i].keep == LaidBlock::Keep::WithNext && i + 1 < blocks.size();
         ++i) {
        height += blocks[i + 1].spaceBefore + blocks[i + 1].height;
    }
    return height;
}

/// Places blocks one after the other.
class Placer {
public:
    Placer(std::span<const LaidBlock> blocks, double pageHeight)
        : m_blocks(blocks), m_pageHeight(pageHeight)
    {
    }

    void add(std::size_t at)
    {
        const LaidBlock& block = m_blocks[at];
        if (mustStartPage(at)) {
            m_pages.emplace_back();
            m_bottom = 0.0;
            if (block.repeat >= 0) {
                place(static_cast<std::size_t>(block.repeat));
            }
        }
        place(at);
    }

    [[nodiscard]] std::vector<PlacedPage> take() { return std::move(m_pages); }

private:
    [[nodiscard]] bool mustStartPage(std::size_t at) const
    {
        const LaidBlock& block = m_blocks[at];
        if (m_pages.empty()) {
            return true;
        }
        if (m_pages.back().empty()) {
            return false;
        }
        const double room = m_pageHeight - m_bottom - block.spaceBefore;
        const double chain = chainHeight(m_blocks, at);
        // A chain that no page can hold flows on like single blocks.
        const double needed = chain <= m_pageHeight ? chain : block.height;
        return block.start == LaidBlock::Start::NewPage || needed > room;
    }

    void place(std::size_t at)
    {
        const LaidBlock& block = m_blocks[at];
        const double top = m_pages.back().empty() ? 0.0 : m_bottom + block.spaceBefore;
        m_pages.back().push_back({static_cast<int>(at), top});
        m_bottom = top + block.height;
    }

    std::span<const LaidBlock> m_blocks;
    double m_pageHeight;
    double m_bottom = 0.0;
    std::vector<PlacedPage> m_pages;
};

} // namespace

std::vector<PlacedPage> paginate(std::span<const LaidBlock> blocks, double pageHeight)
{
    Placer placer(blocks, pageHeight);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        placer.add(i);
    }
    return placer.take();
}

} // namespace spall::ui::print
