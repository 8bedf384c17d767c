// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/demo.h"

#include <QTest>

using namespace spall;

class DemoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Window and command line each made the demo themselves, and only one of them labelled the
    // healthy recording.
    void everySampleIsLabelled()
    {
        const auto demo = pipeline::simulateDemo(Seed{1});
        for (const auto* each : {&demo.healthy, &demo.failing}) {
            SampleIndex reached = 0;
            for (const io::Label& label : demo.labels) {
                if (label.file == each->fileName) {
                    QCOMPARE(label.range.first, reached);
                    reached = label.range.last;
                }
            }
            QCOMPARE(reached, each->recording.sampleCount());
        }
    }

    void theSameSeedGivesTheSameSamples()
    {
        const auto one = pipeline::simulateDemo(Seed{1});
        const auto two = pipeline::simulateDemo(Seed{1});
        const auto other = pipeline::simulateDemo(Seed{2});
        const auto samplesOf = [](const pipeline::DemoRecording& each) {
            return each.recording.channels.front().samples;
        };
        QVERIFY(samplesOf(one.failing) == samplesOf(two.failing));
        QVERIFY(samplesOf(one.failing) != samplesOf(other.failing));
        QVERIFY(samplesOf(one.healthy) != samplesOf(other.healthy));
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
