// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/cli/training_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

namespace {

constexpr rlim_t kRoom = 4096; ///< bytes that a file may take where the disk is as good as full

/// As on a full disk: a file may not grow beyond a few kilobytes, whatever the disk holds.
void leaveNoRoom(QProcess& process)
{
    process.setChildProcessModifier([] {
        const rlimit limit{kRoom, kRoom};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
}

/// For root no folder is closed: the program runs as nobody then.
void withoutRights(QProcess& process)
{
    process.setChildProcessModifier([] {
        constexpr uid_t kNobody = 65534;
        if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) {
            ::_exit(99);
        }
    });
}

} // namespace

/// A disk that takes no more, a folder that may not be written to, a pipe that nobody reads: one
/// sentence, the exit status for it, and nothing half-written.
///
/// `spall demo` once said nothing when the disk was full and left two MAT files that no program
/// could read; an answer that did not fit ended with a status of 0, or with std::terminate.
class FailedWritesTest : public QObject {
    Q_OBJECT

    TrainingFolder m_folder;

    [[nodiscard]] QString at(const QString& name) const { return m_folder.at(name); }

    [[nodiscard]] QStringList trainWords(const QString& model) const
    {
        return m_folder.train(model) + QStringList{"--epochs", "1", "--quiet"};
    }

    void sayOneSentence(const Answer& answer, const char* part) const
    {
        QVERIFY2(answer.status == 5, answer.err.constData());
        QVERIFY2(answer.err.trimmed().count('\n') == 0, answer.err.constData());
        QVERIFY2(answer.err.contains(part), answer.err.constData());
    }

    /// The commands that write, each with a place for its files.
    void addCommands() const
    {
        QTest::addColumn<QStringList>("words");
        const QString healthy = at("healthy.csv@12000");
        QTest::newRow("demo") << QStringList{"demo", "--out", "OUT"};
        QTest::newRow("train") << trainWords("OUT/m.spall");
        QTest::newRow("score") << QStringList{
            "score", at("m.spall"), healthy, "--out", "OUT/scores.csv"};
        QTest::newRow("recalibrate") << QStringList{
            "recalibrate", at("m.spall"), "--healthy", healthy, "--out", "OUT/m2.spall"};
        QTest::newRow("synth") << QStringList{
            "synth", at("m.spall"), "--count", "64", "--out", "OUT/s.mat"};
#ifdef SPALL_WITH_UI
        QTest::newRow("report") << QStringList{
            "report", at("m.spall"), healthy, "--out", "OUT/r.pdf"};
        QTest::newRow("report as HTML") << QStringList{
            "report", at("m.spall"), healthy, "--out", "/dev/null", "--html", "OUT/r.html"};
        QTest::newRow("report as data")
            << QStringList{"report", at("m.spall"), healthy, "--out", "/dev/null", "--data", "OUT"};
#endif
    }

    static QStringList placed(QStringList words, const QString& folder)
    {
        for (QString& word : words) {
            word.replace(QStringLiteral("OUT"), folder);
        }
        return words;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile::setPermissions(m_folder.path(),
                              QFile::Permissions(0x7755)); // also for nobody, see below
        m_folder.prepare();
        const auto train = ask(trainWords(at("m.spall")));
        QVERIFY2(train.status == 0, train.err.constData());
    }

    void aFullDiskIsTold_data()
    {
        addCommands();
    }

    void aFullDiskIsTold()
    {
        QFETCH(QStringList, words);
        const QString out = at(QString("full-%1").arg(QTest::currentDataTag()));
        QVERIFY(QDir().mkpath(out));
        sayOneSentence(ask(placed(words, out), leaveNoRoom), "too large");
        QDirIterator left(out, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (left.hasNext()) { // the labels of the demo and the like fit
            const QFileInfo file(left.next());
            QVERIFY2(file.size() < static_cast<qint64>(kRoom) &&
                         !file.fileName().contains(".part-"),
                     qPrintable(file.filePath()));
        }
    }

    void aClosedFolderIsTold_data()
    {
        addCommands();
    }

    void aClosedFolderIsTold()
    {
        QFETCH(QStringList, words);
        const QString out = at("closed");
        QVERIFY(QDir().mkpath(out));
        QFile::setPermissions(
            out, QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        if (ask({"--version"}, withoutRights).status != 0) {
            QSKIP("root may write everywhere, and cannot run the program as another user here");
        }
        sayOneSentence(ask(placed(words, out), withoutRights), "ermission denied");
        QVERIFY(QDir(out).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden));
    }

    void aFullDeviceIsTold()
    {
        if (!QFile::exists("/dev/full")) {
            QSKIP("this system has no /dev/full");
        }
        for (const QStringList& words :
             {QStringList{"score", at("m.spall"), at("healthy.csv@12000"), "--out", "/dev/full"},
              QStringList{"synth", at("m.spall"), "--count", "1", "--out", "/dev/full"},
              trainWords(at("x.spall")) + QStringList{"--log", "/dev/full"}}) {
            sayOneSentence(ask(words + QStringList{"--quiet"}), "No space left");
        }
        QVERIFY(!QFileInfo("/dev/full").isFile()); // still the device
    }

    void anAnswerThatDoesNotFitIsTold_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("a short one") << QStringList{"info", at("healthy.csv@12000")};
        QTest::newRow("JSON") << QStringList{"info", at("healthy.csv@12000"), "--json"};
        QTest::newRow("much JSON")
            << QStringList{"score", at("m.spall"), at("healthy.csv@12000"), "--json"};
        QTest::newRow("help") << QStringList{"train", "--help"};
        QTest::newRow("the version") << QStringList{"--version"};
        QTest::newRow("checks") << QStringList{"doctor"};
    }

    void anAnswerThatDoesNotFitIsTold()
    {
        if (!QFile::exists("/dev/full")) {
            QSKIP("this system has no /dev/full");
        }
        QFETCH(QStringList, words);
        sayOneSentence(
            ask(words, [](QProcess& process) { process.setStandardOutputFile("/dev/full"); }),
            "No space left on device (standard output)");
        // An error is told on both; its status is its own.
        const auto error = ask({"info", at("absent.mat"), "--json"}, [](QProcess& process) {
            process.setStandardOutputFile("/dev/full");
        });
        QCOMPARE(error.status, 3);
    }

    void standardErrorThatIsFullChangesNothing()
    {
        if (!QFile::exists("/dev/full")) {
            QSKIP("this system has no /dev/full");
        }
        const auto deaf = [](QProcess& process) {
            process.setStandardErrorFile("/dev/full");
        };
        QCOMPARE(ask({"info", at("healthy.csv@12000")}, deaf).status, 0);
        QCOMPARE(ask({"info", at("absent.mat")}, deaf).status, 3);
        QCOMPARE(ask({"info", "--chanel"}, deaf).status, 2);
    }
};

QTEST_GUILESS_MAIN(FailedWritesTest)
#include "failed_writes_test.moc"
