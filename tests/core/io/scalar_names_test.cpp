// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/file_name_facts.h"
#include "core/io/scalar_meaning.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

namespace spall::io {

/// What files call a rate and a speed. Names that were not known left the rate to a guess.
class ScalarNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRateIsKnownByItsName_data()
    {
        QTest::addColumn<double>("value");
        for (const char* name : {"fs",
                                 "Fs_Hz",
                                 "f_s",
                                 "FS",
                                 "SR",
                                 "samplingRate",
                                 "sample_rate_sps",
                                 "f_sampling",
                                 "sampRate",
                                 "samp_rate",
                                 "fs_acc",
                                 "Fs_vib",
                                 "acc_fs",
                                 "sps",
                                 "SamplesPerSec",
                                 "Samples/sec",
                                 "DataRate",
                                 "odr",
                                 "ODR_Hz",
                                 "Abtastfrequenz",
                                 "Messrate",
                                 "frecuencia_muestreo",
                                 "Fr\xC3\xA9quence d'\xC3\xA9"
                                 "chantillonnage",
                                 "\xE9\x87\x87\xE6\xA0\xB7\xE9\xA2\x91\xE7\x8E\x87",
                                 "sample_rate_of_vibration",
                                 "Sampled at",
                                 "ADC rate"}) {
            QTest::newRow(name) << 25'600.0;
        }
        for (const char* name : {"fs_kHz", "sampling_freq_khz"}) {
            QTest::newRow(name) << 25.6;
        }
        for (const char* name : {"dt",
                                 "Ts",
                                 "T_s",
                                 "SampleTime",
                                 "Sampling_Time",
                                 "X Increment",
                                 "dX",
                                 "X-axis delta"}) {
            QTest::newRow(name) << 1.0 / 25'600.0;
        }
        QTest::newRow("dt_us") << 39.0625;
    }

    void aRateIsKnownByItsName()
    {
        QFETCH(double, value);
        const auto rate = statedRate({{QTest::currentDataTag(), value}});
        QVERIFY(rate);
        QVERIFY(qAbs(rate->value.value - 25'600.0) < 1e-6);
        QCOMPARE(rate->source, signal::Source::File);
    }

    /// Such names are met for the mains, the shaft and much else.
    void whatMayBeAnotherFrequencyIsAHintOnlyWhenItIsFast_data()
    {
        QTest::addColumn<int>("unused");
        for (const char* name : {"freq", "frequency", "Hz", "sf"}) {
            QTest::newRow(name) << 0;
        }
    }

    void whatMayBeAnotherFrequencyIsAHintOnlyWhenItIsFast()
    {
        const auto rate = statedRate({{QTest::currentDataTag(), 25'600.0}});
        QVERIFY(rate);
        QVERIFY(!signal::isStated(rate->source));
        QVERIFY(rate->reason.find("too fast") != std::string::npos);
        QVERIFY(!statedRate({{QTest::currentDataTag(), 50.0}}));
    }

    /// 25.6 Hz was taken as a fact.
    void aRateThatMustBeKilohertzIsDoubted()
    {
        const auto rate = statedRate({{"fs", 25.6}});
        QCOMPARE(rate->value.value, 25'600.0);
        QVERIFY(!signal::isStated(rate->source));
        QCOMPARE(statedRate({{"fs", 100.0}})->value.value, 100.0);
    }

    /// A duration was taken for the time between two samples.
    void aLongSamplingTimeIsNoStep()
    {
        QVERIFY(!statedRate({{"Sampling time", 10.0}}));
        QVERIFY(!statedRate({{"Ts", 25.0}})); // a temperature
    }

    void aSpeedIsKnownByItsName_data()
    {
        QTest::addColumn<double>("value");
        for (const char* name : {"RPM",
                                 "rpm_mean",
                                 "rpm1",
                                 "speed",
                                 "rotating_speed",
                                 "rot_speed",
                                 "RotSpeed",
                                 "rotation_speed",
                                 "running_speed",
                                 "CPM",
                                 "Drehzahl",
                                 "n_rpm"}) {
            QTest::newRow(name) << 1500.0;
        }
        for (const char* name : {"fr",
                                 "f_r",
                                 "f_rot",
                                 "RPS",
                                 "shaft_freq_hz",
                                 "shaft_frequency_Hz",
                                 "rotational_frequency",
                                 "rotation_freq",
                                 "speed_hz",
                                 "shaft_hz"}) {
            QTest::newRow(name) << 25.0;
        }
        QTest::newRow("omega") << 157.0796326794897;
    }

    void aSpeedIsKnownByItsName()
    {
        QFETCH(double, value);
        const auto speed = statedShaftSpeed({{QTest::currentDataTag(), value}}, {});
        QVERIFY(speed);
        QVERIFY(qAbs(speed->value.value - 1500.0) < 1e-6);
    }

    void aSlowSpeedMayBeAnything()
    {
        QVERIFY(!statedShaftSpeed({{"speed", 5.0}}, {}));
        QCOMPARE(statedShaftSpeed({{"speed", 900.0}, {"rpm", 1480.0}}, {})->value.value, 1480.0);
    }

    /// Of `max_rpm` = 6000 and `rpm` = 1480 the first was taken: any name that ends with "rpm" was
    /// as good as any other.
    void limitsAndRatingsAreNoSpeedWhereOneIsStated()
    {
        for (const char* name : {"max_rpm",
                                 "MaxRPM",
                                 "maxrpm",
                                 "Max speed rpm",
                                 "rpm_min",
                                 "motor.min_rpm",
                                 "speed_limit_rpm",
                                 "rated_rpm",
                                 "RatedRPM",
                                 "nominal_rpm",
                                 "rpm_nominal",
                                 "motor_rpm"}) {
            const auto speed = statedShaftSpeed({{name, 6000.0}, {"rpm", 1480.0}}, {});
            QVERIFY2(speed && speed->value.value == 1480.0, name);
        }
        QVERIFY(!statedShaftSpeed({{"max_rpm", 6000.0}, {"rpm_min", 100.0}}, {}));
        QCOMPARE(statedShaftSpeed({{"rated_rpm", 1500.0}}, {})->value.value, 1500.0);
        QCOMPARE(statedShaftSpeed({{"rated_rpm", 1500.0}, {"speed", 1480.0}}, {})->value.value,
                 1480.0);
        QCOMPARE(statedShaftSpeed({{"mine_rpm", 900.0}}, {})->value.value, 900.0);
    }

    void fileNamesTellRateAndSpeed_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("rpm");
        QTest::newRow("vib_20kHz_1500rpm") << 20'000.0 << 1500.0;
        QTest::newRow("N_1000rpm_51.2kHz") << 51'200.0 << 1000.0;
        QTest::newRow("bearing_1797_rpm") << 0.0 << 1797.0;
        QTest::newRow("rec_25600sps") << 25'600.0 << 0.0;
        QTest::newRow("fs25600_run1") << 25'600.0 << 0.0;
        QTest::newRow("rec_25,6kHz") << 25'600.0 << 0.0;
        QTest::newRow("test_25600Hz_30Hz") << 25'600.0 << 0.0;
        QTest::newRow("12k_DE_IR007_0") << 12'000.0 << 0.0;
        QTest::newRow("pump_30Hz_2") << 0.0 << 0.0;
    }

    void fileNamesTellRateAndSpeed()
    {
        QFETCH(double, rate);
        QFETCH(double, rpm);
        QCOMPARE(rateInFileName(QTest::currentDataTag()).value_or(Hertz{0}).value, rate);
        QCOMPARE(speedInFileName(QTest::currentDataTag()).value_or(Rpm{0}).value, rpm);
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::ScalarNamesTest)
#include "scalar_names_test.moc"
