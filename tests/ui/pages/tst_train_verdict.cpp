// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train_verdict.h"

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

    void theEnginesOwnWordComesFirst()
    {
        TrainWatch watch;
        train::StepReport report = step(2, 0.8, 0.8);
        report.note = "the critic has won";
        watch.add(report);
        QCOMPARE(watch.verdict().ink, Ink::Alarm);
        QCOMPARE(watch.verdict().text, QStringLiteral("the critic has won"));
    }
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::TrainVerdictTest)
#include "tst_train_verdict.moc"
