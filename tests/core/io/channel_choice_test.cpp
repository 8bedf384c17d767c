// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/io/channel_choice.h"
#include "core/io/scalar_meaning.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <cmath>

namespace spall::io {

class ChannelChoiceTest : public QObject {
    Q_OBJECT

private:
    static std::vector<double> noise(double mean = 0.0)
    {
        RandomEngine engine = makeEngine(Seed{3});
        std::vector<double> values(4000);
        for (double& value : values) {
            value = mean + normal(engine);
        }
        return values;
    }

    static std::vector<double> pulses()
    {
        std::vector<double> values = noise();
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = 0.02 * values[i] + (i % 100 < 8 ? 5.0 : 0.0);
        }
        return values;
    }

private Q_SLOTS:
    void theVibrationComesFirst_data()
    {
        QTest::addColumn<QString>("vibration");
        QTest::addColumn<QString>("other");
        for (const auto& [vibration, other] : {std::pair{"acc_x", "torque"},
                                               {"AccX", "Speed_rpm"},
                                               {"vibration_1", "phase_current_1"},
                                               {"CH1", "Tachometer"},
                                               {"X097_DE_time", "X097_FE_time"},
                                               {"Accelerometer", "Microphone"},
                                               {"z10_1", "Temperature"},
                                               {"bearing.gs", "bearing.load"},
                                               {"column 2", "Load cell"},
                                               {"Response", "Excitation"}}) {
            QTest::newRow(vibration) << vibration << other;
        }
    }

    void theVibrationComesFirst()
    {
        QFETCH(QString, vibration);
        QFETCH(QString, other);
        const auto values = noise();
        QVERIFY(vibrationLikeness(vibration.toStdString(), {}, values).score >
                vibrationLikeness(other.toStdString(), {}, values).score);
    }

    void unitsAndValuesCountToo()
    {
        QVERIFY(vibrationLikeness("a", "m/s^2", noise()).score >
                vibrationLikeness("b", "N", noise()).score);
        QVERIFY(vibrationLikeness("column 2", {}, noise()).score >
                vibrationLikeness("column 1", {}, pulses()).score);
        QCOMPARE(vibrationLikeness("column 1", {}, pulses()).reason,
                 std::string{"pulses of a tachometer"});
        QVERIFY(vibrationLikeness("a", {}, std::vector<double>(100, 2.0)).score < -5.0);
    }

    void ratesAreFoundInNamesAndTexts()
    {
        QCOMPARE(plainName("bearing.Sample_Rate"), std::string{"samplerate"});
        FileContents contents;
        contents.texts = {{"run.fs", "25.6 kHz"}, {"run.name", "12000"}};
        addWrittenNumbers(contents);
        const auto rate = statedRate(contents.scalars);
        QVERIFY(rate);
        QCOMPARE(rate->value.value, 25'600.0);
        QCOMPARE(contents.scalars.size(), std::size_t{1});
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::ChannelChoiceTest)
#include "channel_choice_test.moc"
