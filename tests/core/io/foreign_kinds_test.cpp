// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/io_fixture.h"

#include <QtTest>

namespace spall::io {

class ForeignKindsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesOfOtherKindsAreNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& bytes, const char* said) {
            QTest::newRow(said) << QString::fromUtf8(name) << bytes << QString::fromUtf8(said);
        };
        const QByteArray rest(600, '\7');
        row("a.zip", "PK\3\4" + rest, "a ZIP archive");
        row("a.xlsx", "PK\3\4" + rest + "[Content_Types].xml", "an Excel or Office file");
        row("a.csv.gz", "\x1F\x8B" + rest, "a gzip archive");
        row("a.mat", "\xFF\xD8\xFF" + rest, "a JPEG picture");
        row("a.wav", "RIFF\1\1\1\1WEBP" + rest, "a WebP picture");
        row("b.mat", "<!DOCTYPE html>\n<html><p>1 2 3</p>", "a web page");
        row("c.csv", "  <HTML><body>sign in", "a web page");
        row("a.csv",
            "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n",
            "a pointer of Git LFS");
        row("b.csv", "%PDF-1.4\n1 2 3\n4 5 6\n", "a PDF document");
        row("a.json", "{\"fs\": 25600, \"data\": [1, 2, 3]}", "a JSON file");
        row("a.tdms_index", "TDSh" + rest, "the index of a TDMS file");
        row("a.spall", "SPALLARC" + rest, "a model or a checkpoint of Spall");
        row("a.pkl", QByteArray{"\x80\x04\x95\x01", 4} + rest, "a pickle of Python");
        row("d.csv", QByteArray(2000, '\0'), "nothing but zeros");
        row("d.mat", QByteArray(2000, '\0'), "nothing but zeros where");
    }

    /// All of these were told to state the type of their samples, as in FILE::f32le, or where in
    /// them a line has too few columns.
    void filesOfOtherKindsAreNamed()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        TestFolder folder;
        const auto read = readFrom(folder.write(name.toUtf8().constData(), bytes));
        QVERIFY(!read);
        QVERIFY2(sentenceOf(read).contains(said), qPrintable(sentenceOf(read)));
        QVERIFY(!sentenceOf(read).contains("f32le"));
        QVERIFY(!read.error().hint.empty());
    }

    /// The list must not catch texts of numbers that begin alike.
    void numbersThatBeginAlikeAreRead()
    {
        TestFolder folder;
        for (const char* first : {"0       0.5\n", "ID3\n0.5\n", "PAR1x\n0.5\n"}) {
            const QByteArray blanks =
                first[0] == '0' ? "0       0.5\n1       -0.25\n" : "0.5\n-0.25\n";
            const auto read =
                readFrom(folder.write("a.csv", QByteArray{first} + blanks.repeated(60)));
            QVERIFY2(read, qPrintable(sentenceOf(read)));
        }
    }

    /// A table named .mat was no MAT file, and that was all that was said.
    void textUnderAnotherNameIsReadWithAWarning()
    {
        TestFolder folder;
        const auto read =
            readFrom(folder.write("a.mat", "acc\n" + QByteArray{"0.5\n-0.25\n"}.repeated(60)));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{120});
        QVERIFY2(QString::fromStdString((*read)->warnings.front()).contains("named '.mat'"),
                 (*read)->warnings.front().c_str());
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::ForeignKindsTest)
#include "foreign_kinds_test.moc"
