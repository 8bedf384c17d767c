// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_layout.h"
#include "core/io/text_reader.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

namespace spall::io {

class TextReaderTest : public QObject {
    Q_OBJECT

private:
    /// Rows of a pattern in which %1 is the row number and %2 a value with a sign.
    static QByteArray rows(const QString& pattern, int count)
    {
        QString text;
        for (int i = 0; i < count; ++i) {
            QString row = pattern;
            row.replace("%1", QString::number(i));
            text += row.replace("%2", QString::number((i * 37 % 101 - 50) / 64.0, 'f', 6));
        }
        return text.toUtf8();
    }

    static QByteArray utf16(const QByteArray& ascii)
    {
        QByteArray wide{"\xFF\xFE"};
        for (const char c : ascii) {
            wide += c;
            wide += '\0';
        }
        return wide;
    }

private Q_SLOTS:
    void numbersInGroupsOfThreeAreRead()
    {
        const TextDialect point{';', false};
        const TextDialect comma{';', true};
        QCOMPARE(numberIn("-1,234.5", point).value_or(0.0), -1234.5);
        QCOMPARE(numberIn("1.234.567,25", comma).value_or(0.0), 1'234'567.25);
        QVERIFY(!numberIn("1,23.5", point));
        QVERIFY(!numberIn("1.5,234", point));
        QVERIFY(!numberIn("1234,567.5", point));
    }

    void layoutsAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("channels"); // names and units
        QTest::addColumn<double>("second");    // second value of the first channel
        QTest::addColumn<double>("rate");      // 0: not stated, below 0: in front of the table
        const double second = (37 - 50) / 64.0;
        QTest::newRow("one column") << rows("%2\n", 80) << "signal[]" << second << 0.0;
        QTest::newRow("heading, comma")
            << "acc (g),temp [C]\n" + rows("%2,20.5\n", 80) << "acc[g] temp[C]" << second << 0.0;
        QTest::newRow("semicolon, CRLF")
            << "a;b\r\n" + rows("%2;1.5\r\n", 80) << "a[] b[]" << second << 0.0;
        QTest::newRow("decimal comma")
            << QByteArray{"a;b\n"} + rows("%2;1.5\n", 80).replace('.', ',') << "a[] b[]" << second
            << 0.0;
        QTest::newRow("decimal comma, one column")
            << rows("%2\n", 80).replace('.', ',') << "signal[]" << second << 0.0;
        QTest::newRow("blanks") << rows("  %2   3.25\n", 80) << "column 1[] column 2[]" << second
                                << 0.0;
        QTest::newRow("tab") << "x\ty\n" + rows("%2\t3.25\n", 80) << "x[] y[]" << second << 0.0;
        QTest::newRow("comments") << "# logger 7\n# x, y\n" + rows("%2,3.25\n", 80) << "x[] y[]"
                                  << second << 0.0;
        QTest::newRow("quoted") << "\"x\",\"y\"\n" + rows("\"%2\",\"3.25\"\n", 80) << "x[] y[]"
                                << second << 0.0;
        QTest::newRow("units below")
            << "time,acc\n(s),(m/s2)\n" + rows("%1e-3,%2\n", 80) << "acc[m/s2]" << second << 1000.0;
        // Once taken for the names of the columns, because they are in capitals.
        QTest::newRow("units below in capitals")
            << "x,level\nG,mV\n" + rows("%2,1.5\n", 80) << "x[G] level[mV]" << second << 0.0;
        // Once taken for seconds: a rate a thousand times too low.
        QTest::newRow("time_ms") << "time_ms,acc_g\n" + rows("%1,%2\n", 80) << "acc_g[g]" << second
                                 << 1000.0;
        QTest::newRow("Zeit/µs") << QByteArray{"Zeit/\xC2\xB5s;acc\n"} + rows("%1;%2\n", 80)
                                 << "acc[]" << second << 1e6;
        // Once the name of the only column.
        QTest::newRow("a comment heads no column")
            << "# fs_kHz = 12.8\n# unit: g\n" + rows("%2\n", 80) << "signal[g]" << second
            << -12'800.0;
        QTest::newRow("time in ms")
            << "Time (ms),acc\n" + rows("%1,%2\n", 80) << "acc[]" << second << 1000.0;
        QTest::newRow("unnamed times")
            << rows("%1e-4,%2\n", 80) << "column 2[]" << second << 10'000.0;
        QTest::newRow("unnamed counter") << rows("%1,%2\n", 80) << "column 2[]" << second << 0.0;
        QTest::newRow("byte order mark")
            << "\xEF\xBB\xBFx\n" + rows("%2\n", 80) << "x[]" << second << 0.0;
        QTest::newRow("text column") << "x,state\n" + rows("%2,ok\n", 80) << "x[]" << second << 0.0;
        QTest::newRow("trailing separator") << rows("%2,\n", 80) << "column 1[]" << second << 0.0;
        QTest::newRow("no last line end") << rows("%2\n", 80) + "0.5"
                                          << "signal[]" << second << 0.0;
        QTest::newRow("heading without the last separator")
            << "a;b\n" + rows("%2;1.5;\n", 80) << "a[] b[]" << second << 0.0;
        QTest::newRow("UTF-16, little end first")
            << utf16("t\tx (g)\n" + rows("%1e-3\t%2\n", 80)) << "x[g]" << second << 1000.0;
        QTest::newRow("line ends of old Macs")
            << rows("%2\n", 80).replace('\n', '\r') << "signal[]" << second << 0.0;
        QTest::newRow("Latin-1") << QByteArray{"Beschl. [m/s\xB2]\n"} + rows("%2\n", 80)
                                 << QString::fromUtf8("Beschl.[m/s\xC2\xB2]") << second << 0.0;
        QTest::newRow("words behind the table") << rows("%2\n", 80) + "End of data\n"
                                                << "signal[]" << second << 0.0;
        QTest::newRow("rate in front") << "Sampling rate: 25.6 kHz\nx;y\n" + rows("%2;1\n", 80)
                                       << "x[] y[]" << second << -25'600.0;
        QTest::newRow("rate below the headings")
            << "\"no\",\"x (g)\"\n\"Rate\",\"5120 Hz\"\n" + rows("%1,%2\n", 80) << "x[g]" << second
            << -5120.0;
        QTest::newRow("plus signs and exponents")
            << QByteArray{"+1e0\n-203.125E-3\n"}.repeated(40) << "signal[]" << second << 0.0;
    }

    void layoutsAreUnderstood()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, second);
        QFETCH(double, rate);
        TestFolder folder;
        const auto read = readFrom(folder.write("a.txt", text), {.fallbackRate = Hertz{1}});
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QStringList channels;
        for (const signal::Channel& channel : (*read)->channels) {
            channels += QString::fromStdString(channel.name + "[" + channel.unit + "]");
        }
        QTEST(channels.join(' '), "channels");
        QCOMPARE((*read)->channels.front().samples[1], second);
        if (rate != 0.0) {
            QCOMPARE((*read)->rate.value.value, qAbs(rate));
            QCOMPARE((*read)->rate.source,
                     rate > 0.0 ? signal::Source::TimeColumn : signal::Source::File);
        } else {
            QCOMPARE((*read)->rate.source, signal::Source::Argument);
        }
    }

    void femtoClockGivesTheRate()
    {
        QByteArray text;
        for (int i = 0; i < 2560; ++i) {
            const int micros = 65'664 + static_cast<int>(i * 1e6 / 25'600.0);
            text += QStringLiteral("9,39,39,%1,0.552,-0.146\n").arg(micros).toUtf8();
        }
        TestFolder folder;
        const auto read = readFrom(folder.write("acc_00001.csv", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 25'600.0);
        QCOMPARE((*read)->channels.size(), std::size_t{2});
        QCOMPARE((*read)->channels[0].name, std::string{"horizontal"});
    }

    void aConstantRpmColumnIsTheShaftSpeed()
    {
        TestFolder folder;
        const auto path = folder.write("a.csv", "DE_time,RPM\n" + rows("%2,1796\n", 100));
        const auto read = readFrom(path);
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.size(), std::size_t{1});
        QCOMPARE((*read)->shaftSpeed->value.value, 1796.0);
    }

    void brokenRowsAreNamed()
    {
        TestFolder folder;
        const auto wide = readFrom(folder.write("a.csv", rows("%2,1.5\n", 80) + "1,2,3\n4,5\n"));
        QVERIFY2(sentenceOf(wide).contains("line 81: 3 columns where the rows before have 2"),
                 qPrintable(sentenceOf(wide)));
        const auto word = readFrom(folder.write("b.csv", rows("%2,1.5\n", 80) + "x,2\n4,5\n"));
        QVERIFY2(sentenceOf(word).contains("line 81: column 1 holds 'x'"),
                 qPrintable(sentenceOf(word)));
    }

    void aCutLastLineIsLeftOutWithAWarning()
    {
        TestFolder folder;
        const auto read = readFrom(folder.write("a.csv", rows("%2,1.5\n", 80) + "0.12"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{80});
        QVERIFY(QString::fromStdString((*read)->warnings.front()).contains("incomplete"));
    }

    void gapsInTheTimesAreTold()
    {
        TestFolder folder;
        const QByteArray text = "t,x\n" + rows("%1e-3,%2\n", 100) + "0.5,1\n0.501,2\n";
        const auto read = readFrom(folder.write("a.csv", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QVERIFY(QString::fromStdString((*read)->warnings.front()).contains("not even: 1 of 101"));
        QVERIFY(qAbs((*read)->rate.value.value - 1000.0) < 1e-6); // the median step
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::TextReaderTest)
#include "text_reader_test.moc"
