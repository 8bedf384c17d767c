// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/spectrogram.h"
#include "tests/core/signal/oracle.h"

#include <QTest>

using spall::ErrorCode;
using spall::Hertz;
using spall::signal::spectrogram;

class SpectrogramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsSciPy_data();
    void equalsSciPy();
    void aWideStepSkipsSamples();
    void badRequestsAreRefused();
};

void SpectrogramTest::equalsSciPy_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("half overlap") << 0;
    QTest::newRow("odd segment") << 1;
    QTest::newRow("longer segment") << 2;
}

void SpectrogramTest::equalsSciPy()
{
    QFETCH(int, row);
    const auto document = spall::tests::oracle("signal_maps");
    const auto& reference = document["spectrogram"][static_cast<std::size_t>(row)];
    const std::vector<double> samples = document["signal"];
    const auto found = spectrogram(samples,
                                   Hertz{reference["rate"]},
                                   {.segment = reference["segment"], .step = reference["step"]});
    QVERIFY(found.has_value());
    const std::vector<double> times = reference["times"];
    QCOMPARE(found->frames, static_cast<int>(times.size()));
    QVERIFY(std::abs(found->firstCentre.value - times[0]) < 1e-12);
    QVERIFY(std::abs(found->frameStep.value - (times[1] - times[0])) < 1e-12);
    const std::vector<double> powers{found->powers.begin(), found->powers.end()};
    // Kept in single precision.
    QVERIFY(spall::tests::relativeError(powers, reference["powers"].get<std::vector<double>>()) <
            6e-8);
    QCOMPARE(found->at(2, 3), found->powers[static_cast<std::size_t>(2 * found->bins + 3)]);
}

void SpectrogramTest::aWideStepSkipsSamples()
{
    std::vector<double> samples(10'000, 0.0);
    samples[4'500] = 1.0; // between two segments
    samples[6'020] = 1.0; // in the seventh
    const auto found = spectrogram(samples, Hertz{12000.0}, {.segment = 64, .step = 1'000});
    QVERIFY(found.has_value());
    QCOMPARE(found->frames, 10);
    for (int frame = 0; frame < found->frames; ++frame) {
        QCOMPARE(found->at(frame, 5) > 0.0F, frame == 6);
    }
}

void SpectrogramTest::badRequestsAreRefused()
{
    const std::vector<double> samples(100, 1.0);
    const auto codeOf = [&](Hertz rate, spall::SampleCount segment, spall::SampleCount step) {
        return spectrogram(samples, rate, {.segment = segment, .step = step}).error().code;
    };
    QCOMPARE(codeOf(Hertz{12000.0}, 101, 10), ErrorCode::TooFewSamples);
    QCOMPARE(codeOf(Hertz{12000.0}, 1, 10), ErrorCode::Usage);
    QCOMPARE(codeOf(Hertz{12000.0}, 64, 0), ErrorCode::Usage);
    QCOMPARE(codeOf(Hertz{-1.0}, 64, 32), ErrorCode::Usage);
}

QTEST_GUILESS_MAIN(SpectrogramTest)
#include "spectrogram_test.moc"
