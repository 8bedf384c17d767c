// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parse_number.h"

#include <QTest>

#include <clocale>
#include <cmath>
#include <limits>
#include <locale>

using spall::parseInteger;
using spall::parseNumber;

namespace {

class DecimalComma : public std::numpunct<char> {
protected:
    [[nodiscard]] char do_decimal_point() const override { return ','; }
};

} // namespace

class ParseNumberTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreRead_data();
    void numbersAreRead();
    void otherTextIsNoNumber_data();
    void otherTextIsNoNumber();
    void everyDigitCounts();
    void theLocaleDoesNotMatter();
    void integersAreWhole();
};

void ParseNumberTest::numbersAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("integer") << QByteArray{"12000"} << 12000.0;
    QTest::newRow("decimals") << QByteArray{"-0.25"} << -0.25;
    QTest::newRow("exponent") << QByteArray{"2.5e-3"} << 2.5e-3;
    QTest::newRow("capital exponent") << QByteArray{"1E+06"} << 1e6;
    QTest::newRow("leading plus") << QByteArray{"+4.5"} << 4.5;
    QTest::newRow("blanks around") << QByteArray{" \t7.5\r\n"} << 7.5;
    QTest::newRow("no digit before the point") << QByteArray{".5"} << 0.5;
    QTest::newRow("infinity") << QByteArray{"inf"} << std::numeric_limits<double>::infinity();
}

void ParseNumberTest::numbersAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(double, value);
    const auto found = parseNumber(text.toStdString());
    QVERIFY(found.has_value());
    QCOMPARE(*found, value);
}

void ParseNumberTest::otherTextIsNoNumber_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray{""};
    QTest::newRow("blanks") << QByteArray{"   "};
    QTest::newRow("decimal comma") << QByteArray{"1,5"};
    QTest::newRow("unit behind") << QByteArray{"1.5 g"};
    QTest::newRow("two numbers") << QByteArray{"1 2"};
    QTest::newRow("word") << QByteArray{"rate"};
    QTest::newRow("plus alone") << QByteArray{"+"};
    QTest::newRow("two signs") << QByteArray{"+-1"};
    QTest::newRow("two pluses") << QByteArray{"++1"};
    QTest::newRow("hexadecimal") << QByteArray{"0x10"};
    QTest::newRow("too large") << QByteArray{"1e999"};
}

void ParseNumberTest::otherTextIsNoNumber()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseNumber(text.toStdString()).has_value());
}

void ParseNumberTest::everyDigitCounts()
{
    QCOMPARE(*parseNumber("0.1"), 0.1);
    QCOMPARE(*parseNumber("1.7976931348623157e308"), std::numeric_limits<double>::max());
    QCOMPARE(*parseNumber("0.30000000000000004"), 0.1 + 0.2);
    QVERIFY(std::isnan(*parseNumber("nan")));
}

void ParseNumberTest::theLocaleDoesNotMatter()
{
    // Streams follow the first, the C functions the second where it is installed.
    const auto before = std::locale::global(std::locale{std::locale::classic(), new DecimalComma});
    std::setlocale(LC_NUMERIC, "de_DE.UTF-8");
    const auto point = parseNumber("2.5");
    const auto comma = parseNumber("2,5");
    std::locale::global(before);
    std::setlocale(LC_NUMERIC, "C");
    QCOMPARE(*point, 2.5);
    QVERIFY(!comma.has_value());
}

void ParseNumberTest::integersAreWhole()
{
    QCOMPARE(*parseInteger(" 42 "), 42);
    QCOMPARE(*parseInteger("+7"), 7);
    QCOMPARE(*parseInteger("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
    QVERIFY(!parseInteger("9223372036854775808").has_value());
    QVERIFY(!parseInteger("4.0").has_value());
    QVERIFY(!parseInteger("1e3").has_value());
    QVERIFY(!parseInteger("").has_value());
}

QTEST_GUILESS_MAIN(ParseNumberTest)
#include "parse_number_test.moc"
