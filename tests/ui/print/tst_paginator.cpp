// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/paginator.h"
#include "ui/print/table_painter.h"

#include <QTest>

#include <numeric>

using namespace spall::ui::print;
using Keep = LaidBlock::Keep;

namespace {

LaidBlock block(double height, Keep keep = Keep::Alone)
{
    LaidBlock made;
    made.height = height;
    made.keep = keep;
    return made;
}

/// The pages as lists of block numbers.
std::vector<std::vector<int>> numbers(const std::vector<PlacedPage>& pages)
{
    std::vector<std::vector<int>> out;
    for (const PlacedPage& page : pages) {
        out.emplace_back();
        for (const Placed& placed : page) {
            out.back().push_back(placed.block);
        }
    }
    return out;
}

using Pages = std::vector<std::vector<int>>;

} // namespace

class PaginatorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blocksFlowInOrder()
    {
        const std::vector<LaidBlock> blocks{block(40), block(40), block(40), block(100)};
        QCOMPARE(numbers(paginate(blocks, 100)), (Pages{{0, 1}, {2}, {3}}));
    }

    void headingsGoWithWhatFollows()
    {
        const std::vector<LaidBlock> blocks{block(70), block(20, Keep::WithNext), block(30)};
        QCOMPARE(numbers(paginate(blocks, 100)), (Pages{{0}, {1, 2}}));
    }

    void chainsHigherThanAPageFlowOn()
    {
        const std::vector<LaidBlock> blocks{
            block(60, Keep::WithNext), block(60, Keep::WithNext), block(60)};
        QCOMPARE(numbers(paginate(blocks, 100)), (Pages{{0}, {1}, {2}}));
    }

    void aBlockHigherThanAPageLeavesNoEmptyPage()
    {
        const std::vector<LaidBlock> blocks{block(250), block(10)};
        QCOMPARE(numbers(paginate(blocks, 100)), (Pages{{0}, {1}}));
    }

    void spaceAboveIsDroppedAtTheTopOfAPage()
    {
        std::vector<LaidBlock> blocks{block(60), block(50)};
        blocks[0].spaceBefore = 10;
        blocks[1].spaceBefore = 10;
        const auto pages = paginate(blocks, 100);
        QCOMPARE(pages[0][0].top, 0.0);
        QCOMPARE(pages[1][0].top, 0.0);
        blocks[1].height = 30;
        QCOMPARE(paginate(blocks, 100)[0][1].top, 70.0);
    }

    void headsOfATableComeAgain()
    {
        std::vector<LaidBlock> blocks{block(10, Keep::WithNext), block(45), block(45), block(45)};
        for (std::size_t i = 1; i < blocks.size(); ++i) {
            blocks[i].repeat = 0;
        }
        QCOMPARE(numbers(paginate(blocks, 100)), (Pages{{0, 1, 2}, {0, 3}}));
    }

    void aNewPageStartsWhereItIsAskedFor()
    {
        std::vector<LaidBlock> blocks{block(10), block(10)};
        blocks[1].start = LaidBlock::Start::NewPage;
        QCOMPARE(numbers(paginate(blocks, 100)), (Pages{{0}, {1}}));
    }

    void nothingGivesNoPage() { QVERIFY(paginate({}, 100).empty()); }

    void narrowColumnsGetWhatTheyWant()
    {
        const std::vector<double> nothing{0, 0, 0};
        QCOMPARE(shareWidth({10, 20, 300}, nothing, 100), (std::vector<double>{10, 20, 70}));
        QCOMPARE(shareWidth({200, 10, 300}, nothing, 110), (std::vector<double>{50, 10, 50}));
        QCOMPARE(shareWidth({10, 20, 30}, nothing, 120), (std::vector<double>{30, 40, 50}));
    }

    void wordsAreNotBrokenWhereTheyFit()
    {
        QCOMPARE(shareWidth({200, 300}, {20, 250}, 300), (std::vector<double>{35, 265}));
        QCOMPARE(shareWidth({200, 300}, {200, 300}, 300), (std::vector<double>{150, 150}));
    }
};

QTEST_GUILESS_MAIN(PaginatorTest)
#include "tst_paginator.moc"
