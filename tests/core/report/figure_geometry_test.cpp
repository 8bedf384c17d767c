// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/axis.h"
#include "core/report/decimate.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace spall::report;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> labelsOf(const Axis& axis)
{
    std::vector<std::string> labels;
    for (const Tick& tick : axis.ticks) {
        labels.push_back(tick.label);
    }
    return labels;
}

Series noisyLine(std::size_t count)
{
    Series series;
    for (std::size_t i = 0; i < count; ++i) {
        series.x.push_back(static_cast<double>(i));
        series.y.push_back(std::sin(0.37 * static_cast<double>(i)));
    }
    return series;
}

} // namespace

class FigureGeometryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ticksAreRoundAndInside()
    {
        QCOMPARE(labelsOf(makeAxis(0.0, 10.0, Scale::Linear, 5)),
                 (std::vector<std::string>{"0", "2", "4", "6", "8", "10"}));
        QCOMPARE(labelsOf(makeAxis(-0.13, 0.12, Scale::Linear, 5)),
                 (std::vector<std::string>{"\u22120.10", "\u22120.05", "0", "0.05", "0.10"}));
        QCOMPARE(labelsOf(makeAxis(0.001, 1.0, Scale::Log, 5)),
                 (std::vector<std::string>{"0.001", "0.01", "0.1", "1"}));
    }

    void anyRangeCanBeDrawn_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("one value") << 3.0 << 3.0;
        QTest::newRow("zero") << 0.0 << 0.0;
        QTest::newRow("unknown") << kNan << kNan;
        QTest::newRow("no value") << std::numeric_limits<double>::infinity()
                                  << -std::numeric_limits<double>::infinity();
        QTest::newRow("turned round") << 2.0 << 1.0;
        QTest::newRow("huge") << -1e12 << 1e12;
        QTest::newRow("tiny") << 1e-9 << 2e-9;
    }

    void anyRangeCanBeDrawn()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        for (const Scale scale : {Scale::Linear, Scale::Log}) {
            const Axis axis = makeAxis(low, high, scale, 6);
            QVERIFY(axis.high > axis.low);
            QVERIFY(axis.ticks.size() < 40);
            for (const Tick& tick : axis.ticks) {
                QVERIFY(axis.place(tick.at) > -1e-6 && axis.place(tick.at) < 1.0 + 1e-6);
            }
            QVERIFY(std::isfinite(axis.place(1.0)));
        }
    }

    void framesHoldAllValuesAndMarks()
    {
        Figure figure;
        figure.series.push_back(noisyLine(10));
        figure.series.back().y[3] = kNan;
        figure.marks.push_back({true, 5.0, "threshold", "threshold"});
        const Frame frame = frameOf(figure, 5, 5);
        QCOMPARE(frame.x.low, 0.0);
        QCOMPARE(frame.x.high, 9.0);
        QVERIFY(frame.y.high > 5.0);
        figure.yLow = 0.0;
        QCOMPARE(frameOf(figure, 5, 5).y.low, 0.0);
    }

    void longLinesAreThinnedButKeepTheirPeaks()
    {
        Series series = noisyLine(1'000'000);
        series.y[123'456] = 40.0;
        const std::vector<Series> pieces = drawablePieces(series, 500);
        QCOMPARE(pieces.size(), std::size_t{1});
        QVERIFY(pieces[0].x.size() <= 1000);
        QCOMPARE(*std::max_element(pieces[0].y.begin(), pieces[0].y.end()), 40.0);
        QVERIFY(std::is_sorted(pieces[0].x.begin(), pieces[0].x.end()));
    }

    void linesBreakWhereValuesAreUnknown()
    {
        Series series = noisyLine(10);
        series.y[4] = kNan;
        const std::vector<Series> pieces = drawablePieces(series, 500);
        QCOMPARE(pieces.size(), std::size_t{2});
        QCOMPARE(pieces[0].x.size(), std::size_t{4});
        QCOMPARE(pieces[1].x.size(), std::size_t{5});
    }

    void barsSkipUnknownValuesInOnePiece()
    {
        Series series = noisyLine(10);
        series.style = Series::Style::Bars;
        series.y[4] = kNan;
        const std::vector<Series> pieces = drawablePieces(series, 500);
        QCOMPARE(pieces.size(), std::size_t{1});
        QCOMPARE(pieces[0].x.size(), std::size_t{9});
    }

    void nothingKnownGivesNothingToDraw()
    {
        Series series;
        series.x = {0.0, 1.0};
        series.y = {kNan, kNan};
        QVERIFY(drawablePieces(series, 100).empty());
        QVERIFY(drawablePieces({}, 100).empty());
    }
};

QTEST_GUILESS_MAIN(FigureGeometryTest)
#include "figure_geometry_test.moc"
