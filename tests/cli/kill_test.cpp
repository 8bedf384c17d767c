// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"
#include "core/base/random.h"
#include "core/io/read.h"
#include "core/pipeline/session.h"
#include "core/train/checkpoint_kind.h"
#include "tests/cli/program.h"
#include "tests/cli/training_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace spall;

namespace {

/// Kills of each kind of work: a few in the suite, as many as SPALL_KILLS says where that is set
/// (10 of each kind make 50).
int kills()
{
    constexpr int kInSuite = 1;
    const int wanted = qEnvironmentVariableIntValue("SPALL_KILLS");
    return wanted > 0 ? wanted : kInSuite;
}

QByteArray bytesOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// Whether a file is all that its kind must be; files of kinds that are not asked about are.
bool isWhole(const QString& path)
{
    const std::string native = path.toStdString();
    const QByteArray bytes = bytesOf(path);
    if (path.endsWith(".spall")) {
        return pipeline::loadModel(native).has_value();
    }
    if (path.endsWith(".checkpoint") || path.endsWith(".before")) {
        return loadArchive(native, train::kCheckpointKind, train::kCheckpointVersion).has_value();
    }
    if (path.endsWith(".spallsession")) {
        return pipeline::loadSession(native).has_value();
    }
    if (path.endsWith(".mat")) {
        return io::readRecording(io::parseInputSpec(native), {}, {}).has_value();
    }
    if (path.endsWith(".json")) {
        return QJsonDocument::fromJson(bytes).isObject();
    }
    if (path.endsWith(".pdf")) {
        return bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF");
    }
    if (path.endsWith(".html")) {
        return bytes.trimmed().endsWith("</html>");
    }
    return !path.contains(".part-") && (!path.endsWith(".csv") || bytes.endsWith('\n'));
}

} // namespace

/// The real program, killed without warning at moments that chance names: nothing half-written
/// stands anywhere, what was there before is there still or was replaced as a whole, and of a
/// training at most 30 seconds are lost and it is offered to go on with.
class KillTest : public QObject {
    Q_OBJECT

public:
    KillTest()
    {
        if (kills() > 1 && !qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT")) {
            qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // Qt ends a function after 5 minutes else
        }
    }

private:
    TrainingFolder m_folder;
    RandomEngine m_engine = makeEngine(Seed{20261128});

    [[nodiscard]] QString at(const QString& name) const { return m_folder.at(name); }

    [[nodiscard]] QStringList trainWords(const QString& model, const char* epochs) const
    {
        return m_folder.train(model) + QStringList{"--log", model + ".jsonl", "--epochs", epochs};
    }

    /// Lets a command run once to learn how long it takes, then kills it at a random moment of
    /// that.
    void killDuring(const QStringList& words, qint64 milliseconds)
    {
        QProcess process;
        process.start(QStringLiteral(SPALL_PROGRAM), words);
        QVERIFY(process.waitForStarted());
        const auto moment = uniformIndex(m_engine, std::max<qint64>(milliseconds, 1));
        process.waitForFinished(static_cast<int>(moment));
        process.kill();
        process.waitForFinished();
    }

    static void everythingIsWhole(const QString& folder)
    {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QVERIFY2(isWhole(path), qPrintable(path));
        }
    }

    void tryKills(const QString& folder, const QStringList& words)
    {
        QVERIFY(QDir().mkpath(folder));
        QElapsedTimer timer;
        timer.start();
        const auto answer = ask(words);
        QVERIFY2(answer.status == 0, answer.err.constData());
        const qint64 whole = timer.elapsed();
        everythingIsWhole(folder); // else the check itself would be blind
        for (int i = 0; i < kills(); ++i) {
            killDuring(words, whole);
            everythingIsWhole(folder); // over the files that were there
            QVERIFY(QDir(folder).removeRecursively());
            QVERIFY(QDir().mkpath(folder));
            killDuring(words, whole);
            everythingIsWhole(folder); // where there was nothing
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.prepare();
        const auto model = ask(trainWords(at("m.spall"), "1"));
        QVERIFY2(model.status == 0, model.err.constData());
    }

    void aKilledTrainingLosesLittleAndIsOfferedAgain()
    {
        QElapsedTimer timer;
        timer.start();
        const auto whole = ask(trainWords(at("whole.spall"), "4"));
        QVERIFY2(whole.status == 0, whole.err.constData());
        const qint64 length = timer.elapsed();
        for (int i = 0; i < kills(); ++i) {
            const QString folder = at(QString("training-%1").arg(i));
            QVERIFY(QDir().mkpath(folder));
            const QString model = folder + "/k.spall";
            killDuring(trainWords(model, "4"), length);
            everythingIsWhole(folder);
            const QString checkpoint = model + ".checkpoint";
            if (QFile::exists(model) || !QFile::exists(checkpoint)) {
                continue; // it had ended, or not begun to learn
            }
            QByteArray last;
            for (const QByteArray& line : bytesOf(model + ".jsonl").split('\n')) {
                last = QJsonDocument::fromJson(line).isObject() ? line : last;
            }
            const auto state = loadArchive(
                checkpoint.toStdString(), train::kCheckpointKind, train::kCheckpointVersion);
            QVERIFY(state);
            const double lost = QJsonDocument::fromJson(last).object()["elapsed_s"].toDouble() -
                                state->document.at("seconds").get<double>();
            QVERIFY2(lost <= 30.0, qPrintable(QString::number(lost)));
            const auto again = ask(trainWords(model, "1"));
            QVERIFY2(again.err.contains("--resume"), again.err.constData());
        }
    }

    void aKilledSaveLeavesTheOldModelOrTheNew()
    {
        const QString folder = at("models");
        tryKills(folder,
                 {"recalibrate",
                  at("m.spall"),
                  "--healthy",
                  at("healthy.csv@12000"),
                  "--out",
                  folder + "/m2.spall"});
    }

    void aKilledExportLeavesNoHalf()
    {
        const QString folder = at("exports");
        tryKills(
            folder,
            {"score", at("m.spall"), at("healthy.csv@12000"), "--out", folder + "/scores.csv"});
        tryKills(folder, {"demo", "--out", folder});
    }

#ifdef SPALL_WITH_UI
    void aKilledReportLeavesNoHalf()
    {
        const QString folder = at("reports");
        tryKills(folder,
                 {"report",
                  at("m.spall"),
                  at("healthy.csv@12000"),
                  "--out",
                  folder + "/r.pdf",
                  "--html",
                  folder + "/r.html",
                  "--data",
                  folder + "/data"});
    }

    /// The window writes by itself what it would have to give back.
    void aKilledWindowLeavesNoHalf()
    {
        const QString home = at("home");
        // It is saved ten seconds behind a change: longer than the suite waits.
        const std::int64_t longest = kills() > 1 ? 15000 : 3000;
        for (int i = 0; i < kills(); ++i) {
            QProcess process;
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert("QT_QPA_PLATFORM", "offscreen");
            environment.insert("XDG_DATA_HOME", home + "/data");
            environment.insert("XDG_CONFIG_HOME", home + "/config");
            environment.insert("XDG_STATE_HOME", home + "/state");
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(SPALL_PROGRAM), {at("healthy.csv")});
            QVERIFY(process.waitForStarted());
            process.waitForFinished(static_cast<int>(uniformIndex(m_engine, longest)));
            process.kill();
            process.waitForFinished();
            if (QDir(home).exists()) {
                everythingIsWhole(home);
            }
        }
    }
#endif
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
