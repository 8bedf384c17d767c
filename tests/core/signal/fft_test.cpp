// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/fft.h"

#include <QTest>

#include <cmath>
#include <complex>
#include <numbers>
#include <thread>
#include <vector>

using spall::signal::complexFft;
using spall::signal::FftDirection;
using spall::signal::inverseRealFft;
using spall::signal::realFft;

namespace {

std::vector<double> ramp(std::size_t n)
{
    std::vector<double> samples(n);
    for (std::size_t i = 0; i < n; ++i) {
        samples[i] = std::sin(0.37 * static_cast<double>(i * i)) + 0.25;
    }
    return samples;
}

/// The definition, term by term.
std::vector<std::complex<double>> slowFft(const std::vector<double>& samples)
{
    std::vector<std::complex<double>> spectrum(samples.size() / 2 + 1);
    for (std::size_t k = 0; k < spectrum.size(); ++k) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const auto turns = static_cast<double>(k * i % samples.size());
            const double angle =
                -2.0 * std::numbers::pi * turns / static_cast<double>(samples.size());
            spectrum[k] += std::polar(samples[i], angle);
        }
    }
    return spectrum;
}

} // namespace

class FftTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsItsDefinition_data();
    void equalsItsDefinition();
    void inverseGivesTheSamplesBack_data();
    void inverseGivesTheSamplesBack();
    void complexTransformAgreesWithTheRealOne();
    void complexInverseGivesTheValuesBackWhereverTheyLie();
    void nothingTransformsToNothing();
    void threadsGetTheSameBits();
};

void FftTest::equalsItsDefinition_data()
{
    QTest::addColumn<int>("n");
    for (const int n : {1, 2, 3, 7, 16, 97, 128, 360}) {
        QTest::addRow("%d", n) << n;
    }
}

void FftTest::equalsItsDefinition()
{
    QFETCH(int, n);
    const auto samples = ramp(static_cast<std::size_t>(n));
    const auto fast = realFft(samples);
    const auto slow = slowFft(samples);
    QCOMPARE(fast.size(), slow.size());
    for (std::size_t k = 0; k < fast.size(); ++k) {
        QVERIFY(std::abs(fast[k] - slow[k]) < 1e-13 * n);
    }
}

void FftTest::inverseGivesTheSamplesBack_data()
{
    equalsItsDefinition_data();
}

void FftTest::inverseGivesTheSamplesBack()
{
    QFETCH(int, n);
    const auto samples = ramp(static_cast<std::size_t>(n));
    const auto back = inverseRealFft(realFft(samples), samples.size());
    QCOMPARE(back.size(), samples.size());
    for (std::size_t i = 0; i < back.size(); ++i) {
        QVERIFY(std::abs(back[i] - samples[i]) < 1e-14 * (n + 10));
    }
}

void FftTest::complexTransformAgreesWithTheRealOne()
{
    const auto samples = ramp(60);
    std::vector<std::complex<double>> values(samples.begin(), samples.end());
    complexFft(values, FftDirection::Forward);
    const auto spectrum = realFft(samples);
    for (std::size_t k = 0; k < spectrum.size(); ++k) {
        QVERIFY(std::abs(values[k] - spectrum[k]) < 1e-12);
    }
}

void FftTest::complexInverseGivesTheValuesBackWhereverTheyLie()
{
    // An odd number of doubles before the values puts them off FFTW's alignment.
    std::vector<double> memory(2 * 33 + 1);
    for (std::size_t i = 0; i < memory.size(); ++i) {
        memory[i] = std::cos(static_cast<double>(i * i));
    }
    const auto original = memory;
    auto* first = reinterpret_cast<std::complex<double>*>(memory.data() + 1);
    complexFft({first, 33}, FftDirection::Forward);
    QVERIFY(memory[1] != original[1]);
    complexFft({first, 33}, FftDirection::Inverse);
    for (std::size_t i = 0; i < memory.size(); ++i) {
        QVERIFY(std::abs(memory[i] - original[i]) < 1e-14);
    }
}

void FftTest::nothingTransformsToNothing()
{
    QVERIFY(realFft({}).empty());
    QVERIFY(inverseRealFft({}, 0).empty());
    complexFft({}, FftDirection::Forward);
}

void FftTest::threadsGetTheSameBits()
{
    const auto samples = ramp(1000);
    const auto expected = realFft(samples);
    std::vector<int> wrong(4, 0);
    {
        std::vector<std::jthread> threads;
        for (int& count : wrong) {
            threads.emplace_back([&] {
                for (std::size_t n = 900; n <= 1000; ++n) {
                    const auto spectrum = realFft(std::span{samples}.first(n));
                    count += n == 1000 && spectrum != expected ? 1 : 0;
                }
            });
        }
    }
    QVERIFY(wrong == std::vector<int>(4, 0));
}

QTEST_GUILESS_MAIN(FftTest)
#include "fft_test.moc"
