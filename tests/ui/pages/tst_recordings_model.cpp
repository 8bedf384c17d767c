// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import_checks.h"
#include "tests/ui/support/builders.h"
#include "ui/pages/recordings_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

namespace spall::ui {

class RecordingsModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itFollowsTheDocument()
    {
        Document document;
        JobRunner runner;
        ScoreJobs scoring(document, runner, runner);
        RecordingsModel model(document, scoring);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);

        document.addRecording(test::input("x/normal.mat", pipeline::Role::Healthy), nullptr);
        document.addRecording(test::input("x/fault.mat", pipeline::Role::Faulty), nullptr);
        QCOMPARE(model.rowCount(), 2);
        const auto text = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(text(0, RecordingsModel::Name), QStringLiteral("normal.mat"));
        QVERIFY(text(0, RecordingsModel::Role).startsWith(QStringLiteral("healthy")));
        QVERIFY(text(0, RecordingsModel::Rate).contains(QStringLiteral("guessed")));

        document.setRole(0, pipeline::Role::Unknown);
        QVERIFY(text(0, RecordingsModel::Role).startsWith(QStringLiteral("unknown")));
        document.setRate(
            0, io::withStatedRate(*document.entries()[0].input.recording, Hertz{48000.0}));
        QVERIFY(text(0, RecordingsModel::Rate).contains(QStringLiteral("set by hand")));

        document.removeRecording(0);
        QCOMPARE(model.rowCount(), 1);
        document.undoStack()->undo();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(1, RecordingsModel::Name), QStringLiteral("fault.mat"));
    }

    void aRateIsSaidToBeGuessedUntilItIsSet()
    {
        Document document;
        JobRunner runner;
        ScoreJobs scoring(document, runner, runner);
        RecordingsModel model(document, scoring);
        document.addRecording(test::input("a.mat", pipeline::Role::Unknown), nullptr);
        document.undoStack()->clear();
        document.setRate(
            0,
            io::withStatedRate(*document.entries()[0].input.recording,
                               Hertz{12000.0})); // the same value, but now somebody says so
        QVERIFY(model.index(0, RecordingsModel::Rate)
                    .data()
                    .toString()
                    .contains(QStringLiteral("by hand")));
        QCOMPARE(document.undoStack()->count(), 1);
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::RecordingsModelTest)
#include "tst_recordings_model.moc"
