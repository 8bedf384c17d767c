// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/label_csv.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

namespace spall::io {

class LabelCsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsComeBackAsTheyWere()
    {
        TestFolder folder;
        const std::vector<Label> labels{{"a.mat", {0, 2048}, "healthy"},
                                        {"b, c.mat", {10, 10}, "says \"hm\""},
                                        {"d.mat", {5, 9'007'199'254'740'993}, " two\nlines "},
                                        {"Prüfstand 3.csv", {1, 2}, ""}};
        QVERIFY(writeLabels(folder.path("l.csv"), labels));
        const auto read = readLabels(folder.path("l.csv"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QVERIFY(*read == labels);
    }

    /// Labels of one "1.csv" were those of every "1.csv", whatever its folder.
    void aLabelWithAFolderNamesOneOfSeveral()
    {
        const io::Label bare{"1.csv", {0, 10}, "healthy"};
        const io::Label placed{"new/1.csv", {0, 10}, "healthy"};
        QVERIFY(io::isOf(bare, "/runs/new/1.csv") && io::isOf(bare, "1.csv"));
        QVERIFY(!io::isOf(bare, "/runs/new/11.csv"));
        QVERIFY(io::isOf(placed, "/runs/new/1.csv") && io::isOf(placed, "new/1.csv"));
        QVERIFY(!io::isOf(placed, "/runs/old/1.csv"));
        QVERIFY(!io::isOf(placed, "/runs/renew/1.csv"));
        QVERIFY(!io::isOf({"", {0, 10}, "healthy"}, "/runs/new/1.csv"));
    }

    void noLabelsAreALegalFile()
    {
        TestFolder folder;
        QVERIFY(writeLabels(folder.path("l.csv"), {}));
        const auto read = readLabels(folder.path("l.csv"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QVERIFY(read->empty());
    }

    void mistakesAreToldWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("empty") << QByteArray{} << "line 1: the heading is missing";
        QTest::newRow("no heading") << QByteArray{"a,0,1,x\n"} << "line 1: the heading is missing";
        QTest::newRow("fields") << QByteArray{"file,start,end,label\r\na,0,1\r\n"}
                                << "line 2: 3 fields";
        QTest::newRow("number") << QByteArray{"file,start,end,label\na,0,1,x\na,0.5,1,x\n"}
                                << "line 3: start and end";
        QTest::newRow("order") << QByteArray{"file,start,end,label\na,5,1,x\n"}
                               << "line 2: the label";
        QTest::newRow("quote") << QByteArray{"file,start,end,label\n\"a,5,1,x\n"} << "no end";
    }

    void mistakesAreToldWithTheirLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, part);
        TestFolder folder;
        const auto read = readLabels(folder.write("l.csv", text));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::UnknownFormat);
        QVERIFY2(sentenceOf(read).contains(part), qPrintable(sentenceOf(read)));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::LabelCsvTest)
#include "label_csv_test.moc"
