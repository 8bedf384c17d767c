// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loss_trace.h"

#include <QtTest>

#include <limits>

namespace spall::ui {

class LossTraceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesThatAreNotNumbersAreLeftOut()
    {
        LossTrace trace;
        trace.add(1.0, std::numeric_limits<double>::quiet_NaN());
        trace.add(2.0, std::numeric_limits<double>::infinity());
        QVERIFY(trace.isEmpty());
        QVERIFY(trace.raw(10).isEmpty());
        QVERIFY(trace.smoothed(10).isEmpty());
    }

    void rawPointsAreThinnedButKeepTheNewest()
    {
        LossTrace trace;
        for (int i = 0; i < 10007; ++i) {
            trace.add(i, 2.0 * i);
        }
        const auto points = trace.raw(200);
        QVERIFY(points.size() <= 200);
        QVERIFY(points.size() > 100);
        QCOMPARE(points.last(), QPointF(10006.0, 20012.0));
    }

    void smoothingKeepsAStraightLine()
    {
        LossTrace trace;
        for (int i = 0; i < 1000; ++i) {
            trace.add(i, 3.0 * i - 1.0);
        }
        const auto line = trace.smoothed(100);
        QCOMPARE(line.size(), qsizetype{100});
        for (const QPointF& point : line) {
            QVERIFY(std::fabs(point.y() - (3.0 * point.x() - 1.0)) < 1e-9);
        }
    }

    void smoothingTakesNoiseAway()
    {
        LossTrace trace;
        for (int i = 0; i < 1000; ++i) {
            trace.add(i, i % 2 == 0 ? 1.0 : -1.0);
        }
        for (const QPointF& point : trace.smoothed(100)) {
            QVERIFY(std::fabs(point.y()) < 1e-9);
        }
    }
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::LossTraceTest)
#include "tst_loss_trace.moc"
