// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/bearing.h"

#include <QTest>

#include <cmath>

using spall::ErrorCode;
using spall::Rpm;
using spall::signal::BearingGeometry;
using spall::signal::faultFrequencies;
using spall::signal::parseBearing;

class BearingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frequenciesFollowTheFormulas();
    void contactAngleActsThroughItsCosine();
    void racesShareAllPasses();
    void namesAreFoundHoweverWritten_data();
    void namesAreFoundHoweverWritten();
    void fourNumbersMakeABearing();
    void nonsenseIsRefusedWithAWayOut_data();
    void nonsenseIsRefusedWithAWayOut();
};

void BearingTest::frequenciesFollowTheFormulas()
{
    // d/D = 1/4, so every factor is exact in binary.
    const auto frequencies = faultFrequencies({"", 8, 1.0, 4.0, 0.0}, Rpm{600.0});
    QCOMPARE(frequencies.shaft.value, 10.0);
    QCOMPARE(frequencies.outerRace.value, 30.0);
    QCOMPARE(frequencies.innerRace.value, 50.0);
    QCOMPARE(frequencies.element.value, 18.75);
    QCOMPARE(frequencies.cage.value, 3.75);
}

void BearingTest::contactAngleActsThroughItsCosine()
{
    const auto slanted = faultFrequencies({"", 8, 2.0, 4.0, 60.0}, Rpm{600.0});
    const auto straight = faultFrequencies({"", 8, 1.0, 4.0, 0.0}, Rpm{600.0});
    QVERIFY(std::abs(slanted.outerRace.value - straight.outerRace.value) < 1e-12);
    QVERIFY(std::abs(slanted.cage.value - straight.cage.value) < 1e-12);
}

void BearingTest::racesShareAllPasses()
{
    for (const auto& bearing : spall::signal::knownBearings()) {
        const auto frequencies = faultFrequencies(bearing, Rpm{60.0});
        const double sum = frequencies.outerRace.value + frequencies.innerRace.value;
        QVERIFY2(std::abs(sum - bearing.elements) < 1e-12, bearing.name.c_str());
    }
}

void BearingTest::namesAreFoundHoweverWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("whole name") << "SKF 6205-2RS JEM"
                                << "SKF 6205-2RS JEM";
    QTest::newRow("without the end") << "SKF 6205-2RS"
                                     << "SKF 6205-2RS JEM";
    QTest::newRow("lower case, no blanks") << "skf6205-2rsjem"
                                           << "SKF 6205-2RS JEM";
    QTest::newRow("designation") << "6205"
                                 << "SKF 6205-2RS JEM";
    QTest::newRow("first of two makers") << "6203"
                                         << "SKF 6203-2RS JEM";
    QTest::newRow("the other maker") << "FAG 6203"
                                     << "FAG 6203 (Paderborn)";
    QTest::newRow("letters") << "uer204"
                             << "LDK UER204";
    QTest::newRow("by its data") << "mfpt"
                                 << "NICE (MFPT)";
}

void BearingTest::namesAreFoundHoweverWritten()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    const auto bearing = parseBearing(text.toStdString());
    QVERIFY(bearing.has_value());
    QCOMPARE(QString::fromStdString(bearing->name), name);
}

void BearingTest::fourNumbersMakeABearing()
{
    const auto bearing = parseBearing(" 16, 0.331 ,2.815,15.17");
    QVERIFY(bearing.has_value());
    QCOMPARE(bearing->elements, 16);
    QCOMPARE(bearing->elementDiameter, 0.331);
    QCOMPARE(bearing->pitchDiameter, 2.815);
    QCOMPARE(bearing->contactAngleDegrees, 15.17);
}

void BearingTest::nonsenseIsRefusedWithAWayOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << "";
    QTest::newRow("unknown") << "SKF 99999";
    QTest::newRow("a number cut in two") << "620";
    QTest::newRow("maker alone is too little") << "MB";
    QTest::newRow("three numbers") << "9,0.3,1.5";
    QTest::newRow("five numbers") << "9,0.3,1.5,0,0";
    QTest::newRow("no number") << "9,0.3,pitch,0";
    QTest::newRow("half an element") << "8.5,0.3,1.5,0";
    QTest::newRow("two elements") << "2,0.3,1.5,0";
    QTest::newRow("elements larger than the circle") << "9,2,1.5,0";
    QTest::newRow("elements that do not fit") << "20,0.3,1.5,0";
    QTest::newRow("nothing rolls") << "9,0,1.5,0";
    QTest::newRow("not a number") << "9,nan,1.5,0";
    QTest::newRow("right angle") << "9,0.3,1.5,90";
}

void BearingTest::nonsenseIsRefusedWithAWayOut()
{
    QFETCH(QString, text);
    const auto bearing = parseBearing(text.toStdString());
    QVERIFY(!bearing.has_value());
    QCOMPARE(bearing.error().code, ErrorCode::Usage);
    QVERIFY(bearing.error().hint.find("n,d,D,angle") != std::string::npos);
}

QTEST_GUILESS_MAIN(BearingTest)
#include "bearing_test.moc"
