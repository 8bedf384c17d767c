// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"
#include "core/pipeline/model.h"
#include "core/train/checkpoint_kind.h"
#include "tests/cli/program.h"
#include "tests/cli/training_folder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <signal.h>
#include <sys/types.h>

using namespace spall; // NOLINT: a test file

namespace {

constexpr int kPatience = 120000 * test::kSlowdown; // ms, when a test gives up waiting

QList<QJsonObject> steps(const QString& log)
{
    QFile file{log};
    QList<QJsonObject> found;
    if (!file.open(QIODevice::ReadOnly)) {
        return found;
    }
    for (const QByteArray& line : file.readAll().split('\n')) {
        const auto document = QJsonDocument::fromJson(line);
        if (document.isObject()) {
            found.push_back(document.object());
        }
    }
    return found;
}

} // namespace

/// Training with the real program: nothing is lost, and chance comes from the seed alone.
class TrainingTest : public QObject {
    Q_OBJECT

    TrainingFolder m_folder;

    [[nodiscard]] QString at(const QString& name) const { return m_folder.at(name); }

    [[nodiscard]] QStringList trainWords(const QString& model, const char* epochs) const
    {
        return m_folder.train(at(model)) +
               QStringList{"--log", at(model + ".jsonl"), "--epochs", epochs};
    }

    [[nodiscard]] QByteArray scores(const QString& model) const
    {
        const auto out = at(model + ".csv");
        if (ask({"score", at(model), at("healthy.csv@12000"), "--out", out}).status != 0) {
            return {};
        }
        QFile file{out};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

private Q_SLOTS:
    void initTestCase() { m_folder.prepare(); }

    void aKilledTrainingGoesOnToTheSameBytes()
    {
        QCOMPARE(ask(trainWords("whole.spall", "20")).status, 0);

        // Killed as soon as there is something to go on from.
        const QString checkpoint = at("killed.spall.checkpoint");
        QProcess process;
        process.start(QStringLiteral(SPALL_PROGRAM), trainWords("killed.spall", "20"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(checkpoint), kPatience);
        process.kill();
        QVERIFY(process.waitForFinished(kPatience));
        QVERIFY(!QFile::exists(at("killed.spall")));

        const auto done = steps(at("killed.spall.jsonl"));
        const auto state = loadArchive(
            checkpoint.toStdString(), train::kCheckpointKind, train::kCheckpointVersion);
        QVERIFY(state.has_value());
        const auto kept = state->document.at("step").get<int>();
        QVERIFY(kept > 0 && kept <= done.size());
        const double lost =
            done.back()["elapsed_s"].toDouble() - done.at(kept - 1)["elapsed_s"].toDouble();
        QVERIFY2(lost <= 30.0, qPrintable(QString::number(lost)));

        // A new start says what could be done, and destroys nothing.
        const auto anew = ask(trainWords("killed.spall", "1"));
        QCOMPARE(anew.status, 0);
        QVERIFY2(anew.err.contains("--resume"), anew.err.constData());
        QVERIFY(QFile::exists(checkpoint + ".before"));
        QVERIFY(QFile::rename(checkpoint + ".before", checkpoint));

        // The log goes on behind what stands in it; it began anew, and its first steps were lost.
        const auto logged = steps(at("killed.spall.jsonl")).size();
        QCOMPARE(ask(trainWords("killed.spall", "20") + QStringList{"--resume"}).status, 0);
        const auto log = steps(at("killed.spall.jsonl"));
        QVERIFY(log.size() > logged);
        QCOMPARE(log.at(logged)["step"].toInt(), kept + 1);
        QVERIFY(!QFile::exists(checkpoint));

        const auto whole = pipeline::loadModel(at("whole.spall").toStdString());
        const auto resumed = pipeline::loadModel(at("killed.spall").toStdString());
        QVERIFY(whole && resumed);
        QCOMPARE((*resumed)->history.epochs.size(), std::size_t{20});
        QCOMPARE((*resumed)->weights.arrays.size(), (*whole)->weights.arrays.size());
        for (const auto& [name, array] : (*whole)->weights.arrays) {
            QVERIFY2((*resumed)->weights.arrays.at(name).single == array.single, name.c_str());
        }
        const QByteArray wanted = scores("whole.spall");
        QVERIFY(!wanted.isEmpty());
        QCOMPARE(scores("killed.spall"), wanted);
    }

    void ctrlCAndAFriendlyEndKeepACheckpoint_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("an end that the system asks for") << SIGTERM;
    }

    void ctrlCAndAFriendlyEndKeepACheckpoint()
    {
        QFETCH(int, signal);
        const QString model = QString("stopped-%1.spall").arg(signal);
        QProcess process;
        process.start(QStringLiteral(SPALL_PROGRAM), trainWords(model, "100000"));
        QTRY_VERIFY_WITH_TIMEOUT(!steps(at(model + ".jsonl")).isEmpty(), kPatience);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(kPatience));
        const QByteArray said = process.readAllStandardError();
        QVERIFY(process.exitStatus() == QProcess::NormalExit);
        QVERIFY2(process.exitCode() == 130, said.constData());
        QVERIFY2(said.trimmed().count('\n') == 0 && said.contains("stopped"), said.constData());
        QVERIFY(QFile::exists(at(model + ".checkpoint")));
        QVERIFY(!QFile::exists(at(model)));
    }

    /// The second Ctrl-C was taken in silence, and one had to wait for a stop that took its time.
    void aSecondCtrlCEndsAtOnce()
    {
        QProcess process;
        process.start(QStringLiteral(SPALL_PROGRAM), trainWords("twice.spall", "100000"));
        QTRY_VERIFY_WITH_TIMEOUT(!steps(at("twice.spall.jsonl")).isEmpty(), kPatience);
        // Both are there when it goes on, so that no clean stop can come between them.
        const auto id = static_cast<pid_t>(process.processId());
        ::kill(id, SIGSTOP);
        ::kill(id, SIGINT);
        ::kill(id, SIGTERM);
        ::kill(id, SIGCONT);
        QVERIFY(process.waitForFinished(2000 * test::kSlowdown));
        QVERIFY(process.exitStatus() == QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(process.readAllStandardError(), QByteArray()); // no time for a sentence
    }

    void thirtyTwoWindowStartsAreTheLeast()
    {
        // 60 % of 934 samples hold 32 windows of 64 at a step of 16, of 933 one less.
        m_folder.write("enough.csv", healthySamples(934));
        m_folder.write("short.csv", healthySamples(933));
        const auto words = [&](const QString& recording) {
            return QStringList{"train",
                               "--healthy",
                               at(recording),
                               "--window",
                               "64",
                               "--step",
                               "16",
                               "--epochs",
                               "1",
                               "--out",
                               at("least.spall")};
        };
        const auto tooShort = ask(words("short.csv@12000"));
        QCOMPARE(tooShort.status, 4);
        QVERIFY2(tooShort.err.contains("934"), tooShort.err.constData());
        QCOMPARE(ask(words("enough.csv@12000")).status, 0);
    }

    void theOriginalTadganTrainsToAModel()
    {
        const auto train = ask({"train",
                                "--healthy",
                                at("healthy.csv@12000"),
                                "--window",
                                "64",
                                "--step",
                                "16",
                                "--preset",
                                "tadgan",
                                "--epochs",
                                "1",
                                "--out",
                                at("tadgan.spall")});
        QVERIFY2(train.status == 0, train.err.constData());
        QVERIFY(!scores("tadgan.spall").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TrainingTest)
#include "training_test.moc"
