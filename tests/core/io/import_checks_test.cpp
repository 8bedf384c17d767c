// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/io/import_checks.h"
#include "core/io/rate_evidence.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spall::io {

class ImportChecksTest : public QObject {
    Q_OBJECT

private:
    static std::vector<double> noise(std::size_t count, std::uint64_t seed)
    {
        RandomEngine engine = makeEngine(Seed{seed});
        std::vector<double> values(count);
        std::generate(values.begin(), values.end(), [&] { return normal(engine); });
        return values;
    }

    /// A machine: 16 harmonics of the shaft and, unless it is 0, four lines of the mains, in noise.
    static std::vector<double> machine(double rate, double rpm, double mains, std::uint64_t seed)
    {
        std::vector<double> values = noise(100'000, seed);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double t = 2.0 * std::numbers::pi * static_cast<double>(i) / rate;
            for (int k = 1; k <= 16; ++k) {
                values[i] += 0.15 * std::sin(k * (rpm / 60.0 * t + k));
            }
            for (int k = 1; k <= 4; ++k) {
                values[i] += 0.15 * std::sin(2.0 * k * mains * t);
            }
        }
        return values;
    }

    static signal::Recording recordingOf(std::vector<double> samples)
    {
        signal::Recording recording;
        recording.channels = {{"x", {}, std::move(samples)}};
        recording.rate = {Hertz{12'000}, signal::Source::File, "test"};
        return recording;
    }

    static bool isTold(const signal::Recording& recording, const char* part)
    {
        const auto sentences = doubts(recording);
        return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
            return sentence.find(part) != std::string::npos;
        });
    }

private Q_SLOTS:
    void aSignalThatStandsStillIsTold()
    {
        auto values = noise(4000, 9);
        QVERIFY(!isTold(recordingOf(values), "stands still"));
        std::fill(values.begin() + 1000, values.begin() + 1100, 0.0);
        QVERIFY(isTold(recordingOf(values), "stands still at 0 for 100 samples from sample 1000"));
    }

    void shaftHarmonicsTellTheRate_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("rpm");
        for (const double rate : {5120.0, 12'000.0, 20'000.0, 25'600.0, 48'000.0, 51'200.0}) {
            QTest::addRow("%g Hz", rate) << rate << 1483.0;
        }
        QTest::newRow("slow shaft") << 20'000.0 << 620.0;
    }

    void shaftHarmonicsTellTheRate()
    {
        QFETCH(double, rate);
        QFETCH(double, rpm);
        signal::Recording recording = recordingOf(machine(rate, rpm, 0.0, 3));
        recording.shaftSpeed = signal::Attributed<Rpm>{Rpm{rpm + 2.0}, signal::Source::File, ""};
        const auto guess = guessRate(recording);
        QCOMPARE(guess.value.value, rate);
        QCOMPARE(guess.source, signal::Source::ShaftHarmonics);
    }

    void mainsAndMotorTellTheRateWithoutASpeed()
    {
        const auto guess = guessRate(recordingOf(machine(25'600.0, 1458.0, 50.0, 4)));
        QCOMPARE(guess.value.value, 25'600.0);
        QVERIFY(guess.source == signal::Source::ShaftHarmonics ||
                guess.source == signal::Source::MainsLine);
    }

    /// Four turns of a motor at 1480 rpm were taken for the hum of 50 Hz mains, which half a second
    /// cannot tell apart, and the rate came out four times too high.
    void aShortRecordIsNotSureOfHum()
    {
        for (const double rpm : {1480.0, 1500.0}) {
            auto samples = machine(25'600.0, rpm, 0.0, 11);
            samples.resize(12'800);
            QVERIFY(!isConvincing(rateEvidence(samples, std::nullopt, std::nullopt), false));
        }
    }

    /// Lines of the spectrum overruled a rate that stood in the name of the file.
    void aRateInTheFileNameWinsOverLines()
    {
        signal::Recording recording = recordingOf(machine(25'600.0, 1458.0, 50.0, 4));
        recording.provenance.path = "pump_20kHz.csv";
        const auto guess = guessRate(recording);
        QCOMPARE(guess.value.value, 20'000.0);
        QCOMPARE(guess.source, signal::Source::Name);
    }

    /// 0.4 Hz from a column of milliseconds was a fact.
    void anUnlikelyRateIsDoubted()
    {
        signal::Recording recording = recordingOf(noise(5000, 7));
        QVERIFY(!isTold(recording, "unlikely"));
        for (const double rate : {0.4, 2.2e9}) {
            recording.rate = {Hertz{rate}, signal::Source::TimeColumn, "test"};
            QVERIFY(isTold(recording, "is unlikely for vibration"));
        }
    }

    void noiseConvincesNobody()
    {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            std::vector<double> samples = noise(20'000 + 5000 * seed, seed);
            for (std::size_t i = 1; seed % 2 == 0 && i < samples.size(); ++i) {
                samples[i] += 0.95 * samples[i - 1];
            }
            QVERIFY(!isConvincing(rateEvidence(samples, std::nullopt, std::nullopt), false));
            QVERIFY(!isConvincing(rateEvidence(samples, Rpm{1797}, std::nullopt), true));
        }
    }

    void withoutEvidenceTheRateIsAssumedAndSaysSo()
    {
        const auto guess = guessRate(recordingOf(noise(30'000, 1)));
        QCOMPARE(guess.source, signal::Source::Assumed);
        QCOMPARE(guess.value.value, 12'000.0);
        QVERIFY(!guess.reason.empty());
    }

    void namesHintWhereTheSignalIsSilent_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("channel");
        QTest::addColumn<double>("rate");
        QTest::newRow("normal") << "a.mat"
                                << "X098_DE_time" << 48'000.0;
        QTest::newRow("12k fault") << "a.mat"
                                   << "X105_DE_time" << 12'000.0;
        QTest::newRow("48k fault") << "a.mat"
                                   << "X109_DE_time" << 48'000.0;
        QTest::newRow("hertz in the name") << "pump_25600Hz.csv"
                                           << "x" << 25'600.0;
        QTest::newRow("kilohertz") << "run 51.2 kHz left.csv"
                                   << "x" << 51'200.0;
        QTest::newRow("48k") << "48k_drive_end.mat"
                             << "x" << 48'000.0;
        QTest::newRow("shaft frequency") << "run_25Hz.csv"
                                         << "x" << 12'000.0;
    }

    void namesHintWhereTheSignalIsSilent()
    {
        QFETCH(QString, path);
        QFETCH(QString, channel);
        QFETCH(double, rate);
        signal::Recording recording = recordingOf(noise(5000, 2));
        recording.provenance.path = path.toStdString();
        recording.channels.front().name = channel.toStdString();
        QCOMPARE(guessRate(recording).value.value, rate);
    }

    /// Each statement of a rate copied all samples, and undo kept both copies.
    void aStatedRateSharesTheSamples()
    {
        signal::Recording given = recordingOf(noise(5000, 2));
        const auto stated = withStatedRate(given, Hertz{48000.0});
        QCOMPARE(stated->rate.value.value, 48000.0);
        QCOMPARE(&stated->channels[0].samples.values(), &given.channels[0].samples.values());
        given.channels[0].samples.edit().front() += 1.0;
        QCOMPARE(stated->channels[0].samples.front() + 1.0, given.channels[0].samples.front());
    }

    void doubtsFindWhatIsWrong()
    {
        signal::Recording good = recordingOf(noise(20'000, 5));
        QVERIFY(doubts(good).empty());

        signal::Recording clipped = good;
        for (double& sample : clipped.channels[0].samples.edit()) {
            sample = std::clamp(sample * 3.0, -2.5, 2.5);
        }
        QVERIFY(isTold(clipped, "looks clipped"));

        signal::Recording twice = good;
        twice.channels.push_back({"y", {}, twice.channels[0].samples});
        QVERIFY(isTold(twice, "'x' and 'y' are the same signal"));
        for (double& sample : twice.channels[1].samples.edit()) {
            sample *= 9.81;
        }
        QVERIFY(isTold(twice, "'y' is 'x' times 9.81"));

        signal::Recording constant = good;
        constant.channels.push_back({"off", {}, std::vector<double>(20'000, 0.25)});
        QVERIFY(isTold(constant, "'off' is constant"));

        QVERIFY(isTold(recordingOf(noise(500, 6)), "The record is short"));

        signal::Recording guessed = good;
        guessed.rate.source = signal::Source::Assumed;
        QVERIFY(isTold(guessed, "is a guess"));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::ImportChecksTest)
#include "import_checks_test.moc"
