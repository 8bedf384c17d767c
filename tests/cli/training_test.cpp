// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"
#include "core/pipeline/model.h"
#include "core/train/checkpoint_kind.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>
#include <signal.h>
#include <sys/types.h>

using namespace spall; // NOLINT: a test file

namespace {

/// Two tones in coloured noise.
QByteArray healthySamples(int count)
{
    RandomEngine engine = makeEngine(Seed{3});
    QByteArray text;
    double one = 0.0;
    double two = 0.0;
    for (int i = 0; i < count; ++i) {
        const double next = 1.6 * one - 0.9 * two + normal(engine);
        two = one;
        one = next;
        text += QByteArray::number(next + 3.0 * std::sin(0.3 * i), 'g', 9) + '\n';
    }
    return text;
}

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

    QTemporaryDir m_folder;

    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file{at(name)};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    [[nodiscard]] QStringList trainWords(const QString& model) const
    {
        return {"train",
                "--healthy",
                at("healthy.csv@12000"),
                "--window",
                "64",
                "--step",
                "16",
                "--preset",
                at("patient.json"),
                "--threads",
                "2",
                "--out",
                at(model),
                "--log",
                at(model + ".jsonl")};
    }

    /// Runs the program to its end; its standard error goes to `said`.
    [[nodiscard]] static int run(const QStringList& words, QByteArray* said = nullptr)
    {
        QProcess process;
        process.start(QStringLiteral(SPALL_PROGRAM), words);
        process.waitForFinished(300000);
        if (said != nullptr) {
            *said = process.readAllStandardError();
        }
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    [[nodiscard]] QByteArray scores(const QString& model) const
    {
        const auto out = at(model + ".csv");
        if (run({"score", at(model), at("healthy.csv@12000"), "--out", out}) != 0) {
            return {};
        }
        QFile file{out};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

private Q_SLOTS:
    void initTestCase()
    {
        write("healthy.csv", healthySamples(3000));
        write("patient.json", R"({"name": "patient", "training": {"patience": 0}})");
    }

    void aKilledTrainingGoesOnToTheSameBytes()
    {
        QCOMPARE(run(trainWords("whole.spall") << "--epochs"
                                               << "20"),
                 0);

        // Killed as soon as there is something to go on from.
        const QString checkpoint = at("killed.spall.checkpoint");
        QProcess process;
        process.start(QStringLiteral(SPALL_PROGRAM),
                      trainWords("killed.spall") << "--epochs"
                                                 << "20");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(checkpoint), 120000);
        process.kill();
        QVERIFY(process.waitForFinished(10000));
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
        QByteArray said;
        QCOMPARE(run(trainWords("killed.spall") << "--epochs"
                                                << "1",
                     &said),
                 0);
        QVERIFY2(said.contains("--resume"), said.constData());
        QVERIFY(QFile::exists(checkpoint + ".before"));
        QVERIFY(QFile::rename(checkpoint + ".before", checkpoint));

        QCOMPARE(run(trainWords("killed.spall") << "--epochs"
                                                << "20"
                                                << "--resume"),
                 0);
        QCOMPARE(steps(at("killed.spall.jsonl")).front()["step"].toInt(), kept + 1);
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
        process.start(QStringLiteral(SPALL_PROGRAM),
                      trainWords(model) << "--epochs"
                                        << "100000");
        QTRY_VERIFY_WITH_TIMEOUT(!steps(at(model + ".jsonl")).isEmpty(), 120000);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(60000));
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
        process.start(QStringLiteral(SPALL_PROGRAM),
                      trainWords("twice.spall") << "--epochs"
                                                << "100000");
        QTRY_VERIFY_WITH_TIMEOUT(!steps(at("twice.spall.jsonl")).isEmpty(), 120000);
        // Both are there when it goes on, so that no clean stop can come between them.
        const auto id = static_cast<pid_t>(process.processId());
        ::kill(id, SIGSTOP);
        ::kill(id, SIGINT);
        ::kill(id, SIGTERM);
        ::kill(id, SIGCONT);
        QVERIFY(process.waitForFinished(2000));
        QVERIFY(process.exitStatus() == QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(process.readAllStandardError(), QByteArray()); // no time for a sentence
    }

    void thirtyTwoWindowStartsAreTheLeast()
    {
        // 60 % of 934 samples hold 32 windows of 64 at a step of 16, of 933 one less.
        write("enough.csv", healthySamples(934));
        write("short.csv", healthySamples(933));
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
        QByteArray said;
        QCOMPARE(run(words("short.csv@12000"), &said), 4);
        QVERIFY2(said.contains("934"), said.constData());
        QCOMPARE(run(words("enough.csv@12000")), 0);
    }

    void theOriginalTadganTrainsToAModel()
    {
        QCOMPARE(run({"train",
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
                      at("tadgan.spall")}),
                 0);
        QVERIFY(!scores("tadgan.spall").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TrainingTest)
#include "training_test.moc"
