// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/time_axis.h"
#include "ui/plot/time_text.h"

#include <QSignalSpy>
#include <QTest>

namespace spall::ui {

class TimeAxisTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_axis.setWhole(10.0, 0.01);
    }

    void aNewRecordingIsShownWhole()
    {
        m_axis.show({2.0, 3.0});
        m_axis.setWhole(20.0, 0.01);
        QCOMPARE(m_axis.view(), (TimeRange{0.0, 20.0}));
    }

    void zoomingKeepsTheTimeUnderThePointer()
    {
        m_axis.show({2.0, 6.0});
        m_axis.zoom(0.5, 3.0); // a quarter from the left edge
        QCOMPARE(m_axis.view(), (TimeRange{2.5, 4.5}));
    }

    void theViewNeverLeavesTheRecording()
    {
        m_axis.show({2.0, 4.0});
        m_axis.pan(100.0);
        QCOMPARE(m_axis.view(), (TimeRange{8.0, 10.0}));
        m_axis.pan(-100.0);
        QCOMPARE(m_axis.view(), (TimeRange{0.0, 2.0}));
        m_axis.zoom(1000.0, 1.0);
        QCOMPARE(m_axis.view(), m_axis.whole());
    }

    void theViewNeverGetsShorterThanTheSmallest()
    {
        m_axis.zoom(1e-9, 5.0);
        QVERIFY(m_axis.view().length() >= 0.01 * (1.0 - 1e-9));
        QVERIFY(m_axis.view().contains(5.0));
    }

    void aStretchBeyondTheEndIsMovedNotCut()
    {
        m_axis.show({9.5, 11.5});
        QCOMPARE(m_axis.view(), (TimeRange{8.0, 10.0}));
    }

    void theSameViewIsNotToldTwice()
    {
        QSignalSpy spy(&m_axis, &TimeAxis::viewChanged);
        m_axis.show({2.0, 4.0});
        m_axis.show({2.0, 4.0});
        QCOMPARE(spy.count(), 1);
    }

    void timesAreWrittenAsTheirAxisNeeds_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("step");
        QTest::addColumn<double>("longest");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole seconds") << 3.0 << 1.0 << 10.0 << "3 s";
        QTest::newRow("quarters") << 2.25 << 0.25 << 5.0 << "2.25 s";
        QTest::newRow("milliseconds") << 1.2345 << 0.0005 << 1.3 << "1.2345 s";
        QTest::newRow("nearly nothing is nothing") << 1e-17 << 0.1 << 5.0 << "0.0 s";
        QTest::newRow("minutes") << 83.0 << 1.0 << 100.0 << "1:23";
        QTest::newRow("minutes with tenths") << 83.5 << 0.5 << 100.0 << "1:23.5";
        QTest::newRow("rounding does not make 60 seconds") << 119.99 << 0.5 << 200.0 << "2:00.0";
        QTest::newRow("hours") << 3723.0 << 1.0 << 4000.0 << "1:02:03";
    }

    void timesAreWrittenAsTheirAxisNeeds()
    {
        QFETCH(double, seconds);
        QFETCH(double, step);
        QFETCH(double, longest);
        QTEST(timeText(seconds, step, longest), "text");
    }

private:
    TimeAxis m_axis;
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::TimeAxisTest)
#include "tst_time_axis.moc"
