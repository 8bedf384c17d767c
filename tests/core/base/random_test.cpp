// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <QTest>

#include <array>
#include <cmath>
#include <set>

using spall::derive;
using spall::makeEngine;
using spall::Seed;

class RandomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEngineIsTheStandardOne();
    void theSameSeedDrawsTheSame();
    void purposesAndSeedsDrawApart();
    void uniformIsEven();
    void indicesStayBelowTheirCount();
    void normalHasItsMoments();
};

void RandomTest::theEngineIsTheStandardOne()
{
    // [rand.predef]: the 10 000th number of a default mt19937_64, whose seed is 5489.
    auto engine = makeEngine(Seed{5489});
    engine.discard(9999);
    QCOMPARE(engine(), std::uint64_t{9981545732273789042ULL});
}

void RandomTest::theSameSeedDrawsTheSame()
{
    auto first = makeEngine(Seed{42});
    auto second = makeEngine(Seed{42});
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(spall::normal(first), spall::normal(second));
        QCOMPARE(spall::uniformIndex(first, 17), spall::uniformIndex(second, 17));
    }
}

void RandomTest::purposesAndSeedsDrawApart()
{
    QVERIFY(derive(Seed{1}, "init") == derive(Seed{1}, "init"));
    std::set<std::uint64_t> seeds;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        for (const char* purpose : {"", "init", "sampler", "noise", "noisf"}) {
            seeds.insert(derive(Seed{seed}, purpose).value);
        }
    }
    QCOMPARE(seeds.size(), std::size_t{500});
}

void RandomTest::uniformIsEven()
{
    auto engine = makeEngine(Seed{7});
    std::array<int, 20> counts{};
    constexpr int kDraws = 200'000;
    for (int i = 0; i < kDraws; ++i) {
        const double value = spall::uniform(engine);
        QVERIFY(value >= 0.0 && value < 1.0);
        ++counts[static_cast<std::size_t>(value * 20.0)];
    }
    double chiSquare = 0.0;
    for (const int count : counts) {
        const double expected = kDraws / 20.0;
        chiSquare += (count - expected) * (count - expected) / expected;
    }
    QVERIFY(chiSquare < 43.8); // 99.9 % point of 19 degrees of freedom
}

void RandomTest::indicesStayBelowTheirCount()
{
    auto engine = makeEngine(Seed{8});
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        seen.insert(spall::uniformIndex(engine, 7));
        QCOMPARE(spall::uniformIndex(engine, 1), 0);
    }
    QCOMPARE(seen, (std::set<std::int64_t>{0, 1, 2, 3, 4, 5, 6}));
}

void RandomTest::normalHasItsMoments()
{
    auto engine = makeEngine(Seed{9});
    constexpr int kDraws = 400'000;
    double sum = 0.0;
    double square = 0.0;
    double fourth = 0.0;
    for (int i = 0; i < kDraws; ++i) {
        const double value = spall::normal(engine);
        QVERIFY(std::isfinite(value));
        sum += value;
        square += value * value;
        fourth += value * value * value * value;
    }
    // Five standard errors: 1, sqrt(2) and sqrt(96) over the root of the draws.
    const double error = 5.0 / std::sqrt(kDraws);
    QVERIFY(std::abs(sum / kDraws) < error);
    QVERIFY(std::abs(square / kDraws - 1.0) < std::sqrt(2.0) * error);
    QVERIFY(std::abs(fourth / kDraws - 3.0) < std::sqrt(96.0) * error);
}

QTEST_GUILESS_MAIN(RandomTest)
#include "random_test.moc"
