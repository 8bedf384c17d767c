// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_fields.h"
#include "core/io/unit_suffix.h"

#include <QElapsedTimer>
#include <QtTest>

namespace spall::io {

/// Numbers and units in single fields.
class TextFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFieldIsANumberAloneOrWithAUnit_data()
    {
        QTest::addColumn<bool>("hasDecimalComma");
        QTest::addColumn<double>("value"); // 0: no number
        QTest::newRow("0.027") << false << 0.027;
        QTest::newRow("0.027 g") << false << 0.027;
        QTest::newRow("0,027 g") << true << 0.027;
        QTest::newRow("1.5D-03") << false << 0.0015;
        QTest::newRow("1,234.5") << false << 1234.5;
        QTest::newRow("1.234,5") << true << 1234.5;
        // The letter d of a unit was taken for an exponent, and thousands stood without a unit
        // only.
        QTest::newRow("21.5 degC") << false << 21.5;
        QTest::newRow("1,234.5 g") << false << 1234.5;
        QTest::newRow("5 g g") << false << 0.0;
        QTest::newRow("g") << false << 0.0;
        QTest::newRow("12,34,5") << false << 0.0;
    }

    void aFieldIsANumberAloneOrWithAUnit()
    {
        QFETCH(bool, hasDecimalComma);
        QFETCH(double, value);
        const TextDialect dialect{hasDecimalComma ? ';' : ',', hasDecimalComma};
        QCOMPARE(numberIn(QTest::currentDataTag(), dialect).value_or(0.0), value);
    }

    /// A field of 2 MB "1 g g g ..." held the program up for minutes: the units were taken off one
    /// by one, each with a look at all that was left.
    void aVeryLongFieldIsNoNumber()
    {
        QElapsedTimer timer;
        timer.start();
        const std::string units = "1" + QByteArray{" g"}.repeated(1'000'000).toStdString();
        QCOMPARE(kindOf(units, {}), FieldKind::Text);
        QVERIFY(!numberIn(std::string(100, '1'), {}));
        constexpr qint64 kMostMilliseconds = 5000;
        QVERIFY2(timer.elapsed() < kMostMilliseconds, qPrintable(QString::number(timer.elapsed())));
    }

    /// A channel name of 300 KB of marks took 27 s: a unit was looked for behind each of them.
    void aVeryLongNameEndsWithAUnitAllTheSame()
    {
        QElapsedTimer timer;
        timer.start();
        const std::string marks(1'000'000, '_');
        QVERIFY(unitSuffixOf(marks).unit.empty());
        QCOMPARE(unitSuffixOf(marks).name.size(), marks.size());
        const std::string name = "a" + marks + "acc_g";
        QCOMPARE(unitSuffixOf(name).unit, std::string_view{"g"});
        QCOMPARE(unitSuffixOf(name).name.size(), name.size() - 2);
        constexpr qint64 kMostMilliseconds = 5000;
        QVERIFY2(timer.elapsed() < kMostMilliseconds, qPrintable(QString::number(timer.elapsed())));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::TextFieldsTest)
#include "text_fields_test.moc"
