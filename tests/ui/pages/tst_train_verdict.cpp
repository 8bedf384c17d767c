// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train_verdict.h"
#include "ui/text/language.h"

#include <QtTest>

#include <limits>

namespace spall::ui {

class TrainVerdictTest : public QObject {
    Q_OBJECT

    static train::StepReport step(int epoch, double heldBack, double learned)
    {
        train::StepReport report;
        report.epoch = epoch;
        report.heldBackCycle = heldBack;
        report.losses.cycle = learned;
        return report;
    }

private Q_SLOTS:
    void beforeTheFirstEpochThereIsNoJudgement()
    {
        TrainWatch watch;
        watch.add(step(1, std::numeric_limits<double>::quiet_NaN(), 1.0));
        QCOMPARE(watch.verdict().ink, Ink::TextMuted);
    }

    void fallingIsHealthyAndNamesTheBestEpoch()
    {
        TrainWatch watch;
        watch.add(step(1, std::numeric_limits<double>::quiet_NaN(), 1.0));
        watch.add(step(2, 0.9, 0.9));
        watch.add(step(3, 0.8, 0.8));
        QCOMPARE(watch.verdict().ink, Ink::Healthy);
        QVERIFY(watch.verdict().text.contains(QStringLiteral("epoch 2")));
    }

    void aGrowingGapIsCalledLearningByHeart()
    {
        TrainWatch watch;
        watch.add(step(2, 0.8, 0.8));
        for (int epoch = 3; epoch < 8; ++epoch) {
            watch.add(step(epoch, 0.8 + 0.05 * epoch, 0.3));
        }
        QCOMPARE(watch.verdict().ink, Ink::Alarm);
    }

    void theCriticIsJudgedOnceItHasSettled()
    {
        const auto sentenceFor = [](double first, double last, double norm) {
            TrainWatch watch;
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
