// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

/// Every option that a help text names.
QStringList optionsIn(const QByteArray& help)
{
    static const QRegularExpression option(QStringLiteral("--[a-z][a-z-]*"));
    QStringList found;
    auto matches = option.globalMatch(QString::fromUtf8(help));
    while (matches.hasNext()) {
        found << matches.next().captured();
    }
    found.removeDuplicates();
    return found;
}

} // namespace

/// What a person types: words that cannot be meant are refused by name, and everything that can be
/// typed stands in the manual and the completion. No command here gets as far as opening a file.
class UsageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeMeantIsRefusedByName_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named"); ///< what the sentence must say
        const QStringList info{"info", "healthy.mat"};
        const QStringList score{"score", "m.spall", "healthy.mat"};
        const QStringList train{"train", "--healthy", "healthy.mat", "--out", "x.spall"};
        const QStringList evaluate{"evaluate", "m.spall", "--healthy", "healthy.mat"};
        const QStringList grid =
            QStringList{"detectability"} + evaluate.mid(1) + QStringList{"--synthetic"};
        const QStringList synth{"synth", "m.spall", "--out", "x.mat", "--count"};
        const auto row = [](const char* name, const QStringList& words, const char* named) {
            QTest::newRow(name) << words << QString::fromLatin1(named);
        };
        row("a swapped letter in a command", {"trian"}, "did you mean train?");
        row("a command cut short", {"detect", "m.spall"}, "no command 'detect'");
        row("an option in place of a command", {"--jsn"}, "no option '--jsn'");
        row("a swapped letter in an option", info + QStringList{"--chanel", "DE"}, "--channel?");
        row("an option of another command", info + QStringList{"--healthy", "x"}, "'--healthy'");
        row("nothing like any option", info + QStringList{"--zzzzzz"}, "'--zzzzzz'");
        for (const char* none : {"0", "nan", ""}) {
            row(qPrintable(QString("a rate of '%1'").arg(none)),
                info + QStringList{"--rate", none},
                "--rate");
            row(qPrintable(QString("a common rate of '%1'").arg(none)),
                train + QStringList{"--resample", none},
                "--resample");
            row(qPrintable(QString("a speed of '%1'").arg(none)),
                info + QStringList{"--rpm", none},
                "--rpm");
            row(qPrintable(QString("a time of '%1'").arg(none)),
                train + QStringList{"--max-seconds", none},
                "--max-seconds");
        }
        for (const char* none : {"0", "1", "nan"}) {
            row(qPrintable(QString("train --far '%1'").arg(none)),
                train + QStringList{"--far", none},
                "--far");
            row(qPrintable(QString("evaluate --far '%1'").arg(none)),
                evaluate + QStringList{"--far", none},
                "--far");
            row(qPrintable(QString("detectability --far '%1'").arg(none)),
                grid + QStringList{"--far", none},
                "--far");
        }
        for (const char* none : {"0", "1.5", "99999999999999999999"}) {
            row(qPrintable(QString("--threads '%1'").arg(none)),
                info + QStringList{"--threads", none},
                "--threads");
            row(qPrintable(QString("--memory '%1'").arg(none)),
                info + QStringList{"--memory", none},
                "--memory");
            row(qPrintable(QString("--epochs '%1'").arg(none)),
                train + QStringList{"--epochs", none},
                "--epochs");
            row(qPrintable(QString("--window '%1'").arg(none)),
                train + QStringList{"--window", none},
                "--window");
            row(qPrintable(QString("--step '%1'").arg(none)),
                score + QStringList{"--step", none},
                "--step");
            row(qPrintable(QString("--windows '%1'").arg(none)),
                grid + QStringList{"--windows", none},
                "--windows");
            row(qPrintable(QString("--batch '%1'").arg(none)),
                {"bench", "--batch", none},
                "--batch");
            row(qPrintable(QString("--count '%1'").arg(none)),
                synth + QStringList{none},
                "--count");
        }
        row("a seed below 0", info + QStringList{"--seed", "-1"}, "--seed");
        row("a seed of words", info + QStringList{"--seed", "seven"}, "--seed");
        row("another device", info + QStringList{"--device", "tpu"}, "auto, cpu, cuda");
        row("a share above 1", score + QStringList{"--lambda", "1.5"}, "--lambda");
        row("a share that is no number", score + QStringList{"--lambda", "nan"}, "--lambda");
        row("time backwards", score + QStringList{"--smooth", "-1"}, "--smooth");
        row("another fusion", score + QStringList{"--fusion", "mean"}, "--fusion");
        row("half a rule", score + QStringList{"--dual", "1,2"}, "--dual");
        row("a rule of no numbers", score + QStringList{"--dual", "nan,2,and"}, "--dual");
        row("no levels", grid + QStringList{"--levels", ""}, "--levels");
        row("levels of words", grid + QStringList{"--levels", "0,low"}, "'low'");
        row("an option without its value", info + QStringList{"--rate"}, "--rate");
        row("no name of a file to write", train.mid(0, 3), "--out");
        row("another language",
            {"report", "m.spall", info[1], "--out", "x.pdf", "--language", "fr"},
            "'fr'");
        row("another paper",
            {"report", "m.spall", info[1], "--out", "x.pdf", "--paper", "a5"},
            "'a5'");
    }

    /// A misspelt command opened the window, a rate of 0 was told as "Number less or equal to 0:
    /// 0", and a share that is not a number passed every check.
    void whatCannotBeMeantIsRefusedByName()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const auto answer = ask(words);
        QVERIFY2(answer.status == 2, answer.err.constData());
        QVERIFY(answer.out.isEmpty());
        QVERIFY2(answer.err.contains(named.toUtf8()), answer.err.constData());
        QVERIFY2(answer.err.trimmed().count('\n') == 0, answer.err.constData());
    }

    /// Five options had come without a word in the manual.
    void theManualAndTheCompletionNameEveryOption()
    {
        const QString linux = QStringLiteral(SPALL_SOURCE_DIR "/installer/linux/");
        QFile manual{linux + "spall.1"};
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(manual.readAll()).remove('\\');
        const QStringList commands = commandNames();
        QVERIFY2(commands.size() >= 10, qPrintable(commands.join(' ')));
        for (const QString& command : commands) {
            QVERIFY2(text.contains(QRegularExpression("\n\\.BI? \"?" + command + "\\b")),
                     qPrintable(command));
            const QStringList options = optionsIn(ask({command, "--help"}).out);
            QVERIFY2(options.size() > 6, qPrintable(command));
            QProcess bash;
            bash.start("bash",
                       {"-c",
                        "source \"$1/spall.bash\"; COMP_WORDS=(\"$2\" \"$3\" --); COMP_CWORD=2; "
                        "_spall; printf '%s\\n' \"${COMPREPLY[@]}\"",
                        "bash",
                        linux,
                        QStringLiteral(SPALL_PROGRAM),
                        command});
            QVERIFY(bash.waitForFinished(30000));
            const QStringList offered = QString::fromUtf8(bash.readAllStandardOutput()).split('\n');
            for (const QString& option : options) {
                QVERIFY2(text.contains(option), qPrintable(command + " " + option));
                QVERIFY2(offered.contains(option), qPrintable(command + " " + option));
            }
        }
    }
};

QTEST_GUILESS_MAIN(UsageTest)
#include "usage_test.moc"
