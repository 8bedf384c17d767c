// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import_checks.h"
#include "tests/ui/support/builders.h"
#include "ui/document/document.h"

#include <QSignalSpy>
#include <QtTest>

namespace spall::ui {

using pipeline::Role;

class DocumentTest : public QObject {
    Q_OBJECT

    /// A healthy and a faulty recording, scored; two of four and three of four above the
    /// threshold 1.
    static void fill(Document& document)
    {
        for (const auto& [path, role] : {std::pair{"folder/normal.mat", Role::Healthy},
                                         std::pair{"folder/fault.mat", Role::Faulty}}) {
            document.addRecording(test::input(path, role), std::make_shared<signal::Pyramid>());
        }
        document.setModel(test::model());
        document.setScored(
            0, test::scored(document.entries()[0].input, {0.0, 2.0, 0.5, 3.0}), nullptr);
        document.setScored(
            1, test::scored(document.entries()[1].input, {0.0, 4.0, 5.0, 6.0}), nullptr);
        document.undoStack()->clear();
    }

private Q_SLOTS:
    void aNewRecordingBecomesCurrentOnlyWhenNoneIs()
    {
        Document document;
        QCOMPARE(document.currentIndex(), -1);
        QVERIFY(!document.current());
        document.addRecording(test::input("a.mat", Role::Healthy), nullptr);
        document.addRecording(test::input("b.mat", Role::Unknown), nullptr);
        QCOMPARE(document.currentIndex(), 0);
        QCOMPARE(document.judgement().decisions.size(), std::size_t{2});
    }

    void equalFileNamesAreToldApart()
    {
        Document document;
        document.addRecording(test::input("one/97.mat", Role::Healthy), nullptr);
        document.addRecording(test::input("two/97.mat", Role::Healthy), nullptr);
        QCOMPARE(document.entries()[0].name, QStringLiteral("97.mat"));
        QCOMPARE(document.entries()[1].name, QStringLiteral("97.mat (2)"));
    }

    /// The bearing was once a matter of one view: it came back with neither undo nor session.
    void bearingAndSpeedAreStepsOfTheirOwn()
    {
        Document document;
        fill(document);
        QSignalSpy told(&document, &Document::machineChanged);
        document.setBearing(signal::knownBearings()[0]);
        document.setBearing(signal::knownBearings()[0]); // the same: no step
        document.setSpeed(1, Rpm{1797.0});
        QCOMPARE(document.undoStack()->count(), 2);
        QCOMPARE(told.count(), 2);
        QVERIFY(shaftSpeedOf(document.entries()[1]) == Rpm{1797.0});
        QVERIFY(!shaftSpeedOf(document.entries()[0]));
        document.undoStack()->undo();
        QVERIFY(!shaftSpeedOf(document.entries()[1]));
        QVERIFY(document.entries()[1].scored); // nothing else of the recording has changed
        document.undoStack()->undo();
        QVERIFY(!document.bearing());
        document.undoStack()->redo();
        QVERIFY(document.bearing() == signal::knownBearings()[0]);
    }

    void theJudgementCountsWindowsByRole()
    {
        Document document;
        fill(document);
        const auto& confusion = document.judgement().metrics.confusion;
        QCOMPARE(confusion.truePositive, 3);
        QCOMPARE(confusion.falseNegative, 1);
        QCOMPARE(confusion.falsePositive, 2);
        QCOMPARE(confusion.trueNegative, 2);
        QCOMPARE(document.judgement().counted->healthy, (std::vector<double>{0.0, 0.5, 2.0, 3.0}));
        QCOMPARE(document.judgement().alarmed[1].hits, 3);
        // Two separate false alarms in 4 · 64 samples at 12 kHz.
        const double expected = 2.0 * 3600.0 / (256.0 / 12000.0);
        QVERIFY(std::fabs(document.judgement().metrics.falseAlarmsPerHour->value - expected) <
                1e-6);
    }

    void aDragIsOneUndoStep()
    {
        Document document;
        fill(document);
        for (const double value : {1.5, 2.5, 3.5}) {
            detect::DecisionOptions decision = document.decision();
            decision.policy.value = value;
            document.setDecision(decision, QStringLiteral("threshold"));
        }
        document.endGesture();
        QCOMPARE(document.undoStack()->count(), 1);
        QCOMPARE(document.judgement().metrics.confusion.falsePositive, 0);
        document.undoStack()->undo();
        QCOMPARE(document.decision().policy.value, 1.0);
        QCOMPARE(document.judgement().metrics.confusion.falsePositive, 2);
    }

    void twoDragsAreTwoUndoSteps()
    {
        Document document;
        fill(document);
        for (const double value : {1.5, 2.5}) {
            detect::DecisionOptions decision = document.decision();
            decision.policy.value = value;
            document.setDecision(decision, QStringLiteral("threshold"));
            document.endGesture();
        }
        QCOMPARE(document.undoStack()->count(), 2);
    }

    void aDragBackToItsStartLeavesNothingToUndo()
    {
        Document document;
        fill(document);
        for (const double value : {2.5, 1.0}) {
            detect::DecisionOptions decision = document.decision();
            decision.policy.value = value;
            document.setDecision(decision, QStringLiteral("threshold"));
        }
        QCOMPARE(document.undoStack()->count(), 0);
    }

    void anOpenedRecordingIsTakenBackAndComesAgain()
    {
        Document document;
        document.addRecording(test::input("a.mat", Role::Healthy), nullptr);
        document.addRecording(test::input("b.mat", Role::Faulty), nullptr);
        document.undoStack()->undo();
        QCOMPARE(document.entries().size(), std::size_t{1});
        document.undoStack()->undo();
        QVERIFY(document.entries().empty());
        QCOMPARE(document.currentIndex(), -1);
        document.undoStack()->redo();
        document.undoStack()->redo();
        QCOMPARE(document.entries()[1].name, QStringLiteral("b.mat"));
    }

    void anotherModelIsTakenBackWithItsScores()
    {
        Document document;
        fill(document);
        const auto scored = document.entries()[0].scored;
        const auto first = document.model();
        detect::DecisionOptions decision = document.decision();
        decision.policy.value = 2.0;
        document.setDecision(decision, QStringLiteral("threshold"));
        document.setModel(test::model(), QStringLiteral("other.spall"));
        QVERIFY(!document.entries()[0].scored);
        QCOMPARE(document.decision().policy.value, 1.0); // the new model's own
        document.undoStack()->undo();
        QCOMPARE(document.model(), first);
        QCOMPARE(document.entries()[0].scored, scored);
        QCOMPARE(document.decision().policy.value, 2.0);
        QVERIFY(document.modelPath().isEmpty());
        document.undoStack()->redo();
        QVERIFY(document.model() != first);
        QCOMPARE(document.modelPath(), QStringLiteral("other.spall"));
    }

    void typingANumberOfEpochsIsOneStep()
    {
        Document document;
        for (const int epochs : {1, 12, 120}) {
            pipeline::TrainSettings settings = document.trainSettings();
            settings.epochs = epochs;
            document.setTrainSettings(settings, QStringLiteral("epochs"));
        }
        document.endGesture();
        QCOMPARE(document.undoStack()->count(), 1);
        document.undoStack()->undo();
        QCOMPARE(document.trainSettings().epochs, 0);
    }

    void aHundredAndFiftyStepsGoBackAndForth()
    {
        constexpr int kSteps = 150;
        Document document;
        fill(document);
        for (int i = 0; i < kSteps; ++i) {
            detect::DecisionOptions decision = document.decision();
            decision.policy.value = 1.0 + 0.01 * (i + 1);
            document.setDecision(decision, QStringLiteral("threshold"));
            document.endGesture();
            document.setRole(i % 2, i % 3 == 0 ? Role::Unknown : Role::Healthy);
        }
        const int steps = document.undoStack()->count();
        QVERIFY(steps >= kSteps);
        const auto before = document.judgement().metrics.confusion.falsePositive;
        while (document.undoStack()->canUndo()) {
            document.undoStack()->undo();
        }
        QCOMPARE(document.decision().policy.value, 1.0);
        QCOMPARE(document.judgement().metrics.confusion.falsePositive, 2);
        while (document.undoStack()->canRedo()) {
            document.undoStack()->redo();
        }
        QCOMPARE(document.judgement().metrics.confusion.falsePositive, before);
        QCOMPARE(document.undoStack()->index(), steps);
    }

    void aRestoredSessionHasNothingToUndo()
    {
        Document document;
        fill(document);
        DocumentContent content;
        Entry entry;
        entry.input = test::input("folder/c.mat", Role::Faulty);
        content.entries = {entry, entry};
        content.labels = {{"c.mat", {0, 64}, "faulty"}};
        content.training.epochs = 9;
        content.current = 7; // of a file that somebody has edited
        document.restore(std::move(content));
        QCOMPARE(document.entries()[1].name, QStringLiteral("c.mat (2)"));
        QCOMPARE(document.currentIndex(), 1);
        QCOMPARE(document.trainSettings().epochs, 9);
        QCOMPARE(document.labels().size(), std::size_t{1});
        QVERIFY(!document.model());
        QVERIFY(document.undoStack()->isClean());
        QVERIFY(!document.undoStack()->canUndo());
    }

    void aRoleChangesWhatCounts()
    {
        Document document;
        fill(document);
        document.setRole(0, Role::Unknown);
        QCOMPARE(document.judgement().metrics.confusion.falsePositive, 0);
        QVERIFY(!document.judgement().metrics.falseAlarmRate);
        QCOMPARE(document.entries()[0].scored->role, Role::Unknown);
        document.undoStack()->undo();
        QCOMPARE(document.judgement().metrics.confusion.falsePositive, 2);
    }

    void labelsDecideWindowByWindow()
    {
        Document document;
        fill(document);
        document.setLabels({{"fault.mat", {0, 64}, "healthy"}, {"fault.mat", {64, 256}, "faulty"}},
                           QStringLiteral("label"));
        QCOMPARE(document.judgement().metrics.confusion.falseNegative, 0);
        QCOMPARE(document.judgement().metrics.confusion.trueNegative, 3);
        document.undoStack()->undo();
        QCOMPARE(document.judgement().metrics.confusion.falseNegative, 1);
    }

    void anotherRateDropsScoresAndIsTakenBack()
    {
        Document document;
        fill(document);
        const auto before = document.entries()[0].scored;
        document.setRate(
            0, io::withStatedRate(*document.entries()[0].input.recording, Hertz{48000.0}));
        const auto& rate = document.entries()[0].input.recording->rate;
        QCOMPARE(rate.value.value, 48000.0);
        QCOMPARE(rate.source, signal::Source::Argument);
        QVERIFY(!document.entries()[0].scored);
        QVERIFY(document.judgement().decisions[0].scores().empty());
        document.undoStack()->undo();
        QCOMPARE(document.entries()[0].input.recording->rate.value.value, 12000.0);
        QCOMPARE(document.entries()[0].scored, before);
    }

    void aRemovedRecordingComesBackInItsPlace()
    {
        Document document;
        fill(document);
        document.setCurrentIndex(1);
        document.removeRecording(0);
        QCOMPARE(document.entries().size(), std::size_t{1});
        QCOMPARE(document.currentIndex(), 0);
        QCOMPARE(document.judgement().decisions.size(), std::size_t{1});
        document.undoStack()->undo();
        QCOMPARE(document.entries()[0].name, QStringLiteral("normal.mat"));
        QCOMPARE(document.currentIndex(), 1);
        QVERIFY(document.entries()[0].scored);
    }

    void aRecordingRemovedUnderAnOlderModelComesBackWithItsScores()
    {
        Document document;
        fill(document);
        const auto scored = document.entries()[0].scored;
        document.removeRecording(0);
        document.setModel(test::model());
        document.undoStack()->undo(); // the model
        document.undoStack()->undo(); // the removal
        QCOMPARE(document.entries()[0].scored, scored);
    }

    void listenersNeverSeeRowsThatDoNotMatch()
    {
        Document document;
        fill(document);
        bool matches = true;
        const auto look = [&] {
            matches = matches &&
                      document.judgement().decisions.size() == document.entries().size() &&
                      document.currentIndex() < static_cast<int>(document.entries().size());
        };
        connect(&document, &Document::recordingsChanged, this, look);
        connect(&document, &Document::currentChanged, this, look);
        connect(&document, &Document::judgementChanged, this, look);
        document.removeRecording(1);
        document.removeRecording(0);
        document.undoStack()->undo();
        document.undoStack()->undo();
        document.addRecording(test::input("c.mat", Role::Unknown), nullptr);
        QVERIFY(matches);
    }

    void anImpossiblePolicyKeepsTheThresholdAndSaysWhy()
    {
        Document document;
        fill(document);
        document.setRole(1, Role::Unknown); // no faulty windows: no best F1
        detect::DecisionOptions decision = document.decision();
        decision.policy = {detect::PolicyKind::BestF1, 0.0};
        document.setDecision(decision, QStringLiteral("policy"));
        QVERIFY(document.judgement().problem);
        QCOMPARE(document.judgement().threshold.value, 1.0);
    }
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::DocumentTest)
#include "tst_document.moc"
