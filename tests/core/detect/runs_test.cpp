// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/detect/events.h"
#include "core/detect/runs.h"

#include <QTest>

using namespace spall;

class RunsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsNoRun()
    {
        QCOMPARE(detect::countRuns({}, 1), 0);
        QCOMPARE(detect::countRuns(std::vector<char>(200, 0), 3), 0);
        QCOMPARE(detect::countRuns(std::vector<char>(200, 1), 1), 1);
    }

    void placesUpToTheReachAreOneRun()
    {
        const std::vector<char> flags{1, 0, 0, 1, 0, 1, 1};
        QCOMPARE(detect::countRuns(flags, 1), 3);
        QCOMPARE(detect::countRuns(flags, 2), 2);
        QCOMPARE(detect::countRuns(flags, 3), 1);
    }

    /// Windows that reach over `reach` steps are events exactly where flags are runs.
    void runsAreTheEventsOfOverlappingWindows_data()
    {
        QTest::addColumn<int>("reach");
        for (const int reach : {1, 2, 3, 7, 63, 64, 65, 130, 1000}) {
            QTest::newRow(qPrintable(QString::number(reach))) << reach;
        }
    }

    void runsAreTheEventsOfOverlappingWindows()
    {
        QFETCH(int, reach);
        RandomEngine engine = makeEngine(Seed{static_cast<std::uint64_t>(reach)});
        for (const double share : {0.5, 0.05, 0.005}) {
            for (const std::size_t count : {1, 8, 63, 64, 65, 777}) {
                std::vector<char> flags(count);
                std::vector<SampleRange> windows(count);
                for (std::size_t at = 0; at < count; ++at) {
                    flags[at] = uniform(engine) < share ? 1 : 0;
                    const auto first = static_cast<SampleIndex>(10 * at);
                    windows[at] = {first, first + 10 * reach};
                }
                const auto events =
                    detect::findEvents(flags, std::vector<double>(count), windows).size();
                QCOMPARE(detect::countRuns(flags, static_cast<std::size_t>(reach)),
                         static_cast<std::int64_t>(events));
            }
        }
    }
};

QTEST_GUILESS_MAIN(RunsTest)
#include "runs_test.moc"
