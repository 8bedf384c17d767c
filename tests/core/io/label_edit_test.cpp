// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/label_edit.h"

#include <QTest>

using namespace spall;
using io::Labels;

class LabelEditTest : public QObject {
    Q_OBJECT

    static Labels three()
    {
        return {{"a.mat", {100, 200}, "healthy"},
                {"b.mat", {0, 50}, "faulty"},
                {"a.mat", {300, 400}, "other"}};
    }

private Q_SLOTS:
    void anEdgePastTheOtherTurnsTheStretchRound()
    {
        QCOMPARE(io::resized(three(), 0, {250, 180}, 1000)[0].range, (SampleRange{180, 250}));
    }

    void aLabelStaysInsideItsRecordingAndNeverVanishes()
    {
        QCOMPARE(io::resized(three(), 0, {-5, 2000}, 1000)[0].range, (SampleRange{0, 1000}));
        QCOMPARE(io::resized(three(), 0, {150, 150}, 1000), three());
        QCOMPARE(io::resized(three(), 9, {0, 10}, 1000), three());
    }

    void splittingMakesTwoThatMeet()
    {
        const Labels labels = io::split(three(), 0, 130);
        QCOMPARE(labels.size(), std::size_t{4});
        QCOMPARE(labels[0].range, (SampleRange{100, 130}));
        QCOMPARE(labels[1].range, (SampleRange{130, 200}));
        QCOMPARE(labels[1].name, std::string("healthy"));
        QCOMPARE(io::split(three(), 0, 100), three()); // one half would be empty
        QCOMPARE(io::split(three(), 0, 200), three());
    }

    void mergingSpansTheGap()
    {
        const Labels labels = io::merged(three(), {2, 0, 0});
        QCOMPARE(labels.size(), std::size_t{2});
        QCOMPARE(labels[0].range, (SampleRange{100, 400}));
        QCOMPARE(labels[0].name, std::string("healthy"));
    }

    void splitAndMergeAreEachOthersInverse()
    {
        QCOMPARE(io::merged(io::split(three(), 2, 333), {2, 3}), three());
    }

    void labelsOfTwoFilesAreNotMerged()
    {
        QCOMPARE(io::merged(three(), {0, 1}), three());
        QCOMPARE(io::merged(three(), {0}), three());
    }

    void removingTakesExactlyThose()
    {
        QCOMPARE(io::removed(three(), {2, 0, 7}), (Labels{three()[1]}));
    }

    void anEmptyNameIsNoName()
    {
        QCOMPARE(io::renamed(three(), 1, ""), three());
        QCOMPARE(io::renamed(three(), 1, "rub")[1].name, std::string("rub"));
    }

    void theNeighbourIsTheNearestOfTheSameFile()
    {
        QCOMPARE(io::neighbourOf(three(), "a.mat", 0, 1), std::optional<std::size_t>{0});
        QCOMPARE(io::neighbourOf(three(), "a.mat", 100, 1), std::optional<std::size_t>{2});
        QCOMPARE(io::neighbourOf(three(), "a.mat", 300, 1), std::optional<std::size_t>{});
        QCOMPARE(io::neighbourOf(three(), "a.mat", 500, -1), std::optional<std::size_t>{2});
    }
};

QTEST_GUILESS_MAIN(LabelEditTest)
#include "label_edit_test.moc"
