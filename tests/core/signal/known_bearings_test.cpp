// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/bearing.h"

#include <QTest>

#include <cmath>
#include <set>

using spall::Rpm;

/// The table against what the owners of the rigs publish, to the digits they give.
class KnownBearingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowCanTurnAndHasItsOwnName();
    void everyRowIsChecked();
    void publishedFrequenciesFollow_data();
    void publishedFrequenciesFollow();
};

namespace {

struct Published {
    const char* name;
    double shaft; ///< turns per second of the published numbers; 1 for multipliers
    double outerRace;
    double innerRace; ///< 0 where not published
    double tolerance; ///< half a unit of the last digit, or what the source's own rounding needs
};

constexpr Published kPublished[]{
    {"SKF 6205-2RS JEM", 1.0, 3.5848, 5.4152, 5e-5},
    {"SKF 6203-2RS JEM", 1.0, 3.0530, 4.9469, 2e-4},
    {"LDK UER204", 35.0, 107.91, 172.09, 5e-3},
    {"Rexnord ZA-2115", 2000.0 / 60.0, 236.4, 296.9, 0.05},
    {"NSK 6804RS", 30.0, 168.3, 221.7, 0.05},
    {"NICE (MFPT)", 25.0, 81.1, 118.9, 0.05},
    {"Koyo 1205", 10.0, 48.9, 71.1, 0.05},
    {"MB ER-10K", 1.0, 3.052, 4.948, 5e-4},
    {"MB ER-16K", 1.0, 3.57, 5.43, 5e-3},
    {"SpectraQuest (MaFaulDa)", 1.0, 2.998, 5.002, 5e-4},
    {"FAG 6203 (Paderborn)", 1.0, 3.05, 4.95, 5e-3},
};

} // namespace

void KnownBearingsTest::everyRowCanTurnAndHasItsOwnName()
{
    std::set<std::string> names;
    for (const auto& bearing : spall::signal::knownBearings()) {
        QVERIFY2(spall::signal::validate(bearing).has_value(), bearing.name.c_str());
        QVERIFY2(names.insert(bearing.name).second, bearing.name.c_str());
    }
}

void KnownBearingsTest::everyRowIsChecked()
{
    QCOMPARE(std::size(kPublished), spall::signal::knownBearings().size());
}

void KnownBearingsTest::publishedFrequenciesFollow_data()
{
    QTest::addColumn<int>("row");
    for (int row = 0; row < static_cast<int>(std::size(kPublished)); ++row) {
        QTest::newRow(kPublished[row].name) << row;
    }
}

void KnownBearingsTest::publishedFrequenciesFollow()
{
    QFETCH(int, row);
    const auto& published = kPublished[row];
    const auto bearing = spall::signal::parseBearing(published.name);
    QVERIFY(bearing.has_value());
    const auto frequencies = faultFrequencies(*bearing, Rpm{60.0 * published.shaft});
    QVERIFY(std::abs(frequencies.outerRace.value - published.outerRace) <= published.tolerance);
    QVERIFY(std::abs(frequencies.innerRace.value - published.innerRace) <= published.tolerance);
    if (bearing->name == "SKF 6205-2RS JEM") {
        QVERIFY(std::abs(frequencies.cage.value - 0.39828) <= 5e-5);
        QVERIFY(std::abs(2.0 * frequencies.element.value - 4.7135) <= 1e-4);
    }
}

QTEST_GUILESS_MAIN(KnownBearingsTest)
#include "known_bearings_test.moc"
