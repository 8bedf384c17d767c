// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/front_sizes.h"
#include "core/score/store.h"
#include "tests/core/score/score_reference.h"

#include <QtTest>

#include <limits>

using namespace spall;
using namespace spall::score;

namespace {

Front someFront()
{
    return *fitFront(std::vector{tests::stretchOf(tests::resonantNoise(4000, 2))}, 128);
}

Calibration someCalibration()
{
    Calibration calibration;
    calibration.evidence = {
        {0.5F, 1.5F, 2.5F}, {1.0F, 2.0F, 3.0F}, {2, 1}, {{0.1, 0.2}, {0.3, 0.4}}, {5.0, 6.0}, 6};
    calibration.critic = {-3.0, 0.25};
    calibration.criticWeight = 0.1;
    calibration.criticVerdict = "earned a tenth";
    calibration.healthy = {{1.0, 2.0}, {3.0, 4.0}};
    calibration.independentWindows = 17.5;
    calibration.duration = Seconds{3.25};
    return calibration;
}

/// Through the bytes of a file and back.
Archive reread(Archive archive)
{
    archive.kind = "model";
    return *fromBytes(toBytes(archive), "model", 1, "memory");
}

} // namespace

class StoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFrontComesBackBitForBit()
    {
        Front front = someFront();
        front.error = ResidualError::Dtw;
        Archive archive;
        store(archive, "front", front);
        const auto back = loadFront(reread(archive), "front");
        QVERIFY(back.has_value());
        QCOMPARE(back->windowLength, front.windowLength);
        QCOMPARE(back->error, front.error);
        QCOMPARE(back->scaling.mean, front.scaling.mean);
        QCOMPARE(back->scaling.deviation, front.scaling.deviation);
        QCOMPARE(back->shortFilter.coefficients, front.shortFilter.coefficients);
        QCOMPARE(back->longFilter.deviation, front.longFilter.deviation);
        QCOMPARE(back->wholeFilter.coefficients, front.wholeFilter.coefficients);
        QCOMPARE(back->components.count, front.components.count);
        QCOMPARE(back->components.basis, front.components.basis);
    }

    void aCalibrationComesBackBitForBit()
    {
        const Calibration calibration = someCalibration();
        Archive archive;
        store(archive, "calibration", calibration);
        const auto back = loadCalibration(reread(archive), "calibration");
        QVERIFY(back.has_value());
        QCOMPARE(back->evidence.mean, calibration.evidence.mean);
        QCOMPARE(back->evidence.deviation, calibration.evidence.deviation);
        QCOMPARE(back->evidence.viewWidths, calibration.evidence.viewWidths);
        QCOMPARE(back->evidence.views[1].deviation, 0.4);
        QCOMPARE(back->evidence.total.mean, 5.0);
        QCOMPARE(back->evidence.exponent, 6);
        QCOMPARE(back->critic.mean, -3.0);
        QCOMPARE(back->criticWeight, 0.1);
        QCOMPARE(back->criticVerdict, calibration.criticVerdict);
        QCOMPARE(back->healthy.rec, calibration.healthy.rec);
        QCOMPARE(back->healthy.critic, calibration.healthy.critic);
        QCOMPARE(back->independentWindows, 17.5);
        QCOMPARE(back->duration.value, 3.25);
    }

    /// The untrained copy is never asked for the critic; only half a set of scores is damage.
    void aCalibrationMayLackTheCritic()
    {
        Calibration calibration = someCalibration();
        calibration.healthy.critic.clear();
        Archive archive;
        store(archive, "calibration", calibration);
        const auto back = loadCalibration(reread(archive), "calibration");
        QVERIFY(back.has_value());
        QCOMPARE(back->healthy.rec, calibration.healthy.rec);
        QVERIFY(back->healthy.critic.empty());
    }

    void aFrontFromBeforeThereWereOtherErrorsIsOfBands()
    {
        Archive archive;
        store(archive, "front", someFront());
        QCOMPARE(archive.arrays.erase("front/error"), std::size_t{1});
        const auto back = loadFront(reread(archive), "front");
        QVERIFY(back.has_value());
        QCOMPARE(back->error, ResidualError::Bands);
    }

    /// Every array in turn: missing (but for the error, see above), of another size, of the other
    /// type, not finite.
    void everyDamagedPartIsRefused()
    {
        Archive sound;
        store(sound, "front", someFront());
        store(sound, "calibration", someCalibration());
        const auto isRefused = [](const Archive& archive) {
            return !loadFront(archive, "front") || !loadCalibration(archive, "calibration");
        };
        QVERIFY(!isRefused(sound));
        for (const auto& [name, array] : sound.arrays) {
            const QByteArray shown = QByteArray::fromStdString(name);
            Archive archive = sound;
            archive.arrays.erase(name);
            QVERIFY2(isRefused(archive) || name == "front/error", shown + " missing");
            archive = sound;
            auto& longer = archive.arrays[name];
            (longer.real.empty() ? longer.single.emplace_back(1.0F),
             0
                                 : (longer.real.emplace_back(1.0), 0));
            QVERIFY2(isRefused(archive), shown + " longer");
            archive = sound;
            auto& broken = archive.arrays[name];
            if (broken.real.empty()) {
                broken.single.front() = std::numeric_limits<float>::quiet_NaN();
            } else {
                broken.real.front() = std::numeric_limits<double>::infinity();
            }
            QVERIFY2(isRefused(archive), shown + " not finite");
            archive = sound;
            auto& swapped = archive.arrays[name];
            swapped = Array{array.shape,
                            std::vector<float>(array.real.begin(), array.real.end()),
                            std::vector<double>(array.single.begin(), array.single.end())};
            QVERIFY2(isRefused(archive), shown + " of the other type");
        }
    }

    void numbersThatCannotBeMeantAreRefused()
    {
        Archive sound;
        store(sound, "front", someFront());
        store(sound, "calibration", someCalibration());
        const auto refuses = [&](const std::string& name, std::vector<double> values) {
            Archive archive = sound;
            archive.arrays[name].real = std::move(values);
            return !loadFront(archive, "front") || !loadCalibration(archive, "calibration");
        };
        QVERIFY(refuses("front/window_length", {1e300}));
        QVERIFY(refuses("front/window_length", {63.0}));
        QVERIFY(refuses("front/components/count", {-1.0}));
        QVERIFY(refuses("front/components/count", {2.5}));
        QVERIFY(refuses("front/scaling", {0.0, 0.0}));
        QVERIFY(refuses("front/short_filter/deviation", {0.0}));
        QVERIFY(refuses("calibration/evidence/view_widths", {-2.0, 5.0}));
        QVERIFY(refuses("calibration/evidence/view_widths", {1e18, 2.0}));
        QVERIFY(refuses("calibration/evidence/views", {0.1, 0.2, 0.3, 0.0}));
        QVERIFY(refuses("calibration/critic_weight", {1.5}));
        Archive silent = sound;
        silent.document = nlohmann::json::array();
        QVERIFY(!loadCalibration(silent, "calibration"));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
