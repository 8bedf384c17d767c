// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/front.h"
#include "core/score/front_sizes.h"
#include "core/score/interpolation.h"
#include "core/score/window_filter.h"
#include "tests/core/score/score_reference.h"

#include <QtTest>

#include <Eigen/Dense>

#include <cmath>
#include <limits>

using namespace spall;
using namespace spall::score;

namespace {

using Stretches = std::vector<std::vector<float>>;

/// Mean square of windows minus their projection.
double energyLeft(const PrincipalComponents& components, const std::vector<float>& windows)
{
    const auto projected = components.project(windows);
    double sum = 0.0;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const double left = static_cast<double>(windows[i]) - static_cast<double>(projected[i]);
        sum += left * left;
    }
    return sum / static_cast<double>(windows.size());
}

std::vector<float>
windowsOf(const std::vector<float>& stretch, std::size_t length, std::size_t step)
{
    std::vector<float> windows;
    for (std::size_t start = 0; start + length <= stretch.size(); start += step) {
        const auto first = stretch.begin() + static_cast<std::ptrdiff_t>(start);
        windows.insert(windows.end(), first, first + static_cast<std::ptrdiff_t>(length));
    }
    return windows;
}

} // namespace

class FrontTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void autoregressionAgreesWithSciPy()
    {
        const auto& reference = tests::scoreReference();
        const Stretches stretches{reference.at("stretch").get<std::vector<float>>()};
        for (const auto& row : reference.at("autoregression")) {
            const auto expected = row.at("coefficients").get<std::vector<double>>();
            const auto filter = fitAutoregression(stretches, row.at("order").get<int>());
            QVERIFY(filter.has_value());
            for (std::size_t k = 0; k < expected.size(); ++k) {
                QVERIFY(std::abs(filter->coefficients[k] - expected[k]) < 1e-8);
            }
            // The residual passes through single precision.
            const double deviation = row.at("deviation");
            QVERIFY(std::abs(filter->deviation / deviation - 1.0) < 1e-6);
        }
    }

    void piecesAddUpToOneLongAutocovariance()
    {
        // Longer than one FFT of the implementation, and with two stretches.
        const auto samples = tests::resonantNoise(100000, 3);
        std::vector<float> all(samples.begin(), samples.end());
        for (float& value : all) {
            value -= 3.0F;
        }
        const Stretches halves{std::vector<float>(all.begin(), all.begin() + 61234),
                               std::vector<float>(all.begin() + 61234, all.end())};
        const auto whole = fitAutoregression(Stretches{all}, 2);
        const auto parts = fitAutoregression(halves, 2);
        QVERIFY(whole && parts);
        // What was simulated, within four standard errors of 100 000 samples.
        QVERIFY(std::abs(whole->coefficients[0] + 1.2) < 4.0 * 0.6 / std::sqrt(1e5));
        QVERIFY(std::abs(whole->coefficients[1] - 0.8) < 4.0 * 0.6 / std::sqrt(1e5));
        // Only the two products across the cut are missing.
        QVERIFY(std::abs(whole->coefficients[0] - parts->coefficients[0]) < 1e-3);
        QVERIFY(std::abs(whole->deviation / parts->deviation - 1.0) < 1e-3);
    }

    void residualIsTheDirectSum()
    {
        const ArFilter filter{{0.5, -0.25, 0.125}, 2.0};
        for (const std::size_t length : {64U, 97U, 131U}) {
            std::vector<float> window(length);
            for (std::size_t i = 0; i < length; ++i) {
                window[i] = static_cast<float>(std::sin(0.7 * static_cast<double>(i * i)));
            }
            const auto found = residual(filter, window);
            QCOMPARE(found.size(), length - 3);
            for (std::size_t t = 3; t < length; ++t) {
                double sum = static_cast<double>(window[t]);
                for (std::size_t k = 1; k <= 3; ++k) {
                    sum += filter.coefficients[k - 1] * static_cast<double>(window[t - k]);
                }
                QVERIFY(std::abs(static_cast<double>(found[t - 3]) - sum / 2.0) < 1e-6);
            }
        }
    }

    void theFirstSamplesArePredictedFromThoseAfterThem()
    {
        const ArFilter filter{{0.5, -0.25, 0.125}, 2.0};
        std::vector<float> window(64);
        for (std::size_t i = 0; i < window.size(); ++i) {
            window[i] = static_cast<float>(std::sin(0.7 * static_cast<double>(i * i)));
        }
        const auto found = WindowFilter(filter, 64).applyBothWays(windowSpectrum(window));
        const auto later = residual(filter, window);
        std::vector<float> turned(window.rbegin(), window.rend());
        const auto earlier = residual(filter, turned);
        QCOMPARE(found.size(), window.size());
        for (std::size_t t = 0; t < found.size(); ++t) {
            const float expected = t < 3 ? earlier[60 - t] : later[t - 3];
            QVERIFY(std::abs(found[t] - expected) < 1e-6F);
        }
    }

    void interpolationAgreesWithNumPy()
    {
        for (const auto& row : tests::scoreReference().at("interpolation")) {
            const ArFilter filter{row.at("coefficients").get<std::vector<double>>(),
                                  row.at("deviation").get<double>()};
            const auto window = row.at("window").get<std::vector<float>>();
            const auto expected = row.at("error").get<std::vector<double>>();
            const auto found =
                Interpolation(filter, static_cast<SampleCount>(window.size())).apply(window);
            QCOMPARE(found.size(), expected.size());
            for (std::size_t t = 0; t < found.size(); ++t) {
                QVERIFY(std::abs(static_cast<double>(found[t]) - expected[t]) < 1e-5);
            }
        }
    }

    void componentsAgreeWithNumPyOnASmallCase()
    {
        const auto& reference = tests::scoreReference();
        const Stretches stretches{reference.at("stretch").get<std::vector<float>>()};
        const auto components = fitPrincipalComponents(stretches, 64, 3);
        QVERIFY(components.has_value());
        const double expected = reference.at("principal").at("left_energy");
        const double left = energyLeft(*components, windowsOf(stretches[0], 64, 8));
        QVERIFY(std::abs(left / expected - 1.0) < 1e-4);
    }

    void componentsMissNoMoreThanAFullDecomposition()
    {
        const auto front =
            fitFront(std::vector{tests::stretchOf(tests::resonantNoise(40000, 5))}, 256);
        QVERIFY(front.has_value());
        const auto samples = tests::resonantNoise(40000, 5);
        std::vector<float> stretch;
        for (const double sample : samples) {
            stretch.push_back(static_cast<float>(front->scaling.apply(sample)));
        }
        const auto windows = windowsOf(stretch, 256, 13);
        const auto count = static_cast<Eigen::Index>(windows.size() / 256);
        const Eigen::MatrixXd all =
            Eigen::Map<const Eigen::MatrixXf>(windows.data(), 256, count).cast<double>();
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> full(all * all.transpose());
        const double expected = full.eigenvalues().head(256 - front->components.count).sum() /
                                static_cast<double>(windows.size());
        QVERIFY(std::abs(energyLeft(front->components, windows) / expected - 1.0) < 1e-3);
    }

    void projectionOfAWindowDoesNotDependOnItsBatch()
    {
        const auto front =
            fitFront(std::vector{tests::stretchOf(tests::resonantNoise(20000, 6))}, 256);
        QVERIFY(front.has_value());
        const auto samples = tests::resonantNoise(256 * 21, 7);
        const std::vector<float> windows(samples.begin(), samples.end());
        const auto together = front->components.project(windows);
        for (std::size_t i = 0; i < 21; ++i) {
            const auto alone = front->components.project(std::span{windows}.subspan(256 * i, 256));
            for (std::size_t t = 0; t < 256; ++t) {
                QVERIFY(std::abs(alone[t] - together[256 * i + t]) <= 1e-6F);
            }
        }
    }

    void sizesShrinkWithTheWindow()
    {
        const auto front =
            fitFront(std::vector{tests::stretchOf(tests::resonantNoise(1000, 8))}, 64);
        QVERIFY(front.has_value());
        QCOMPARE(front->shortFilter.order(), 4);
        QCOMPARE(front->longFilter.order(), 16);
        QCOMPARE(front->wholeFilter.order(), 63);
        QCOMPARE(front->components.count, 3);
        QCOMPARE(transformSizes(64), (std::vector{32, 16}));
        QCOMPARE(transformSizes(2048), (std::vector{128, 64}));
        QCOMPARE(frontSizes(4096).longOrder, 512);
    }

    void unusableRecordingsAreRefused()
    {
        const auto codeOf = [](std::vector<double> samples, SampleCount length) {
            const auto front = fitFront(std::vector{tests::stretchOf(std::move(samples))}, length);
            return front ? ErrorCode::Internal : front.error().code;
        };
        QCOMPARE(codeOf(tests::resonantNoise(1023, 1), 256), ErrorCode::TooFewSamples);
        QCOMPARE(codeOf(tests::resonantNoise(1000, 1), 63), ErrorCode::TooFewSamples);
        QCOMPARE(codeOf(std::vector(4096, 0.1), 256), ErrorCode::TooFewSamples);
        auto broken = tests::resonantNoise(4096, 1);
        broken[77] = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(codeOf(broken, 256), ErrorCode::NotFinite);
    }

    void aStopIsAnsweredWithCancelled()
    {
        std::stop_source source;
        source.request_stop();
        const auto front = fitFront(
            std::vector{tests::stretchOf(tests::resonantNoise(4096, 1))}, 256, source.get_token());
        QVERIFY(!front.has_value());
        QCOMPARE(front.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(FrontTest)
#include "front_test.moc"
