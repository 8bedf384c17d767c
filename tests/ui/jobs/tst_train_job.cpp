// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/train_job.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <optional>

namespace spall::ui {

class TrainJobTest : public QObject {
    Q_OBJECT

    static QString checkpointOf(const TrainJob& training)
    {
        return QString::fromStdString(training.settings().checkpoint.string());
    }

private Q_SLOTS:
    /// Two windows kept their trainings in one file: whoever began one in the second took away what
    /// was paused in the first.
    void twoWindowsKeepTheirTrainingsApart()
    {
        const QTemporaryDir folder;
        Document document; // nothing to learn from: every training ends at once
        JobRunner runner;
        std::optional<TrainJob> first(std::in_place, document, runner, folder.path());
        first->start({});
        QTRY_VERIFY(!runner.isBusy());
        QFile paused(checkpointOf(*first));
        QVERIFY(paused.open(QIODevice::WriteOnly));

        TrainJob second(document, runner, folder.path());
        second.start({});
        QTRY_VERIFY(!runner.isBusy());
        QVERIFY(checkpointOf(second) != checkpointOf(*first));
        QVERIFY(paused.exists());

        first.reset();
        TrainJob third(document, runner, folder.path());
        QVERIFY(paused.exists()); // what a program left behind stays until the next training
        third.start({});
        QTRY_VERIFY(!runner.isBusy());
        QCOMPARE(checkpointOf(third), paused.fileName());
    }
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::TrainJobTest)
#include "tst_train_job.moc"
