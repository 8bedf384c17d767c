// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_times.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

namespace spall::io {

class TextTimesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Columns of such times were dropped without a word and the rate was guessed.
    void everyFormOfATimeIsRead_data()
    {
        QTest::addColumn<double>("passed"); // since the time before it in the same form
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        const auto add = [](const char* first, const char* second, double passed) {
            QTest::newRow(first) << passed << QByteArray{first} << QByteArray{second};
        };
        add("2013-07-04 01:02:03.5", "2013-07-04 01:02:04", 0.5);
        add("2013-07-04T23:59:59.5Z", "2013-07-05T00:00:00Z", 0.5);
        add("2023-05-01T10:00:00.000+02:00", "2023-05-01T10:00:00.250+02:00", 0.25);
        add("2023-05-01 10:00:00:750", "2023-05-01 10:00:01:000", 0.25);
        add("04.07.2013 01:02:03,5", "04.07.2013 01:02:04", 0.5);
        add("5/1/2023 11:59:59.5 AM", "5/1/2023 12:00:00 PM", 0.5);
        add("5/21/2023 10:00:00", "5/22/2023 10:00:00", 86'400.0);
        add("31-May-2023 10:00:00", "01-Jun-2023 10:00:00", 86'400.0);
        add("1 Mai 2023 10:00:00", "2 Mai 2023 10:00:00", 86'400.0);
        add("20230501 100000.000", "20230501 100000.125", 0.125);
        add("0 days 23:59:59.5", "1 days 00:00:00", 0.5);
        add("01:02:03.25", "01:02:03.5", 0.25);
        add("59:59.50", "01:00:00", 0.5);
    }

    void everyFormOfATimeIsRead()
    {
        QFETCH(double, passed);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        const auto before = secondsIn(first.toStdString());
        const auto behind = secondsIn(second.toStdString());
        QVERIFY(before && behind);
        QVERIFY2(qAbs(*behind - *before - passed) < 1e-6, qPrintable(QString::number(*behind)));
    }

    void numbersAndWordsAreNoTimes_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"",
                                 "1.5",
                                 "-0.25",
                                 "20230501",
                                 "ok",
                                 "1 2 3",
                                 "25:61",
                                 "12:",
                                 "1:2:3:4:5",
                                 "99/99/2023",
                                 "10 g"}) {
            QTest::newRow(text) << QByteArray{text};
        }
    }

    void numbersAndWordsAreNoTimes()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!secondsIn(text.toStdString()));
    }

    /// A column of times in a form nobody knows vanished; now the file is told to hold one.
    void unreadTimesAreTold()
    {
        QByteArray text{"when,x\n"};
        for (int i = 0; i < 100; ++i) {
            text += QStringLiteral("day 3 at 10:00:%1,%2\n")
                        .arg(i % 60, 2, 10, QChar('0'))
                        .arg(i % 7 + 0.5)
                        .toUtf8();
        }
        TestFolder folder;
        const auto read = readFrom(folder.write("a.csv", text));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QVERIFY(QString::fromStdString((*read)->warnings.front()).contains("looks like times"));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::TextTimesTest)
#include "text_times_test.moc"
