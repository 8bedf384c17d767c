// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/io/mat_check.h"
#include "core/io/mat_reader.h"
#include "tests/core/io/io_fixture.h"

#include <QtEndian>
#include <QtTest>

namespace spall::io {

class MatReaderTest : public QObject {
    Q_OBJECT

private:
    static std::filesystem::path fixture(const char* name)
    {
        return std::filesystem::path{SPALL_SOURCE_DIR} / "tests" / "data" / "io" / name;
    }

    static QStringList channelsOf(const signal::Recording& recording)
    {
        QStringList names;
        for (const signal::Channel& channel : recording.channels) {
            names += QString::fromStdString(channel.name);
        }
        return names;
    }

private Q_SLOTS:
    void structsAndCellsAreSearched()
    {
        const auto read = readFrom(fixture("nested.mat"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read), QStringList({"bearing.gs", "c{1}", "Y(1).Data", "Y(2).Data"}));
        QCOMPARE((*read)->rate.value.value, 97'656.0);
        QCOMPARE((*read)->rate.source, signal::Source::File);
        QCOMPARE((*read)->shaftSpeed->value.value, 25.0 * 60.0); // turns per second beside `sr`
        QCOMPARE((*read)->provenance.format, std::string{"MAT v5 (compressed)"});
        QCOMPARE((*read)->channels[2].samples[1], 3.0 * (*read)->channels[0].samples[1]);
    }

    void anAddressInAStructPicksOneVector()
    {
        const auto read = readRecording({fixture("nested.mat"), "Y(2).Data", {}});
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read), QStringList({"Y(2).Data"}));
        const auto all = readRecording({fixture("nested.mat"), "bearing", {}});
        QVERIFY2(all, qPrintable(sentenceOf(all)));
        QCOMPARE(channelsOf(**all), QStringList({"bearing.gs"}));
    }

    void everyNumericClassIsRead()
    {
        const auto read = readFrom(fixture("classes.mat"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read),
                 QStringList({"row16", "column8", "single", "pair(:,1)", "pair(:,2)"}));
        const auto& channels = (*read)->channels;
        QCOMPARE(channels[0].samples.front(), -100.0);
        QCOMPARE(channels[0].samples.back(), 99.0);
        QCOMPARE(channels[1].samples.back(), 199.0);
        QCOMPARE(channels[2].samples[1], static_cast<double>(0.2955F));
        QCOMPARE(channels[3].samples[1], 0.2955);
        QCOMPARE(channels[4].samples[1], -0.2955);
        QCOMPARE((*read)->rate.value.value, 8000.0); // from dt
    }

    void levelFourIsRead()
    {
        const auto read = readFrom(fixture("level4.mat"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->provenance.format, std::string{"MAT v4"});
        QCOMPARE((*read)->rate.value.value, 5120.0);
        QCOMPARE((*read)->channels[0].samples[1], 0.2955);
    }

    void ofTwoRecordsTheOneInTheFileNameIsUsed()
    {
        const auto read = readFrom(fixture("099_two_records.mat"));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read), QStringList({"X099_DE_time"}));
        QCOMPARE((*read)->shaftSpeed->value.value, 1750.0);
        QVERIFY(QString::fromStdString((*read)->warnings.front()).contains("098 and 099"));

        TestFolder folder;
        const auto renamed =
            readFrom(folder.write("a.mat", bytesOf(fixture("099_two_records.mat"))));
        QCOMPARE(channelsOf(**renamed), QStringList({"X098_DE_time", "X098_FE_time"}));
        QVERIFY(!(*renamed)->shaftSpeed); // the file has only that of the other record
        QVERIFY(QString::fromStdString((*renamed)->warnings.front()).contains("comes first"));
    }

    /// Files of loggers and half-finished copies are filled up with zeros: they were "damaged".
    void zerosBehindTheLastElementAreToldAndPassedOver()
    {
        TestFolder folder;
        const auto read = readFrom(
            folder.write("a.mat", bytesOf(fixture("classes.mat")) + QByteArray(4096, '\0')));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.size(), std::size_t{5});
        QVERIFY2(QString::fromStdString((*read)->warnings.front()).contains("ends in zeros"),
                 (*read)->warnings.front().c_str());
    }

    /// The columns of a 2 x 2 x 2048 array were mixed into two signals; sparse arrays and objects
    /// of MATLAB were not there at all.
    void whatIsNoSignalIsNamedWithHowToSaveIt()
    {
        const auto element = [](quint32 type, const QByteArray& payload) {
            QByteArray bytes(8, '\0');
            qToLittleEndian(type, bytes.data());
            qToLittleEndian(static_cast<quint32>(payload.size()), bytes.data() + 4);
            return bytes + payload + QByteArray((8 - payload.size() % 8) % 8, '\0');
        };
        const auto words = [](std::initializer_list<quint32> values) {
            QByteArray bytes;
            for (const quint32 value : values) {
                QByteArray one(4, '\0');
                qToLittleEndian(value, one.data());
                bytes += one;
            }
            return bytes;
        };
        const QByteArray header = bytesOf(fixture("nested.mat")).left(128);
        const QByteArray numbers =
            element(14,
                    element(6, words({6, 0})) + element(5, words({2, 2, 100})) +
                        element(1, "cube") + element(9, QByteArray(400 * 8, '\1')));
        const QByteArray object =
            element(14,
                    element(6, words({17, 0})) + element(1, "TT") + element(1, "MCOS") +
                        element(1, "timetable") + element(14, QByteArray()));
        TestFolder folder;
        const auto read = readFrom(folder.write("a.mat", header + numbers + object));
        QVERIFY(!read);
        QVERIFY2(sentenceOf(read).contains("cube (3 dimensions"), qPrintable(sentenceOf(read)));
        QVERIFY2(sentenceOf(read).contains(
                     "TT (a MATLAB timetable: save TT.Variables and seconds(TT.Time))"),
                 qPrintable(sentenceOf(read)));
    }

    void noMutationIsReadPastItsEnd_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"nested.mat", "classes.mat", "099_two_records.mat", "level4.mat"}) {
            QTest::newRow(name) << name;
        }
    }

    void noMutationIsReadPastItsEnd()
    {
        QFETCH(QString, name);
        const QByteArray whole = bytesOf(fixture(name.toUtf8().constData()));
        RandomEngine engine = makeEngine(Seed{11});
        TestFolder folder;
        int refused = 0;
        constexpr int kMutations = 400;
        for (int i = 0; i < kMutations; ++i) {
            QByteArray bytes = whole;
            for (int flips = 1 + i % 4; flips > 0; --flips) {
                const auto at = static_cast<qsizetype>(uniformIndex(engine, bytes.size()));
                bytes[at] = static_cast<char>(uniformIndex(engine, 256));
            }
            if (i % 5 == 0) {
                bytes.truncate(static_cast<qsizetype>(uniformIndex(engine, bytes.size())));
            }
            const auto read = readFrom(folder.write("m.mat", bytes));
            if (!read) {
                QVERIFY(!read.error().what.empty());
                ++refused;
            } else {
                QVERIFY((*read)->sampleCount() <= 200 * 8); // never more than the file can hold
            }
        }
        QVERIFY(refused > 0); // some of them must have hit a tag
    }

    void everyCutIsRefusedOrShorter()
    {
        const QByteArray whole = bytesOf(fixture("classes.mat"));
        TestFolder folder;
        for (qsizetype length = 0; length < whole.size(); length += 97) {
            const auto checked = checkMat(folder.write("cut.mat", whole.left(length)));
            const bool isBetweenElements = checked.has_value();
            QVERIFY2(!isBetweenElements || length >= 128, "a cut header was accepted");
            if (!checked) {
                QVERIFY(!checked.error().hint.empty());
            }
        }
    }

    void aClaimOfFourGigabytesIsRefusedQuickly()
    {
        QByteArray bytes = bytesOf(fixture("classes.mat"));
        // The first array's tag stands behind the header; its size becomes 4 GB less one block.
        bytes.replace(132, 4, QByteArray{"\xf8\xff\xff\xff", 4});
        TestFolder folder;
        const auto checked = checkMat(folder.write("lie.mat", bytes));
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::FileUnreadable);
        QVERIFY(sentenceOf(checked).contains("are left"));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::MatReaderTest)
#include "mat_reader_test.moc"
