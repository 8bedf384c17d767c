// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spall;
using namespace spall::report;

namespace {

/// No-break blanks as blanks, so that expectations can be read.
QString plain(const std::string& text)
{
    return QString::fromStdString(text).replace(QChar(0x00A0), QLatin1Char(' '));
}

} // namespace

class NumberTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unknownNumbersAreADash()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        for (const double value : {nan, infinity, -infinity}) {
            QCOMPARE(plain(decimal(value, 2)), QString(QChar(0x2013)));
            QCOMPARE(plain(compact(value)), QString(QChar(0x2013)));
            QCOMPARE(plain(percent(value)), QString(QChar(0x2013)));
            QCOMPARE(plain(durationText(Seconds{value})), QString(QChar(0x2013)));
        }
        QCOMPARE(plain(rateText(std::nullopt)), QString(QChar(0x2013)));
        QCOMPARE(plain(rateText(evaluate::Rate{0.0, 0.0, 1.0, 0, 0})), QString(QChar(0x2013)));
    }

    void numbersAreGroupedAndNeverMinusZero()
    {
        QCOMPARE(plain(count(2675684)), "2 675 684");
        QCOMPARE(plain(count(2048)), "2048");
        QCOMPARE(plain(decimal(-0.001, 1)), "0.0");
        QCOMPARE(plain(decimal(-1.25, 2)), QStringLiteral("\u22121.25"));
        QCOMPARE(plain(hertzText(Hertz{48000.0})), "48 000 Hz");
        QCOMPARE(plain(hertzText(Hertz{25.6})), "25.60 Hz");
    }

    void compactKeepsThreeDigits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0.00";
        QTest::newRow("small") << 0.001234 << "0.00123";
        QTest::newRow("middle") << 2.0512 << "2.05";
        QTest::newRow("large") << 12345.6 << "12 346";
        QTest::newRow("huge") << 1.5e9 << "1.50e+09";
    }

    void compactKeepsThreeDigits()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(plain(compact(value)), text);
    }

    void ratesCarryTheirInterval()
    {
        const evaluate::Rate rate{0.932, 0.914, 0.947, 932, 1000};
        QCOMPARE(plain(rateText(rate)), QStringLiteral("93.2 % (91.4\u201394.7 %)"));
        QCOMPARE(plain(percent(0.0042)), "0.42 %");
    }

    void durationsReadLikeAClock()
    {
        QCOMPARE(plain(durationText(Seconds{0.324})), "0.32 s");
        QCOMPARE(plain(durationText(Seconds{92.44})), "92.4 s");
        QCOMPARE(plain(durationText(Seconds{725.0})), "12 min 5 s");
        QCOMPARE(plain(durationText(Seconds{7500.0})), "2 h 05 min");
    }

    void fileNamesLoseTheirFolder()
    {
        QCOMPARE(plain(fileName("a/b/c.mat")), "c.mat");
        QCOMPARE(plain(fileName("C:\\data\\c.mat")), "c.mat");
        QCOMPARE(plain(fileName("run/")), "run/");
    }
};

QTEST_GUILESS_MAIN(NumberTextTest)
#include "number_text_test.moc"
