// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/fft.h"
#include "tests/core/signal/oracle.h"

#include <QTest>

#include <thread>

using spall::signal::ShortTimeFft;

namespace {

std::vector<float> single(const std::vector<double>& values)
{
    return {values.begin(), values.end()};
}

} // namespace

class ShortTimeFftTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsNumPy_data();
    void equalsNumPy();
    void countsFrames();
    void addsToWhatIsThere();
    void aFrameDoesNotHearItsNeighbours();
    void shortSignalsAddNothing();
    void threadsShareOneTransform();
};

void ShortTimeFftTest::equalsNumPy_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("128") << 0;
    QTest::newRow("64") << 1;
    QTest::newRow("16") << 2;
}

void ShortTimeFftTest::equalsNumPy()
{
    QFETCH(int, row);
    const auto document = spall::tests::oracle("signal");
    const auto& reference = document["short_time"][static_cast<std::size_t>(row)];
    const auto samples = single(document["signal"]);
    const ShortTimeFft transform{reference["size"]};
    QCOMPARE(transform.frames(samples.size()), reference["frames"].get<int>());
    std::vector<float> sums(static_cast<std::size_t>(transform.bins()));
    transform.addMagnitudes(samples, sums);
    const std::vector<double> values{sums.begin(), sums.end()};
    // Single precision: 24 bits, and rounding errors of a few hundred additions.
    QVERIFY(spall::tests::relativeError(values, reference["sums"].get<std::vector<double>>()) <
            2e-6);
}

void ShortTimeFftTest::countsFrames()
{
    const ShortTimeFft transform{128};
    QCOMPARE(transform.size(), 128);
    QCOMPARE(transform.bins(), 64);
    QCOMPARE(transform.frames(127), 0);
    QCOMPARE(transform.frames(128), 1);
    QCOMPARE(transform.frames(159), 1);
    QCOMPARE(transform.frames(160), 2);
    QCOMPARE(transform.frames(2048), 61);
}

void ShortTimeFftTest::addsToWhatIsThere()
{
    const auto samples = single(spall::tests::oracle("signal")["signal"]);
    const ShortTimeFft transform{64};
    std::vector<float> once(32);
    std::vector<float> twice(32);
    transform.addMagnitudes(samples, once);
    transform.addMagnitudes(samples, twice);
    transform.addMagnitudes(samples, twice);
    for (std::size_t i = 0; i < once.size(); ++i) {
        QVERIFY(std::abs(twice[i] - 2.0F * once[i]) <= 2e-6F * twice[i]);
    }
}

void ShortTimeFftTest::aFrameDoesNotHearItsNeighbours()
{
    // Two frames share one complex transform: a loud one beside a silent one must not leak.
    std::vector<float> samples(1024 + 64, 0.0F);
    for (std::size_t i = 0; i < 64; ++i) {
        samples[i] = 1000.0F * std::sin(0.8F * static_cast<float>(i));
    }
    const ShortTimeFft transform{64};
    std::vector<float> whole(32);
    transform.addMagnitudes(samples, whole);
    std::vector<float> loud(32);
    transform.addMagnitudes(std::span{samples}.first(64 + 48), loud);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        QCOMPARE(whole[i], loud[i]);
    }
}

void ShortTimeFftTest::shortSignalsAddNothing()
{
    const ShortTimeFft transform{128};
    std::vector<float> sums(64, 7.0F);
    transform.addMagnitudes(std::vector<float>(127, 1.0F), sums);
    QVERIFY(sums == std::vector<float>(64, 7.0F));
}

void ShortTimeFftTest::threadsShareOneTransform()
{
    const auto samples = single(spall::tests::oracle("signal")["signal"]);
    const ShortTimeFft small{64};
    const ShortTimeFft large{128};
    std::vector<float> expected(64);
    large.addMagnitudes(samples, expected);
    std::vector<std::vector<float>> found(4, std::vector<float>(64));
    {
        std::vector<std::jthread> threads;
        for (auto& sums : found) {
            threads.emplace_back([&] {
                for (int i = 0; i < 50; ++i) {
                    std::vector<float> other(32);
                    small.addMagnitudes(samples, other);
                    std::fill(sums.begin(), sums.end(), 0.0F);
                    large.addMagnitudes(samples, sums);
                }
            });
        }
    }
    for (const auto& sums : found) {
        QVERIFY(sums == expected);
    }
}

QTEST_GUILESS_MAIN(ShortTimeFftTest)
#include "short_time_fft_test.moc"
