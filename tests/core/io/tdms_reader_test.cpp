// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tdms_metadata.h"
#include "core/io/tdms_scale.h"
#include "tests/core/io/bytes.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <cmath>

namespace spall::io {

/// TDMS, built here byte by byte from its description.
class TdmsReaderTest : public QObject {
    Q_OBJECT

private:
    static QByteArray text(const QByteArray& value)
    {
        return little<quint32>(static_cast<quint32>(value.size())) + value;
    }

    static QByteArray realProperty(const QByteArray& name, double value)
    {
        return text(name) + little<quint32>(10) + little(value);
    }

    /// An object with `count` doubles in each chunk, or without data.
    static QByteArray
    object(const QByteArray& path, quint64 count, const QByteArray& properties, quint32 number)
    {
        const QByteArray index = count == 0 ? little<quint32>(0xFFFFFFFF)
                                            : little<quint32>(20) + little<quint32>(10) +
                                                  little<quint32>(1) + little(count);
        return text(path) + index + little(number) + properties;
    }

    static QByteArray segment(quint32 contents,
                              const QByteArray& metadata,
                              const QByteArray& raw,
                              quint64 claimed = 0)
    {
        const auto all = static_cast<quint64>(metadata.size() + raw.size());
        return "TDSm" + little(contents) + little<quint32>(4713) +
               little(claimed == 0 ? all : claimed) +
               little<quint64>(static_cast<quint64>(metadata.size())) + metadata + raw;
    }

    static QByteArray doubles(int first, int count)
    {
        QByteArray bytes;
        for (int i = 0; i < count; ++i) {
            bytes += little(std::sin(0.3 * (first + i)));
        }
        return bytes;
    }

    /// Two channels of 100 doubles a chunk, one behind the other, at 10 kHz.
    static QByteArray twoChannels(int chunks, quint64 claimed = 0)
    {
        const QByteArray metadata =
            little<quint32>(4) + object("/", 0, realProperty("RPM", 1470.0), 1) +
            object("/'run'", 0, {}, 0) +
            object("/'run'/'acc x'", 100, realProperty("wf_increment", 1e-4), 1) +
            object("/'run'/'it''s'", 100, realProperty("wf_increment", 1e-4), 1);
        QByteArray raw;
        for (int chunk = 0; chunk < chunks; ++chunk) {
            raw += doubles(chunk * 100, 100) + doubles(1000 + chunk * 100, 100);
        }
        return segment(2 + 4 + 8, metadata, raw, claimed);
    }

private Q_SLOTS:
    void tdmsChunksAreJoined()
    {
        TestFolder folder;
        const auto read = readFrom(folder.write("a.tdms", twoChannels(3)));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->channels.size(), std::size_t{2});
        QCOMPARE((*read)->channels[0].name, std::string{"acc x"});
        QCOMPARE((*read)->channels[1].name, std::string{"it's"});
        QCOMPARE((*read)->sampleCount(), SampleCount{300});
        QCOMPARE((*read)->channels[0].samples[250], std::sin(0.3 * 250));
        QCOMPARE((*read)->channels[1].samples[250], std::sin(0.3 * 1250));
        QCOMPARE((*read)->rate.value.value, 10'000.0);
        QCOMPARE((*read)->shaftSpeed->value.value, 1470.0);
    }

    /// A segment without metadata goes on with the channels of the one before.
    void tdmsSegmentsAreJoinedAndInterleavedOnesTakenApart()
    {
        TestFolder folder;
        QByteArray mixed;
        for (int i = 0; i < 50; ++i) {
            mixed += little(static_cast<double>(i)) + little(-static_cast<double>(i));
        }
        const QByteArray bytes = twoChannels(1) + segment(8 + 32, {}, mixed);
        const auto read = readFrom(folder.write("a.tdms", bytes));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{150});
        QCOMPARE((*read)->channels[0].samples[149], 49.0);
        QCOMPARE((*read)->channels[1].samples[149], -49.0);
    }

    void tdmsOfAKilledWriterIsReadAsFarAsItGoes()
    {
        TestFolder folder;
        const QByteArray open = twoChannels(2, ~quint64{0});
        const auto read = readFrom(folder.write("a.tdms", open));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{200});
        QVERIFY(QString::fromStdString((*read)->warnings.front()).contains("ends before"));
        const auto cut = readFrom(folder.write("b.tdms", open.left(40)));
        QVERIFY(!cut);
        QVERIFY(sentenceOf(cut).contains("damaged in its first segment"));
    }

    /// A segment that names one channel once more, to change a property, was read with the two in
    /// each other's place.
    void tdmsChannelsKeepTheirPlaces()
    {
        TestFolder folder;
        const QByteArray again = little<quint32>(1) + text("/'run'/'acc x'") + little<quint32>(0) +
                                 little<quint32>(1) + realProperty("gain", 2.0);
        const QByteArray more = segment(2 + 8, again, doubles(100, 100) + doubles(1100, 100));
        const auto read = readFrom(folder.write("a.tdms", twoChannels(1) + more));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{200});
        QCOMPARE((*read)->channels[0].samples[150], std::sin(0.3 * 150));
        QCOMPARE((*read)->channels[1].samples[150], std::sin(0.3 * 1150));
    }

    /// Of a chunk that was cut both channels got the same share of its bytes, which are those of
    /// the first channel to their end and then those of the second.
    void tdmsOfACutChunkMixesNoChannels()
    {
        TestFolder folder;
        const QByteArray whole = twoChannels(20);
        const auto read = readFrom(folder.write("a.tdms", whole.left(whole.size() - 80 * 8)));
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE((*read)->sampleCount(), SampleCount{1920}); // both as far as both go
        QCOMPARE((*read)->channels[0].samples[1919], std::sin(0.3 * 1919));
        QCOMPARE((*read)->channels[1].samples[1919], std::sin(0.3 * 2919));
        const QByteArray one = twoChannels(1);
        const auto first = readFrom(folder.write("b.tdms", one.left(one.size() - 80 * 8)));
        QVERIFY2(first, qPrintable(sentenceOf(first)));
        QCOMPARE((*first)->sampleCount(), SampleCount{100}); // too much would go with the other
        QCOMPARE((*first)->channels[0].samples[99], std::sin(0.3 * 99));
    }

    void tdmsScalesAreApplied()
    {
        TdmsProperties properties;
        properties["NI_Number_Of_Scales"] = {2.0, {}};
        properties["NI_Scale[0]_Scale_Type"] = {{}, "Linear"};
        properties["NI_Scale[0]_Linear_Slope"] = {2.0, {}};
        properties["NI_Scale[0]_Linear_Y_Intercept"] = {1.0, {}};
        properties["NI_Scale[1]_Scale_Type"] = {{}, "Polynomial"};
        properties["NI_Scale[1]_Polynomial_Coefficients_Size"] = {3.0, {}};
        properties["NI_Scale[1]_Polynomial_Coefficients[0]"] = {0.5, {}};
        properties["NI_Scale[1]_Polynomial_Coefficients[2]"] = {1.0, {}};
        properties["NI_Scale[1]_Polynomial_Input_Source"] = {0.0, {}};
        std::vector<double> values{3.0};
        QVERIFY(applyTdmsScale(properties, values));
        QCOMPARE(values[0], 0.5 + 7.0 * 7.0);
        properties["NI_Scale[1]_Scale_Type"] = {{}, "Thermocouple"};
        QVERIFY(!applyTdmsScale(properties, values));
        // A damaged file held this count, which became an index far below 0.
        properties["NI_Number_Of_Scales"] = {std::nan(""), {}};
        QVERIFY(!applyTdmsScale(properties, values));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::TdmsReaderTest)
#include "tdms_reader_test.moc"
