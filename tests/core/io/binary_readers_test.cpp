// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy_header.h"
#include "core/io/raw_reader.h"
#include "tests/core/io/bytes.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <cmath>

namespace spall::io {

/// Formats of loggers, built here byte by byte from their descriptions.
class BinaryReadersTest : public QObject {
    Q_OBJECT

private:
    static QByteArray uff(const QByteArray& form, const QByteArray& numbers)
    {
        QByteArray record6 =
            "    1         0    0         0 Gear box          12   3 NONE               0   0";
        return "    -1\n    58\nid\nNONE\nNONE\nNONE\nNONE\n" + record6 + "\n" + form +
               "\n        17    0    0    0 time                 s                   \n"
               "        12    0    0    0 acceleration         m/s2                \n"
               "         0    0    0    0 NONE                 NONE                \n"
               "         0    0    0    0 NONE                 NONE                \n" +
               numbers + "    -1\n";
    }

private Q_SLOTS:
    void uffTextIsReadWithTouchingAndFortranNumbers()
    {
        TestFolder folder;
        QByteArray numbers;
        for (int i = 0; i < 100; ++i) {
            numbers += i % 2 == 0 ? " 1.00000E+00-2.00000E-01" : " 3.00000D+00\n";
        }
        const auto read = readFrom(folder.write(
            "a.uff",
            uff("         2       150         1  0.00000E+00  1.95313E-05  0.00000E+00", numbers)));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{150});
        QCOMPARE((*read)->channels[0].samples[1], -0.2);
        QCOMPARE((*read)->channels[0].samples[2], 3.0);
        QCOMPARE((*read)->channels[0].name, std::string{"Gear box 12+Z"});
        QCOMPARE((*read)->channels[0].unit, std::string{"m/s2"});
        QCOMPARE((*read)->rate.value.value, 51'200.0); // 1.95313E-05 leaves it open
    }

    void uffPairsGiveTheRate()
    {
        TestFolder folder;
        QByteArray numbers;
        for (int i = 0; i < 80; ++i) {
            numbers += QStringLiteral(" %1 %2\n").arg(i * 0.001, 0, 'E', 5).arg(i % 7).toUtf8();
        }
        const auto read = readFrom(folder.write(
            "a.unv",
            uff("         2        80         0  0.00000E+00  0.00000E+00  0.00000E+00", numbers)));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{80});
        QCOMPARE((*read)->channels[0].samples[8], 1.0);
        QCOMPARE((*read)->rate.value.value, 1000.0);
    }

    /// A line end in front of the first set made a text with too few columns of it.
    void uffMayBeginWithEmptyLines()
    {
        TestFolder folder;
        const QByteArray numbers = QByteArray{" 1.00000E+00 2.00000E-01\n"}.repeated(75);
        const auto read = readFrom(folder.write(
            "a.uff",
            "\r\n\n" + uff("         2       150         1  0.00000E+00  1.95313E-05  0.00000E+00",
                           numbers)));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{150});
    }

    /// A logger that loses its power leaves lengths of 0 in the header: "only 0 values".
    void anUnfinishedWavFileIsRead()
    {
        QByteArray bytes = "RIFF" + little<quint32>(0) + "WAVEfmt " + little<quint32>(16) +
                           little<quint16>(1) + little<quint16>(1) + little<quint32>(25'600) +
                           little<quint32>(51'200) + little<quint16>(2) + little<quint16>(16) +
                           "data" + little<quint32>(0);
        TestFolder folder;
        QVERIFY(!readFrom(folder.write("empty.wav", bytes)));
        for (qint16 i = 0; i < 300; ++i) {
            bytes += little<qint16>(static_cast<qint16>(i % 17 * 1000));
        }
        const auto read = readFrom(folder.write("a.wav", bytes));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{300});
        QCOMPARE((*read)->channels[0].samples[16], 16'000.0 / 32'768.0);
        QCOMPARE((*read)->rate.value.value, 25'600.0);
        QVERIFY2(QString::fromStdString((*read)->warnings.front()).contains("never finished"),
                 (*read)->warnings.front().c_str());
    }

    /// Loggers write the shaft speed as a comment; it was not looked at.
    void theCommentOfAWavFileGivesTheSpeed()
    {
        QByteArray samples;
        for (qint16 i = 0; i < 300; ++i) {
            samples += little<qint16>(static_cast<qint16>(i % 17 * 1000));
        }
        const QByteArray rest =
            QByteArray{"WAVEfmt "} + little<quint32>(16) + little<quint16>(1) + little<quint16>(1) +
            little<quint32>(25'600) + little<quint32>(51'200) + little<quint16>(2) +
            little<quint16>(16) + "LIST" + little<quint32>(22) + "INFOICMT" + little<quint32>(10) +
            QByteArray{"rpm=1480\0\0", 10} + "data" + little<quint32>(600) + samples;
        TestFolder folder;
        const auto read = readFrom(folder.write(
            "a.wav", "RIFF" + little<quint32>(static_cast<quint32>(rest.size())) + rest));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QVERIFY((*read)->shaftSpeed);
        QCOMPARE((*read)->shaftSpeed->value.value, 1480.0);
        QCOMPARE((*read)->rate.value.value, 25'600.0);
    }

    /// Of 25 600 samples that the header names 10 314 were there, and nobody was told.
    void aCutLabViewFileSaysSo()
    {
        const QByteArray head = "LabVIEW Measurement\t\nSeparator\tTab\nX_Columns\tOne\n"
                                "***End_of_Header***\t\n\t\nChannels\t1\t\nSamples\t500\t\n"
                                "Delta_X\t0.0001\t\n***End_of_Header***\t\t\n"
                                "X_Value\tacc\tComment\n";
        TestFolder folder;
        const auto read = readFrom(
            folder.write("a.lvm", head + QByteArray{"0.0\t0.5\n0.1\t-0.25\n"}.repeated(100)));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{200});
        QVERIFY2(QString::fromStdString((*read)->warnings.front())
                     .contains("'acc' ends after 200 of 500 values"),
                 (*read)->warnings.front().c_str());
    }

    /// What else an array held was "no real numbers".
    void arraysOfNumpyThatHoldNoNumbersAreNamed()
    {
        TestFolder folder;
        QByteArray header = "{'descr': '|O', 'fortran_order': False, 'shape': (3,), }\n";
        const QByteArray array = QByteArray{"\x93NUMPY\x01\x00", 8} +
                                 little<quint16>(static_cast<quint16>(header.size())) + header;
        const auto read = readFrom(folder.write("a.npy", array + QByteArray(100, 'x')));
        QVERIFY(!read);
        QVERIFY2(sentenceOf(read).contains("array (objects of Python, pickled"),
                 qPrintable(sentenceOf(read)));
    }

    void rawLayoutsAreUnderstood()
    {
        const auto plain = parseRawLayout("f32");
        QVERIFY(plain && *plain == (RawLayout{{NumberKind::Float, 4, false}, 1, 0}));
        const auto full = parseRawLayout("I24BEx4+512");
        QVERIFY(full && *full == (RawLayout{{NumberKind::Signed, 3, true}, 4, 512}));
        for (const char* wrong :
             {"", "f", "f24", "i12", "x2", "f32lex0", "f32lex", "f32+", "acc", "i16le?"}) {
            QVERIFY2(!parseRawLayout(wrong), wrong);
        }
    }

    void rawFilesAreReadAsStated()
    {
        TestFolder folder;
        QByteArray bytes{"head"};
        for (qint16 i = 0; i < 100; ++i) {
            bytes += little<qint16>(static_cast<qint16>(-i)) +
                     little<qint16>(static_cast<qint16>(2 * i));
        }
        const auto path = folder.write("a.bin", bytes);
        const auto unknown = readFrom(path);
        QVERIFY(!unknown);
        QVERIFY2(sentenceOf(unknown).contains("FILE::f32le"), qPrintable(sentenceOf(unknown)));
        const auto named = readRecording({path, "i16lex2+4", Hertz{8000}});
        QVERIFY2(named, qPrintable(sentenceOf(named)));
        QCOMPARE((*named)->sampleCount(), SampleCount{100});
        QCOMPARE((*named)->channels[0].samples[99], -99.0);
        QCOMPARE((*named)->channels[1].samples[99], 198.0);
        QCOMPARE((*named)->provenance.format, std::string{"raw i16le, 2 channels"});
        const auto asOption = readFrom(path, {.raw = parseRawLayout("u8")});
        QVERIFY2(asOption, qPrintable(sentenceOf(asOption)));
        QCOMPARE((*asOption)->sampleCount(), SampleCount{404});
    }

    void headersOfNumpyAreParsed()
    {
        const auto header =
            parseNpyHeader("{'descr': '<i2', 'fortran_order': True, 'shape': (3, 20L), }  \n");
        QVERIFY(header);
        QVERIFY(header->isColumnMajor);
        QCOMPARE(header->shape, (std::vector<std::uint64_t>{3, 20}));
        QVERIFY(header->fields.front().number == (NumberFormat{NumberKind::Signed, 2, false}));
        for (const char* wrong :
             {"", "{", "{'descr': '<f8'", "{'shape': (1,)}", "{'descr': [('a', ", "{'x': 1}"}) {
            QVERIFY2(!parseNpyHeader(wrong), wrong);
        }
    }

    void damagedArchivesAreRefused()
    {
        TestFolder folder;
        const QByteArray whole = bytesOf(SPALL_SOURCE_DIR "/tests/data/io/packed.npz");
        QByteArray flipped = whole;
        flipped[flipped.indexOf("vibration.npy") + 200] =
            static_cast<char>(flipped[flipped.indexOf("vibration.npy") + 200] ^ 4);
        const auto damaged = readFrom(folder.write("a.npz", flipped));
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, ErrorCode::FileUnreadable);
        const auto cut = readFrom(folder.write("b.npz", whole.left(whole.size() - 30)));
        QVERIFY(!cut);
        QVERIFY2(sentenceOf(cut).contains("archive is cut"), qPrintable(sentenceOf(cut)));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::BinaryReadersTest)
#include "binary_readers_test.moc"
