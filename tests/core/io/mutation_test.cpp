// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/trial.h"
#include "core/io/hdf5_reader.h"
#include "tests/core/io/io_fixture.h"
#include "tests/core/io/mutate.h"

#include <QtTest>

#include <fstream>
#include <sstream>

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kIsInstrumented = true; // its own bookkeeping takes memory, too
#else
constexpr bool kIsInstrumented = false;
#endif

namespace spall::io {

/// Damaged files of every format: no crash, no hang, no memory beyond what they hold. The suite
/// runs a short form; SPALL_MUTATIONS=10000 the long one, SPALL_MUTATION_SEED another.
class MutationTest : public QObject {
    Q_OBJECT

private:
    static std::filesystem::path fixtures()
    {
        return std::filesystem::path{SPALL_SOURCE_DIR "/tests/data/io"};
    }

    static std::vector<std::filesystem::path> seeds()
    {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator{fixtures()}) {
            const std::string kind = entry.path().extension().string();
            if (kind != ".md" && kind != ".tsv") {
                files.push_back(entry.path());
            }
        }
        std::sort(files.begin(), files.end());
        return files;
    }

    static std::string contentsOf(const std::filesystem::path& path)
    {
        std::ifstream file{path, std::ios::binary};
        std::ostringstream bytes;
        bytes << file.rdbuf();
        return bytes.str();
    }

    static void write(const std::filesystem::path& path, const std::string& bytes)
    {
        std::ofstream file{path, std::ios::binary | std::ios::trunc};
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

    /// Kilobytes in one line of /proc/self/status; 0 where there is none.
    static qlonglong statusKb(const char* key)
    {
        std::ifstream status{"/proc/self/status"};
        std::string word;
        while (status >> word) {
            if (word == key) {
                qlonglong value = 0;
                status >> value;
                return value;
            }
        }
        return 0;
    }

    /// Makes the peak of memory begin anew; false where the system cannot.
    static bool forgetPeak()
    {
        std::ofstream file{"/proc/self/clear_refs"};
        return static_cast<bool>(file << 5 << std::flush);
    }

    static qlonglong decodedBytes(const Result<signal::RecordingPtr>& read)
    {
        qlonglong bytes = 0;
        if (read) {
            for (const signal::Channel& channel : (*read)->channels) {
                bytes += static_cast<qlonglong>(channel.samples.size() * sizeof(double));
            }
        }
        return bytes;
    }

    static int numberFrom(const char* variable, int otherwise)
    {
        bool isNumber = false;
        const int value = qEnvironmentVariableIntValue(variable, &isNumber);
        return isNumber ? value : otherwise;
    }

private Q_SLOTS:
    void initTestCase() { prepareTrials(&tryHdf5); }

    /// An address in a tree of groups led outside the file, and the HDF5 library copied from there.
    void aFileThatTheLibraryCrashesOnIsRefused()
    {
        Mutator mutator{Seed{std::uint64_t{20261128} * 1'000'003U + 778U}};
        TestFolder folder;
        const auto path = folder.path("a.h5");
        write(path, mutator.mutated(contentsOf(fixtures() / "attributes.h5")));
        const auto read = readFrom(path);
        QVERIFY(!read && read.error().what.find("damaged") != std::string::npos);
    }

    void damagedFilesNeitherCrashNorHangNorEatMemory()
    {
        constexpr int kShortForm = 1000;
        constexpr qint64 kLongest = 10'000;     // ms
        constexpr qlonglong kSpare = 64 * 1024; // kB
        const auto files = seeds();
        QVERIFY(files.size() >= 20);
        const int count = numberFrom("SPALL_MUTATIONS", kShortForm);
        const int seed = numberFrom("SPALL_MUTATION_SEED", 1);
        TestFolder folder;
        int opened = 0;
        qint64 slowest = 0;
        for (int i = 0; i < count; ++i) {
            const auto& file = files[static_cast<std::size_t>(i) % files.size()];
            Mutator mutator{Seed{static_cast<std::uint64_t>(seed) * 1'000'003U +
                                 static_cast<std::uint64_t>(i)}};
            const std::string bytes = mutator.mutated(contentsOf(file));
            const auto path = folder.path(file.filename().c_str());
            write(path, bytes);
            const bool isPeakKnown = forgetPeak() && !kIsInstrumented;
            const qlonglong before = statusKb("VmRSS:");
            QElapsedTimer timer;
            timer.start();
            const auto read = readFrom(path);
            slowest = std::max(slowest, timer.elapsed());
            QVERIFY2(timer.elapsed() < kLongest, qPrintable(QString::number(i)));
            const qlonglong taken = statusKb("VmHWM:") - before;
            const qlonglong held =
                std::max(static_cast<qlonglong>(bytes.size()), decodedBytes(read));
            QVERIFY2(!isPeakKnown || taken <= 2 * held / 1024 + kSpare,
                     qPrintable(QStringLiteral("%1: %2 kB").arg(i).arg(taken)));
            QVERIFY2(read || !read.error().what.empty(), qPrintable(QString::number(i)));
            opened += read ? 1 : 0;
        }
        qInfo("%d of %d damaged files still hold a recording; the slowest took %lld ms",
              opened,
              count,
              static_cast<long long>(slowest));
        QVERIFY(opened > count / 20); // damage in samples leaves many readable
        QVERIFY(opened < count);
    }

    /// Deep nesting, endless compression, sizes beyond the file: made by hand.
    void bombsAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("numpy, more than there is")
            << "a.npy"
            << npy("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999, 2), }");
        QTest::newRow("numpy, extents that overflow")
            << "b.npy"
            << npy("{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296, "
                   "16), }");
        QTest::newRow("tdms, a list of four billion objects")
            << "c.tdms"
            << QByteArray(
                   "TDSm\x0e\0\0\0\x69\x12\0\0\xff\xff\xff\xff\xff\xff\xff\xff\x08\0\0\0\0\0\0\0"
                   "\xff\xff\xff\xff\0\0\0\0",
                   36);
        QTest::newRow("text, one endless line") << "d.csv" << QByteArray(40'000'000, '1');
        QTest::newRow("text, columns without end")
            << "e.csv" << QByteArray("1,").repeated(4'000'000);
        QTest::newRow("quotes without end") << "f.csv" << QByteArray("\"").repeated(1'000'000);
        QTest::newRow("uff, a trillion values")
            << "g.uff"
            << QByteArray(
                   "    -1\n    58\na\nb\nc\nd\ne\n    1\n"
                   "         2999999999999         1  0.0 1.0e-4  0.0\n\n\n\n\n1.0 2.0\n    -1\n");
    }

    static QByteArray npy(const QByteArray& header)
    {
        QByteArray bytes{"\x93NUMPY\x01\x00", 8};
        bytes += static_cast<char>(header.size());
        bytes += '\0';
        return bytes + header + QByteArray(64, 'x');
    }

    void bombsAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        TestFolder folder;
        const auto path = folder.write(qPrintable(name), bytes);
        const bool isPeakKnown = forgetPeak() && !kIsInstrumented;
        const qlonglong before = statusKb("VmRSS:");
        QElapsedTimer timer;
        timer.start();
        const auto read = readFrom(path);
        QVERIFY(!read);
        QVERIFY(!read.error().hint.empty());
        QVERIFY(timer.elapsed() < 10'000);
        const qlonglong taken = statusKb("VmHWM:") - before;
        QVERIFY2(!isPeakKnown || taken <= 2 * bytes.size() / 1024 + 64 * 1024,
                 qPrintable(QString::number(taken)));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::MutationTest)
#include "mutation_test.moc"
