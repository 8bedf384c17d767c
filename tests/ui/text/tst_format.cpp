// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QtTest>

#include <limits>

namespace spall::ui {

class FormatTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsComeInGroupsOfThree()
    {
        QCOMPARE(countText(999), QStringLiteral("999"));
        QCOMPARE(countText(1234567), QStringLiteral("1\u202F234\u202F567"));
        QCOMPARE(countText(-1234), QStringLiteral("\u22121\u202F234"));
    }

    void numbersHaveThreeFigures_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0");
        QTest::newRow("small") << 0.07123 << QStringLiteral("0.0712");
        QTest::newRow("middle") << 12.345 << QStringLiteral("12.3");
        QTest::newRow("negative") << -1.5 << QStringLiteral("\u22121.50");
        QTest::newRow("large") << 1480.4 << QStringLiteral("1\u202F480");
        QTest::newRow("not a number")
            << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("–");
    }
    void numbersHaveThreeFigures()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(numberText(value), text);
    }

    /// The axis of a quiet envelope read "5E-05".
    void smallAndLargeNumbersArePowersOfTen()
    {
        QCOMPARE(powerText(5e-5, 4), QStringLiteral("5·10⁻⁵"));
        QCOMPARE(powerText(-1.25e9, 4), QStringLiteral("−1.25·10⁹"));
        QCOMPARE(powerText(9.9996e-7, 3), QStringLiteral("1·10⁻⁶"));
        QCOMPARE(powerText(0.0, 3), QStringLiteral("0"));
        QCOMPARE(numberText(-2.5e-6), QStringLiteral("−2.5·10⁻⁶"));
        QCOMPARE(numberText(3e12), QStringLiteral("3·10¹²"));
    }

    void frequenciesChooseTheirUnit()
    {
        QCOMPARE(frequencyText(Hertz{12000.0}), QStringLiteral("12\u00A0kHz"));
        QCOMPARE(frequencyText(Hertz{97656.0}), QStringLiteral("97.656\u00A0kHz"));
        QCOMPARE(frequencyText(Hertz{107.3}), QStringLiteral("107.3\u00A0Hz"));
    }

    void durationsReadLikeAClock()
    {
        QCOMPARE(durationText(Seconds{0.1707}), QStringLiteral("0.17\u00A0s"));
        QCOMPARE(durationText(Seconds{9.96}), QStringLiteral("10\u00A0s"));
        QCOMPARE(durationText(Seconds{92.0}), QStringLiteral("92\u00A0s"));
        QCOMPARE(durationText(Seconds{182.0}), QStringLiteral("3\u00A0min 02\u00A0s"));
        QCOMPARE(durationText(Seconds{3900.0}), QStringLiteral("1\u00A0h 05\u00A0min"));
        QCOMPARE(durationText(Seconds{-1.0}), QStringLiteral("–"));
    }

    void sharesKeepTheirEnds()
    {
        QCOMPARE(percentText(0.0), QStringLiteral("0\u00A0%"));
        QCOMPARE(percentText(1.0), QStringLiteral("100\u00A0%"));
        QCOMPARE(percentText(0.9321), QStringLiteral("93.2\u00A0%"));
    }
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::FormatTest)
#include "tst_format.moc"
