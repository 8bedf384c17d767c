// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain/local_outlier_factor.h"
#include "core/score/plain/mahalanobis.h"
#include "core/score/plain_methods.h"
#include "tests/core/score/score_reference.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace spall;
using namespace spall::score;

namespace {

constexpr SampleCount kLength = 256;

signal::Stretch learned()
{
    return tests::stretchOf(tests::resonantNoise(30000, 11));
}

const Front& learnedFront()
{
    static const Front front = *fitFront(std::vector{learned()}, kLength);
    return front;
}

PlainMethodPtr fitted(const std::string& name)
{
    return *fitPlainMethod(name, learnedFront(), std::vector{learned()}, Seed{3});
}

/// Unseen healthy windows, with impacts of `level` deviations on top.
WindowBatch windowsWithImpacts(double level)
{
    WindowBatch batch{kLength, tests::resonantNoise(static_cast<std::size_t>(kLength) * 60, 12)};
    const double height = level * learnedFront().scaling.deviation;
    for (std::size_t i = 0; i < batch.samples.size(); ++i) {
        const auto since = static_cast<double>(i % 100);
        batch.samples[i] += height * std::exp(-since / 6.0) * std::cos(2.0 * since);
    }
    return batch;
}

double mean(const std::vector<double>& values)
{
    return fitStandardiser(values).mean;
}

void addEveryMethod()
{
    QTest::addColumn<QString>("name");
    for (const auto& name : plainMethodNames()) {
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
}

} // namespace

class PlainMethodsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreThoseOfTheContract()
    {
        const std::vector<std::string> expected{"rms",
                                                "kurtosis",
                                                "crest",
                                                "mahalanobis",
                                                "ar32",
                                                "ar512",
                                                "pca100",
                                                "band",
                                                "lof",
                                                "random"};
        QCOMPARE(plainMethodNames(), expected);
    }

    void strongImpactsScoreHigher_data() { addEveryMethod(); }
    void strongImpactsScoreHigher()
    {
        QFETCH(QString, name);
        const auto method = fitted(name.toStdString());
        QCOMPARE(method->name(), name.toStdString());
        const auto healthy = method->score(windowsWithImpacts(0.0));
        const auto faulty = method->score(windowsWithImpacts(8.0));
        QVERIFY(healthy && faulty);
        QCOMPARE(healthy->size(), std::size_t{60});
        if (name != QLatin1String("random")) {
            QVERIFY(mean(*faulty) > mean(*healthy) + 2.0 * fitStandardiser(*healthy).deviation);
        } else {
            QVERIFY(std::abs(mean(*faulty) - mean(*healthy)) < 0.25);
        }
    }

    void scoresAreFiniteWhateverTheWindow_data() { addEveryMethod(); }
    void scoresAreFiniteWhateverTheWindow()
    {
        QFETCH(QString, name);
        const auto method = fitted(name.toStdString());
        for (const double value : {0.0,
                                   3.0,
                                   1e30,
                                   -1e-300,
                                   std::numeric_limits<double>::quiet_NaN(),
                                   std::numeric_limits<double>::infinity()}) {
            const auto scores = method->score({kLength, std::vector<double>(kLength, value)});
            QVERIFY(scores.has_value());
            QVERIFY(std::isfinite(scores->front()));
        }
    }

    void aStoredMethodScoresTheSame_data() { addEveryMethod(); }
    void aStoredMethodScoresTheSame()
    {
        QFETCH(QString, name);
        const auto method = fitted(name.toStdString());
        Archive archive;
        archive.kind = "model";
        method->store(archive, "plain/" + name.toStdString());
        const auto file = fromBytes(toBytes(archive), "model", 1, "memory");
        QVERIFY(file.has_value());
        const auto back = loadPlainMethod(
            name.toStdString(), learnedFront(), *file, "plain/" + name.toStdString());
        QVERIFY(back.has_value());
        const auto batch = windowsWithImpacts(1.0);
        QCOMPARE(*(*back)->score(batch), *method->score(batch));
    }

    void damagedStoresAreRefused_data() { addEveryMethod(); }
    void damagedStoresAreRefused()
    {
        QFETCH(QString, name);
        Archive sound;
        fitted(name.toStdString())->store(sound, "p");
        for (const auto& [part, array] : sound.arrays) {
            Archive archive = sound;
            archive.arrays.erase(part);
            QVERIFY(!loadPlainMethod(name.toStdString(), learnedFront(), archive, "p"));
            archive = sound;
            auto& broken = archive.arrays[part];
            std::fill(
                broken.real.begin(), broken.real.end(), -std::numeric_limits<double>::infinity());
            std::fill(
                broken.single.begin(), broken.single.end(), std::numeric_limits<float>::infinity());
            QVERIFY(!loadPlainMethod(name.toStdString(), learnedFront(), archive, "p"));
        }
    }

    void aWindowScoresTheSameInAnyBatch_data() { addEveryMethod(); }
    void aWindowScoresTheSameInAnyBatch()
    {
        QFETCH(QString, name);
        const auto method = fitted(name.toStdString());
        const auto batch = windowsWithImpacts(0.5);
        const auto together = method->score(batch);
        for (std::int64_t i = 0; i < batch.count(); i += 7) {
            const auto window = batch.window(i);
            const auto alone = method->score({kLength, {window.begin(), window.end()}});
            QVERIFY(alone && together);
            const double other = (*together)[static_cast<std::size_t>(i)];
            QVERIFY(std::abs(alone->front() - other) <= 1e-6 * std::max(1.0, std::abs(other)));
        }
    }

    void otherLengthsNamesAndStopsAreRefused()
    {
        const auto wrong = fitted("rms")->score({128, std::vector<double>(128, 0.0)});
        QVERIFY(!wrong && wrong.error().code == ErrorCode::Usage);
        const auto unknown =
            fitPlainMethod("tarot", learnedFront(), std::vector{learned()}, Seed{});
        QVERIFY(!unknown && unknown.error().code == ErrorCode::Usage);
        std::stop_source source;
        source.request_stop();
        const auto stopped = fitted("lof")->score(windowsWithImpacts(0.0), source.get_token());
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }

    void outlierFactorsAgreeWithScikitLearn()
    {
        const auto& reference = tests::scoreReference().at("lof");
        const std::size_t width = reference.at("width");
        const LocalOutlierFactor lof(reference.at("points").get<std::vector<double>>(),
                                     width,
                                     reference.at("neighbours").get<std::size_t>());
        const auto queries = reference.at("queries").get<std::vector<double>>();
        const auto expected = reference.at("factors").get<std::vector<double>>();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const double factor = lof.factor(std::span{queries}.subspan(i * width, width));
            QVERIFY(std::abs(factor - expected[i]) < 1e-6);
        }
    }

    void shrunkCovarianceAgreesWithScikitLearn()
    {
        const auto& reference = tests::scoreReference();
        const auto gaussian =
            fitGaussian(reference.at("lof").at("points").get<std::vector<double>>(), 5);
        const auto expected = reference.at("covariance").get<std::vector<double>>();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QVERIFY(std::abs(gaussian.covariance[i] - expected[i]) < 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(PlainMethodsTest)
#include "plain_methods_test.moc"
