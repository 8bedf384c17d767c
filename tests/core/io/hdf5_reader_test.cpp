// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/hdf5_handle.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <cstring>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace spall::io {

using namespace hdf5;

/// Files that are written here, with the library that reads them.
class Hdf5ReaderTest : public QObject {
    Q_OBJECT

private:
    static std::vector<double> wave(std::size_t count, double pace)
    {
        std::vector<double> values(count);
        for (std::size_t i = 0; i < count; ++i) {
            values[i] = std::sin(pace * static_cast<double>(i));
        }
        return values;
    }

    static hid_t create(const std::filesystem::path& path)
    {
        return H5Fcreate(path.string().c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    }

    static void write(hid_t place,
                      const char* name,
                      const std::vector<double>& values,
                      std::vector<hsize_t> dims = {},
                      hid_t properties = H5P_DEFAULT)
    {
        if (dims.empty()) {
            dims = {values.size()};
        }
        const Space space{H5Screate_simple(static_cast<int>(dims.size()), dims.data(), nullptr)};
        const Object data{H5Dcreate2(
            place, name, H5T_NATIVE_DOUBLE, space.get(), H5P_DEFAULT, properties, H5P_DEFAULT)};
        QVERIFY(
            H5Dwrite(data.get(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >=
            0);
    }

    static void state(hid_t place, const char* name, double value)
    {
        const Space space{H5Screate(H5S_SCALAR)};
        const Attribute attribute{
            H5Acreate2(place, name, H5T_NATIVE_DOUBLE, space.get(), H5P_DEFAULT, H5P_DEFAULT)};
        QVERIFY(H5Awrite(attribute.get(), H5T_NATIVE_DOUBLE, &value) >= 0);
    }

    /// Texts of three letters at most, as an attribute.
    static void state(hid_t place, const char* name, const std::vector<std::string>& texts)
    {
        const hsize_t count = texts.size();
        const Space space{H5Screate_simple(1, &count, nullptr)};
        const Type type{H5Tcopy(H5T_C_S1)};
        QVERIFY(H5Tset_size(type.get(), 4) >= 0);
        std::string bytes(4 * texts.size(), '\0');
        for (std::size_t i = 0; i < texts.size(); ++i) {
            std::memcpy(bytes.data() + 4 * i, texts[i].data(), texts[i].size());
        }
        const Attribute attribute{
            H5Acreate2(place, name, type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT)};
        QVERIFY(H5Awrite(attribute.get(), type.get(), bytes.data()) >= 0);
    }

    static QStringList channelsOf(const signal::Recording& recording)
    {
        QStringList names;
        for (const signal::Channel& channel : recording.channels) {
            names += QString::fromStdString(channel.name);
        }
        return names;
    }

    static QString warningsOf(const signal::Recording& recording)
    {
        QString all;
        for (const std::string& warning : recording.warnings) {
            all += QString::fromStdString(warning) + QLatin1Char('\n');
        }
        return all;
    }

private Q_SLOTS:
    /// A group that held a link to the root was walked round and round: 33 copies of one signal,
    /// or, with two such links, no end.
    void linksInACircleAreWalkedOnce()
    {
        TestFolder folder;
        const auto path = folder.path("loops.h5");
        {
            const File file{create(path)};
            write(file.get(), "x", wave(500, 0.1));
            QVERIFY(H5Lcreate_soft("/", file.get(), "a", H5P_DEFAULT, H5P_DEFAULT) >= 0);
            QVERIFY(H5Lcreate_soft("/x", file.get(), "alias", H5P_DEFAULT, H5P_DEFAULT) >= 0);
            const Object group{H5Gcreate2(file.get(), "g", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT)};
            QVERIFY(H5Lcreate_hard(file.get(), "/", group.get(), "up", H5P_DEFAULT, H5P_DEFAULT) >=
                    0);
            QVERIFY(H5Lcreate_hard(
                        file.get(), "/g", group.get(), "self", H5P_DEFAULT, H5P_DEFAULT) >= 0);
        }
        const auto read = readFrom(path);
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read), QStringList({"x"}));
    }

    /// A link to another file was followed, and so was a data set whose numbers lie in one: a file
    /// could make the program open any other, or wait for ever at a pipe.
    void whatLiesInAnotherFileIsNotOpened()
    {
        TestFolder folder;
        const auto path = folder.path("links.h5");
        const std::string pipe = folder.path("pipe").string();
#ifdef Q_OS_UNIX
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
#endif
        const std::string other = folder.write("raw.bin", QByteArray(4000, 'x')).string();
        {
            const File file{create(path)};
            write(file.get(), "x", wave(500, 0.1));
            QVERIFY(H5Lcreate_external(
                        pipe.c_str(), "/x", file.get(), "ext", H5P_DEFAULT, H5P_DEFAULT) >= 0);
            QVERIFY(H5Lcreate_soft("/ext/y", file.get(), "soft", H5P_DEFAULT, H5P_DEFAULT) >= 0);
            const Properties outside{H5Pcreate(H5P_DATASET_CREATE)};
            QVERIFY(H5Pset_external(outside.get(), other.c_str(), 0, 4000) >= 0);
            write(file.get(), "raw", wave(500, 0.2), {}, outside.get());
        }
        const auto read = readFrom(path);
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read), QStringList({"x"}));
        QVERIFY2(warningsOf(**read).contains(
                     "raw (in another file), ext (in another file), soft (in another file)"),
                 qPrintable(warningsOf(**read)));
    }

    /// Tables of records, as pandas and h5py write them, held "no signal".
    void numericMembersOfRecordsAreChannels()
    {
        struct Row {
            double time;
            float acc;
            std::array<double, 2> pair;
        };
        std::vector<Row> rows(300);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto at = static_cast<double>(i);
            rows[i] = {at / 25'600.0, std::sin(0.1F * static_cast<float>(i)), {at * at, -at * at}};
        }
        TestFolder folder;
        const auto path = folder.path("records.h5");
        {
            const File file{create(path)};
            const hsize_t two = 2;
            const Type pair{H5Tarray_create2(H5T_NATIVE_DOUBLE, 1, &two)};
            const Type type{H5Tcreate(H5T_COMPOUND, sizeof(Row))};
            H5Tinsert(type.get(), "time", HOFFSET(Row, time), H5T_NATIVE_DOUBLE);
            H5Tinsert(type.get(), "acc", HOFFSET(Row, acc), H5T_NATIVE_FLOAT);
            H5Tinsert(type.get(), "pair", HOFFSET(Row, pair), pair.get());
            const hsize_t count = rows.size();
            const Space space{H5Screate_simple(1, &count, nullptr)};
            const Object data{H5Dcreate2(file.get(),
                                         "table",
                                         type.get(),
                                         space.get(),
                                         H5P_DEFAULT,
                                         H5P_DEFAULT,
                                         H5P_DEFAULT)};
            QVERIFY(H5Dwrite(data.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, rows.data()) >=
                    0);
        }
        const auto read = readFrom(path);
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read),
                 QStringList({"table.acc", "table.pair(:,1)", "table.pair(:,2)"}));
        QCOMPARE((*read)->channels[0].samples[7], static_cast<double>(rows[7].acc));
        QCOMPARE((*read)->channels[2].samples[7], -49.0);
        QCOMPARE((*read)->rate.value.value, 25'600.0);
    }

    /// The first rate in the file was taken, whosever it was: a slow channel's for the fast one.
    void everyDataSetGoesByItsOwnRate()
    {
        TestFolder folder;
        const auto path = folder.path("rates.h5");
        {
            const File file{create(path)};
            write(file.get(), "a_slow", wave(600, 0.1));
            write(file.get(), "fast", wave(3000, 0.1));
            const Object slow{H5Oopen(file.get(), "a_slow", H5P_DEFAULT)};
            state(slow.get(), "fs", 5120.0);
            const Object fast{H5Oopen(file.get(), "fast", H5P_DEFAULT)};
            state(fast.get(), "fs", 25'600.0);
        }
        const auto read = readFrom(path);
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read), QStringList({"fast"}));
        QCOMPARE((*read)->rate.value.value, 25'600.0);
    }

    /// Names and units of a matrix stood in the file and were not shown.
    void columnsHaveTheNamesAndUnitsBesideThem()
    {
        TestFolder folder;
        const auto path = folder.path("names.h5");
        {
            const File file{create(path)};
            std::vector<double> both = wave(600, 0.1);
            both[1] = 7.0;
            write(file.get(), "vibration", both, {300, 2});
            const Object data{H5Oopen(file.get(), "vibration", H5P_DEFAULT)};
            state(data.get(), "channels", std::vector<std::string>{"DE", "FE"});
            state(data.get(), "unit", std::vector<std::string>{"g"});
        }
        const auto read = readFrom(path);
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read), QStringList({"DE", "FE"}));
        QCOMPARE((*read)->channels[1].unit, std::string{"g"});
        QCOMPARE((*read)->channels[1].samples[0], 7.0);
    }

    /// The row numbers of a pandas frame were a channel, its columns had no names.
    void framesOfPandasHaveTheirNamesAndNoIndex()
    {
        TestFolder folder;
        const auto path = folder.path("frame.h5");
        {
            const File file{create(path)};
            std::vector<double> index(300);
            for (std::size_t i = 0; i < index.size(); ++i) {
                index[i] = static_cast<double>(i);
            }
            write(file.get(), "axis1", index);
            write(file.get(), "block0_values", wave(600, 0.1), {300, 2});
            const Object root{H5Oopen(file.get(), "/", H5P_DEFAULT)};
            state(root.get(), "block0_items", std::vector<std::string>{"ax", "ay"});
        }
        const auto read = readFrom(path);
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(channelsOf(**read), QStringList({"ax", "ay"}));
    }

    /// A timetable of MATLAB v7.3 is six numbers that only MATLAB understands; they were "the
    /// longest signal".
    void objectsOfMatlabAreNamedWithHowToSaveThem()
    {
        TestFolder folder;
        const auto path = folder.path("object.mat");
        {
            const File file{create(path)};
            write(file.get(), "TT", wave(6, 0.1));
            const Object data{H5Oopen(file.get(), "TT", H5P_DEFAULT)};
            state(data.get(), "MATLAB_object_decode", 3.0);
            const Space space{H5Screate(H5S_SCALAR)};
            const Type type{H5Tcopy(H5T_C_S1)};
            H5Tset_size(type.get(), 9);
            const Attribute name{H5Acreate2(
                data.get(), "MATLAB_class", type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT)};
            QVERIFY(H5Awrite(name.get(), type.get(), "timetable") >= 0);
        }
        const auto read = readFrom(path);
        QVERIFY(!read);
        QVERIFY2(sentenceOf(read).contains(
                     "TT (a MATLAB timetable: save TT.Variables and seconds(TT.Time))"),
                 qPrintable(sentenceOf(read)));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::Hdf5ReaderTest)
#include "hdf5_reader_test.moc"
