// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/io_fixture.h"

#include <QtTest>

namespace spall::io {

/// Signals in rows were refused, or opened as hundreds of channels of one value.
class TextRowsTest : public QObject {
    Q_OBJECT

private:
    static QByteArray numbers(double scale, const char* between)
    {
        QByteArrayList list;
        for (int i = 0; i < 500; ++i) {
            list += QByteArray::number((i * 37 % 101 - 50) * scale, 'f', 5);
        }
        return list.join(between);
    }

private Q_SLOTS:
    void oneRowIsOneSignal_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("commas") << numbers(0.1, ",");
        QTest::newRow("a list of Python") << "[" + numbers(0.1, ", ") + "]\n";
        QTest::newRow("an array of NumPy") << "[" + numbers(0.1, " ") + "]";
        QTest::newRow("decimal commas") << numbers(0.1, ";").replace('.', ',') + ";\n";
    }

    void oneRowIsOneSignal()
    {
        QFETCH(QByteArray, text);
        TestFolder folder;
        const auto read = readFrom(folder.write("a.txt", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.size(), std::size_t{1});
        QCOMPARE((*read)->sampleCount(), SampleCount{500});
        QVERIFY(qAbs((*read)->channels.front().samples[1] + 1.3) < 1e-12);
    }

    void namedRowsAreChannelsAndTimes()
    {
        QByteArrayList times;
        for (int i = 0; i < 500; ++i) {
            times += QByteArray::number(i / 25'600.0, 'f', 7);
        }
        TestFolder folder;
        const auto read =
            readFrom(folder.write("a.csv",
                                  "time," + times.join(',') + "\nDE (g)," + numbers(0.1, ",") +
                                      "\nFE (g)," + numbers(0.2, ",") + "\n"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->rate.value.value, 25'600.0);
        QCOMPARE((*read)->channels.size(), std::size_t{2});
        QCOMPARE((*read)->channels[1].name, std::string{"FE"});
        QCOMPARE((*read)->channels[1].unit, std::string{"g"});
    }

    void aShortTableStaysATable()
    {
        QByteArray text;
        for (int i = 0; i < 80; ++i) {
            text += QByteArray::number(i * 37 % 101) + ".5,1.5\n";
        }
        TestFolder folder;
        const auto read = readFrom(folder.write("a.csv", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.size(), std::size_t{2});
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::TextRowsTest)
#include "text_rows_test.moc"
