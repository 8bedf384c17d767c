// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/desk.h"
#include "ui/panels/curves_panel.h"
#include "ui/panels/detectability_panel.h"
#include "ui/panels/mistakes_model.h"
#include "ui/panels/mistakes_panel.h"
#include "ui/panels/scatter_panel.h"
#include "ui/panels/threshold_panel.h"
#include "ui/plot/score_plot.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace spall::ui {

using test::Desk;
using test::drag;
using test::kPatience;

namespace {

pipeline::DetectabilityResult method(std::vector<std::pair<double, double>> recalls)
{
    pipeline::DetectabilityResult made;
    made.name = "spall";
    for (const auto& [level, recall] : recalls) {
        pipeline::LevelResult result;
        result.level = {level};
        result.recall = recall;
        made.levels.push_back(result);
    }
    return made;
}

} // namespace

class ScoreViewsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(Theme::Mode::Light); }

    void everyWrongWindowIsInTheListOfMistakes()
    {
        Desk desk;
        desk.document.setDecision(
            [&] {
                detect::DecisionOptions decision = desk.document.decision();
                decision.policy = {detect::PolicyKind::Manual, 1.5};
                return decision;
            }(),
            QStringLiteral("threshold"));
        QVERIFY(desk.open<MistakesPanel>());
        const auto& confusion = desk.document.judgement().metrics.confusion;
        std::int64_t missed = 0;
        std::int64_t falseAlarms = 0;
        const auto rows = mistakesIn(desk.document);
        for (const auto& row : rows) {
            (row.mistake.kind == pipeline::MistakeKind::Missed ? missed : falseAlarms) +=
                row.mistake.windowCount;
        }
        QCOMPARE(missed, confusion.falseNegative);
        QCOMPARE(falseAlarms, confusion.falsePositive);
        QVERIFY(missed + falseAlarms > 0);
        auto* table = desk.page.findChild<MistakesPanel*>()->findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), static_cast<int>(rows.size()));
        const QRect cell = table->visualRect(table->model()->index(0, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(desk.document.currentIndex(), rows.front().entry);
        const double time = static_cast<double>(rows.front().mistake.range.first) / 12000.0;
        QVERIFY(desk.page.timeAxis().view().length() < 2.0);
        QVERIFY(desk.page.timeAxis().view().last > time);
    }

    void twoThresholdsAreDraggedAsOneStep()
    {
        Desk desk;
        auto* panel = desk.open<ScatterPanel>();
        QVERIFY(panel);
        auto* rule = panel->findChild<QComboBox*>();
        rule->setCurrentIndex(1);
        Q_EMIT rule->activated(1);
        QVERIFY(desk.document.decision().dual && desk.document.decision().dual->both);
        auto* plot = panel->findChild<ScatterPlot*>();
        desk.page.grab();
        const int steps = desk.document.undoStack()->count();
        const auto before = *desk.document.decision().dual;
        const QPointF line(plot->placeOf(before.rec, before.critic).x(),
                           plot->plotArea().top() + 5);
        drag(*plot, line, line + QPointF(30, 0));
        QCOMPARE(desk.document.undoStack()->count(), steps + 1);
        QVERIFY(desk.document.decision().dual->rec > before.rec);
        QCOMPARE(desk.document.decision().dual->critic, before.critic);
        desk.document.undoStack()->undo();
        QVERIFY(*desk.document.decision().dual == before);
    }

    /// By two thresholds the line, the slider and the policies changed nothing, and stood there as
    /// if they did.
    void byTwoThresholdsThereIsNoLineToDrag()
    {
        Desk desk;
        auto* score = desk.page.findChild<ScorePlot*>();
        auto* slider = desk.page.findChild<ThresholdPanel*>()->findChild<QSlider*>();
        desk.page.grab();
        QVERIFY(score->thresholdY() > 0.0);
        QVERIFY(slider->isEnabled());
        detect::DecisionOptions decision = desk.document.decision();
        decision.dual = detect::DualRule{2.0, 3.0, true};
        desk.document.setDecision(decision, QStringLiteral("alarm rule"));
        QVERIFY(score->thresholdY() < 0.0);
        QVERIFY(!slider->isEnabled());
        const auto labels = desk.page.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().startsWith(QStringLiteral("reconstruction > "));
        }));
        desk.document.undoStack()->undo();
        QVERIFY(slider->isEnabled());
    }

    void pickedPointsAreMarkedInTheScorePlot()
    {
        Desk desk;
        auto* panel = desk.open<ScatterPanel>();
        QVERIFY(panel);
        auto* plot = panel->findChild<ScatterPlot*>();
        std::vector<char> picked;
        connect(&desk.page.focus(), &Focus::windowsPicked, this, [&](const auto& windows) {
            picked = windows;
        });
        const QRect area = plot->plotArea();
        // From a corner where no threshold line is.
        drag(
            *plot, area.bottomRight() - QPoint(4, 4), area.topLeft() + QPoint(area.width() / 2, 4));
        QCOMPARE(picked.size(), desk.document.current()->scored->windows.size());
        QVERIFY(std::count(picked.begin(), picked.end(), 1) > 0);
    }

    void theCurvesPassThroughThePresentThreshold()
    {
        Desk desk;
        auto* panel = desk.open<CurvesPanel>();
        QVERIFY(panel);
        QVERIFY(!panel->roc().curves().empty());
        const Curve& ours = panel->roc().curves().front();
        QVERIFY(ours.isOurs);
        const auto& metrics = desk.document.judgement().metrics;
        double nearest = 1.0;
        for (const QPointF& point : ours.points) {
            nearest = std::min(nearest,
                               std::hypot(point.x() - metrics.falseAlarmRate->value,
                                          point.y() - metrics.recall->value));
        }
        QVERIFY2(nearest < 0.02, qPrintable(QString::number(nearest)));
    }

    /// Each move of the threshold made the curves of every method anew, which are of all
    /// thresholds.
    void theCurvesAreKeptUntilScoresOrLabelsChange()
    {
        Desk desk;
        auto* panel = desk.open<CurvesPanel>();
        QVERIFY(panel);
        const Curve* kept = panel->roc().curves().data();
        QSignalSpy shown(panel, &DockPanel::shown);
        desk.page.findChild<ThresholdPanel*>()->moveThreshold(1.75);
        QVERIFY(shown.wait(kPatience));
        QCOMPARE(panel->roc().curves().data(), kept);
        desk.document.setLabels({{"OR007@6_0_130.mat", {0, 30000}, "healthy"}},
                                QStringLiteral("label"));
        QTRY_VERIFY_WITH_TIMEOUT(panel->roc().curves().data() != kept, kPatience);
    }

    void theSmallestFaultCaughtLiesBetweenTheLevels()
    {
        const auto found =
            smallestCaught(method({{0.0, 1.0}, {-6.0, 1.0}, {-12.0, 0.8}, {-18.0, 0.1}}));
        QVERIFY(found.has_value());
        QVERIFY(std::abs(found->value + 9.0) < 1e-9); // half way from 1.0 to 0.8
        QVERIFY(!smallestCaught(method({{0.0, 0.5}, {-6.0, 0.4}})));
        QCOMPARE(smallestCaught(method({{0.0, 1.0}, {-6.0, 1.0}}))->value, -6.0);
    }

    /// The end of the search was told as the answer, where the curve had not fallen yet.
    void theLowestLevelTriedIsNotTheSmallestFault()
    {
        Desk desk;
        auto* panel = desk.open<DetectabilityPanel>();
        QVERIFY(panel);
        const auto says = [panel](const QString& text) {
            const auto labels = panel->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&text](const QLabel* label) {
                return label->text().contains(text);
            });
        };
        const auto& curves = panel->findChild<CurvePlot*>()->curves();
        panel->show({method({{0.0, 1.0}, {-18.0, 0.95}})});
        QVERIFY(says(QStringLiteral("at most -18.0 dB, the smallest tried")));
        QVERIFY(curves.front().value.startsWith(QStringLiteral("≤")));
        panel->show({method({{0.0, 1.0}, {-18.0, 0.5}})});
        QVERIFY(!says(QStringLiteral("at most")));
        QVERIFY(!curves.front().value.startsWith(QStringLiteral("≤")));
    }

    void detectabilityIsShownInWordsAndAsACurve()
    {
        Desk desk;
        auto* panel = desk.open<DetectabilityPanel>();
        QVERIFY(panel);
        panel->show({method({{0.0, 1.0}, {-6.0, 1.0}, {-12.0, 0.8}, {-18.0, 0.1}})});
        QCOMPARE(panel->findChild<CurvePlot*>()->curves().size(), std::size_t{1});
        QCOMPARE(panel->findChild<CurvePlot*>()->curves().front().points.size(), std::size_t{4});
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::ScoreViewsTest)
#include "tst_score_views.moc"
