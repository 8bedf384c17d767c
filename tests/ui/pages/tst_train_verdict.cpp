// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train_verdict.h"
#include "ui/text/language.h"

#include <QtTest>

#include <algorithm>
#include <limits>

namespace spall::ui {

class TrainVerdictTest : public QObject {
    Q_OBJECT

    /// The last step of an epoch, or one before the first is done.
    static train::StepReport step(int epochsDone, double heldBack, double learned)
    {
        train::StepReport report;
        report.epoch = std::max(1, epochsDone);
        report.epochsDone = epochsDone;
        report.heldBackCycle = heldBack;
        report.bestEpoch = epochsDone;
        report.bestHeldBack = heldBack;
        report.losses.cycle = learned;
        return report;
    }

    /// A recipe whose generator is led by its critic.
    static nn::Preset led()
    {
        nn::Preset preset;
        preset.adversarial.signalWeight = 1.0;
        return preset;
    }

private Q_SLOTS:
    void beforeTheFirstEpochThereIsNoJudgement()
    {
        TrainWatch watch;
        watch.add(step(0, std::numeric_limits<double>::quiet_NaN(), 1.0));
        QCOMPARE(watch.verdict().ink, Ink::TextMuted);
    }

    void withoutHeldBackWindowsThereIsNone()
    {
        TrainWatch watch;
        watch.add(step(2, std::numeric_limits<double>::quiet_NaN(), 1.0));
        QCOMPARE(watch.verdict().ink, Ink::TextMuted);
        QVERIFY(watch.verdict().text.contains(QStringLiteral("too short")));
    }

    void fallingIsHealthyAndNamesTheBestEpoch()
    {
        TrainWatch watch;
        watch.add(step(1, 0.9, 0.9));
        watch.add(step(2, 0.8, 0.8));
        QCOMPARE(watch.verdict().ink, Ink::Healthy);
        QVERIFY(watch.verdict().text.contains(QStringLiteral("epoch 2")));
    }

    /// The error of an epoch comes with its last step; it was taken for that of the epoch before,
    /// so that the page kept epoch 11 while the model was of epoch 12.
    void theBestEpochIsTheOneThatIsKept()
    {
        TrainWatch watch;
        train::StepReport last = step(16, 0.7955, 0.76);
        last.bestEpoch = 12;
        last.bestHeldBack = 0.795;
        watch.begin({});
        watch.add(last);
        const QString text = watch.verdict().text;
        QVERIFY2(text.contains(QStringLiteral("epoch 12, error 0.795")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("better for 4 epoch")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("after 8 of them")), qPrintable(text));
    }

    void aGrowingGapIsCalledLearningByHeart()
    {
        TrainWatch watch;
        for (int epoch = 2; epoch < 8; ++epoch) {
            train::StepReport report = step(epoch, 0.7 + 0.05 * epoch, 0.3);
            report.bestEpoch = 2;
            watch.add(report);
        }
        QCOMPARE(watch.verdict().ink, Ink::Alarm);
    }

    void theCriticIsJudgedOnceItHasSettled()
    {
        const auto sentenceFor = [](double first, double last, double norm) {
            TrainWatch watch;
            watch.begin(led());
            for (int epoch = 1; epoch <= 8; ++epoch) {
                train::StepReport report = step(epoch, 1.0 - 0.01 * epoch, 1.0);
                report.losses.critic = first + (last - first) * epoch / 8.0;
                report.losses.gradientNorm = norm;
                watch.add(report);
            }
            return watch.verdict().text;
        };
        QVERIFY(sentenceFor(2.0, 1.0, 1.0).contains(QStringLiteral("less than at first")));
        QVERIFY(sentenceFor(1.0, 2.0, 1.0).contains(QStringLiteral("ahead of the generator")));
        QVERIFY(sentenceFor(1.0, -1.0, 1.0).contains(QStringLiteral("no longer tells")));
        QVERIFY(sentenceFor(1.0, 1.0, 9.0).contains(QStringLiteral("slope of the critic is 9")));
        QVERIFY(!sentenceFor(0.0, 0.0, 0.0).contains(QStringLiteral("critic"))); // there is none
    }

    /// The networks of the usual recipe hardly follow their critic: its distance grew from 0 to 31
    /// beside "training is going well" and "falling is healthy".
    void aCriticThatOnlyWatchesIsNotHeldAgainstTheGenerator()
    {
        QVERIFY(followsCritic(led()));
        QVERIFY(!followsCritic({}));
        TrainWatch watch;
        watch.begin({});
        for (int epoch = 1; epoch <= 8; ++epoch) {
            train::StepReport report = step(epoch, 1.0 - 0.01 * epoch, 1.0);
            report.losses.critic = 4.0 * epoch;
            report.losses.gradientNorm = 1.7;
            watch.add(report);
        }
        const TrainVerdict verdict = watch.verdict();
        QCOMPARE(verdict.ink, Ink::Healthy);
        QVERIFY(!verdict.text.contains(QStringLiteral("ahead")));
        QVERIFY(verdict.text.contains(QStringLiteral("only watches")));
    }

    void theEnginesOwnWordComesFirst()
    {
        TrainWatch watch;
        train::StepReport report = step(2, 0.8, 0.8);
        report.note = "the critic has won";
        watch.add(report);
        QCOMPARE(watch.verdict().ink, Ink::Alarm);
        QCOMPARE(watch.verdict().text, QStringLiteral("the critic has won"));
    }

    /// What core remarks about a training stayed English, whatever the window spoke.
    void remarksAreMadeInTheLanguageOfTheWindow()
    {
        pipeline::Model model;
        model.history.notes = {"Started anew, because the file is damaged."};
        speak(Language::Chinese);
        const QString text = verdictOf(model).text;
        speak(Language::English);
        QVERIFY2(text.contains(QStringLiteral("重新开始")), qPrintable(text));
    }
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::TrainVerdictTest)
#include "tst_train_verdict.moc"
