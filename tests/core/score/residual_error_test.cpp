// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/residual_error.h"
#include "tests/core/score/score_reference.h"

#include <QtTest>

#include <cmath>

using namespace spall::score;

class ResidualErrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReference()
    {
        const auto& reference = spall::tests::scoreReference().at("errors");
        const auto x = reference.at("x").get<std::vector<float>>();
        const auto y = reference.at("y").get<std::vector<float>>();
        const int radius = reference.at("radius");
        const auto length = static_cast<spall::SampleCount>(x.size());
        const auto errorOf = [&](ResidualError kind) {
            return residualErrors(kind, x, y, length, radius).front();
        };
        // Double sums of about forty terms: rounding stays far below this.
        QVERIFY(std::abs(errorOf(ResidualError::Point) - reference.at("point").get<double>()) <
                1e-12);
        QVERIFY(std::abs(errorOf(ResidualError::Area) - reference.at("area").get<double>()) <
                1e-12);
        QVERIFY(std::abs(errorOf(ResidualError::Dtw) - reference.at("dtw").get<double>()) < 1e-12);
    }

    void warpingForgivesAShiftThatThePointErrorDoesNot()
    {
        std::vector<float> x(64, 0.0F);
        std::vector<float> y(64, 0.0F);
        x[30] = 1.0F;
        y[34] = 1.0F;
        QCOMPARE(residualErrors(ResidualError::Dtw, x, y, 64, 4).front(), 0.0);
        QVERIFY(residualErrors(ResidualError::Dtw, x, y, 64, 3).front() > 0.0);
        QVERIFY(residualErrors(ResidualError::Point, x, y, 64, 4).front() > 0.0);
    }

    void everyWindowGetsItsOwnError()
    {
        std::vector<float> x(64 * 40, 0.0F);
        const std::vector<float> y = x;
        std::fill(x.begin() + 64 * 17, x.begin() + 64 * 18, 2.0F);
        for (const auto kind : {ResidualError::Point, ResidualError::Area, ResidualError::Dtw}) {
            const auto errors = residualErrors(kind, x, y, 64);
            QCOMPARE(errors.size(), std::size_t{40});
            QCOMPARE(errors[17], 2.0);
            QCOMPARE(errors[16], 0.0);
            QCOMPARE(errors[18], 0.0);
        }
    }
};

QTEST_GUILESS_MAIN(ResidualErrorTest)
#include "residual_error_test.moc"
