// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/sample_session.h"
#include "ui/pages/inspect_page.h"
#include "ui/panels/envelope_panel.h"
#include "ui/panels/label_panel.h"
#include "ui/panels/recordings_panel.h"
#include "ui/panels/threshold_control.h"
#include "ui/panels/threshold_panel.h"
#include "ui/plot/minimap_plot.h"
#include "ui/plot/score_plot.h"
#include "ui/plot/score_scale.h"
#include "ui/plot/waveform_plot.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace spall::ui {

namespace {

void moveTo(QWidget& widget, QPoint place)
{
    QMouseEvent move(
        QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&widget, &move);
}

QPushButton* buttonCalled(const QWidget& page, const QString& text)
{
    for (QPushButton* button : page.findChildren<QPushButton*>()) {
        if (button->text() == text) {
            return button;
        }
    }
    return nullptr;
}

/// The page with a session on it, drawn once.
struct Desk {
    explicit Desk(test::Upto upto) : page(document)
    {
        page.resize(1600, 900);
        page.show();
        test::fillSample(document, upto);
        score = page.findChild<ScorePlot*>();
        slider = page.findChild<ThresholdControl*>()->findChild<QSlider*>();
        page.grab();
        QCoreApplication::processEvents();
    }

    Document document;
    InspectPage page;
    ScorePlot* score = nullptr;
    QSlider* slider = nullptr;
};

/// Processor time, for the test may share its cores with others.
double milliseconds(std::clock_t ticks)
{
    return 1e3 * static_cast<double>(ticks) / CLOCKS_PER_SEC;
}

} // namespace

class InspectPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(Theme::Mode::Light); }

    void withoutAModelTheSignalIsShownAndTheWayToTrainOffered()
    {
        Desk desk(test::Upto::Opened);
        QVERIFY(desk.page.findChild<WaveformPlot*>()->isVisible());
        QVERIFY(!desk.score->isVisible());
        QSignalSpy way(&desk.page, &InspectPage::trainRequested);
        QPushButton* button = buttonCalled(desk.page, QStringLiteral("Go to Train"));
        QVERIFY(button && button->isVisible());
        button->click();
        QCOMPARE(way.count(), 1);
    }

    void oneDragOfTheLineIsOneUndoStep()
    {
        Desk desk(test::Upto::Scored);
        const detect::DecisionOptions before = desk.document.decision();
        const int steps = desk.document.undoStack()->count();
        QTRY_VERIFY(desk.score->thresholdY() > desk.score->plotArea().top());
        const QPoint line(300, static_cast<int>(std::lround(desk.score->thresholdY())));
        QTest::mousePress(desk.score, Qt::LeftButton, {}, line);
        for (int pixels = 5; pixels <= 30; pixels += 5) {
            moveTo(*desk.score, line - QPoint(0, pixels));
        }
        QTest::mouseRelease(desk.score, Qt::LeftButton, {}, line - QPoint(0, 30));
        QCOMPARE(desk.document.undoStack()->count(), steps + 1);
        QCOMPARE(desk.document.decision().policy.kind, detect::PolicyKind::Manual);
        QVERIFY(desk.document.judgement().threshold.value > 0.0);
        desk.document.undoStack()->undo();
        QVERIFY(desk.document.decision() == before);
    }

    void sliderAndLineAgree()
    {
        Desk desk(test::Upto::Scored);
        desk.slider->setFocus();
        const double before = desk.document.judgement().threshold.value;
        QTest::keyClick(desk.slider, Qt::Key_PageUp);
        const double after = desk.document.judgement().threshold.value;
        QVERIFY(after > before);
        const int position = desk.slider->value();
        auto* panel = desk.page.findChild<ThresholdPanel*>();
        panel->moveThreshold(before);
        desk.document.endGesture();
        QVERIFY(desk.slider->value() < position);
        panel->moveThreshold(after);
        desk.document.endGesture();
        QCOMPARE(desk.slider->value(), position);
    }

    void anUndoneThresholdMovesTheSliderBack()
    {
        Desk desk(test::Upto::Scored);
        const int before = desk.slider->value();
        QTest::keyClick(desk.slider, Qt::Key_PageUp);
        QVERIFY(desk.slider->value() != before);
        desk.document.undoStack()->undo();
        QCOMPARE(desk.slider->value(), before);
    }

    void aClickOnAWindowZoomsThere()
    {
        Desk desk(test::Upto::Scored);
        const double time = 6.0;
        QTest::mouseClick(
            desk.score,
            Qt::LeftButton,
            {},
            {static_cast<int>(desk.score->xAt(time)), desk.score->plotArea().bottom() - 4});
        const TimeRange view = desk.page.timeAxis().view();
        QVERIFY(view.contains(time));
        QVERIFY(view.length() < 1.0);
    }

    void theWaysToAPolicyAreOneClick()
    {
        Desk desk(test::Upto::Scored);
        QTest::mouseClick(buttonCalled(desk.page, QStringLiteral("Best F1")), Qt::LeftButton);
        QCOMPARE(desk.document.decision().policy.kind, detect::PolicyKind::BestF1);
        QTest::mouseClick(buttonCalled(desk.page, QStringLiteral("2 % false alarms")),
                          Qt::LeftButton);
        const detect::Policy twoPercent{detect::PolicyKind::FalseAlarmRate, 0.02};
        QVERIFY(desk.document.decision().policy == twoPercent);
        QCOMPARE(desk.document.undoStack()->count(), 2);
    }

    void withoutFaultyFilesBestF1IsNotOffered()
    {
        Desk desk(test::Upto::Scored);
        desk.document.setRole(2, pipeline::Role::Healthy);
        desk.document.setRole(3, pipeline::Role::Healthy);
        QVERIFY(!buttonCalled(desk.page, QStringLiteral("Best F1"))->isEnabled());
    }

    /// A comparison that failed, as when the memory ran out, was said to be made for ever.
    void aComparisonThatFailedSaysWhy()
    {
        Desk desk(test::Upto::Scored);
        const auto isSaid = [&](const QString& text) {
            const auto labels = desk.page.findChild<ThresholdPanel*>()->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                return label->text().contains(text);
            });
        };
        QVERIFY(isSaid(QStringLiteral("is being made")));
        desk.document.setEvaluationProblem(
            {ErrorCode::NotEnoughMemory, "the memory ran out", {}, {}});
        QVERIFY(isSaid(QStringLiteral("the memory ran out")));
        QVERIFY(!isSaid(QStringLiteral("is being made")));
        desk.document.setEvaluation(nullptr); // the next try begins anew
        QVERIFY(!isSaid(QStringLiteral("the memory ran out")));
    }

    void keysStepThroughEvents()
    {
        Desk desk(test::Upto::Scored);
        const auto& events = desk.document.judgement().decisions.at(2).events;
        QVERIFY(events.size() >= 1);
        desk.page.findChild<RecordingsPanel*>()->stepEvent(1, 0.0);
        const double start = static_cast<double>(events.front().range.first) / 12000.0;
        QVERIFY(desk.page.timeAxis().view().contains(start));
    }

    void aLabelledStretchIsKeptInSamplesOfTheFile()
    {
        Desk desk(test::Upto::Scored);
        desk.page.findChild<LabelPanel*>()->addLabel({1.0, 2.5}, QStringLiteral("faulty"));
        QCOMPARE(desk.document.labels().size(), std::size_t{1});
        const io::Label& label = desk.document.labels().front();
        QCOMPARE(label.range, (SampleRange{12000, 30000}));
        QCOMPARE(QString::fromStdString(label.file), QStringLiteral("OR007@6_0_130.mat"));
        desk.document.undoStack()->undo();
        QVERIFY(desk.document.labels().empty());
    }

    void theEnvelopeSpectrumFollowsTheView()
    {
        Desk desk(test::Upto::Scored);
        QSignalSpy shown(desk.page.findChild<EnvelopePanel*>(), &DockPanel::shown);
        desk.page.timeAxis().show({3.0, 5.0});
        QVERIFY(shown.wait(5000));
    }

    void movingTheThresholdStaysWithinAFrame()
    {
        Desk desk(test::Upto::Evaluated);
        auto* panel = desk.page.findChild<ThresholdPanel*>();
        std::vector<double> frames;
        for (int step = 0; step < 20; ++step) {
            const std::clock_t before = std::clock();
            panel->moveThreshold(1.5 + 0.05 * step);
            QCoreApplication::processEvents();
            frames.push_back(milliseconds(std::clock() - before));
        }
        std::nth_element(frames.begin(), frames.begin() + 10, frames.end());
        qInfo("median frame %.1f ms of processor time", frames[10]);
        // An optimised build is asked for 16 ms; sanitized ones may take six times that.
        QVERIFY2(frames[10] < 100.0, qPrintable(QString::number(frames[10])));
    }

    void aMillionWindowsAreJudgedAndDrawnWhileTheThresholdMoves()
    {
        constexpr SampleCount kWindows = 1'000'000;
        constexpr SampleCount kStep = 4;
        Desk desk(test::Upto::Scored);
        auto recording = std::make_shared<signal::Recording>();
        recording->rate.value = Hertz{12000.0};
        recording->provenance.path = "bench/long.mat";
        recording->channels.push_back(
            {"x", "g", std::vector<double>(static_cast<std::size_t>(kWindows * kStep + 2048))});
        auto scored = std::make_shared<pipeline::ScoredRecording>();
        scored->recording = recording;
        scored->fileRate = Hertz{12000.0};
        scored->role = pipeline::Role::Faulty;
        for (SampleIndex window = 0; window < kWindows; ++window) {
            scored->windows.push_back({window * kStep, window * kStep + 2048});
            scored->channels.rec.push_back(std::sin(0.001 * static_cast<double>(window)) * 4.0);
            scored->channels.critic.push_back(0.0);
            scored->learned.push_back(0);
        }
        const auto pyramid = std::make_shared<signal::Pyramid>(recording->channels.front().samples);
        desk.document.addRecording({recording, 0, pipeline::Role::Faulty}, pyramid);
        const int entry = static_cast<int>(desk.document.entries().size()) - 1;
        desk.document.setScored(entry, scored, pyramid);
        desk.document.setCurrentIndex(entry);
        desk.page.grab();
        QCoreApplication::processEvents();
        auto* panel = desk.page.findChild<ThresholdPanel*>();
        std::vector<double> frames;
        for (int step = 0; step < 15; ++step) {
            const std::clock_t before = std::clock();
            panel->moveThreshold(1.5 + 0.05 * step);
            QCoreApplication::processEvents();
            frames.push_back(milliseconds(std::clock() - before));
        }
        std::nth_element(frames.begin(), frames.begin() + 7, frames.end());
        qInfo("median frame with a million windows %.1f ms of processor time", frames[7]);
        QVERIFY2(frames[7] < 300.0, qPrintable(QString::number(frames[7])));
    }

    void recordingsMayComeAndGo()
    {
        Desk desk(test::Upto::Evaluated);
        for (int left = 4; left > 0; --left) {
            desk.document.removeRecording(left - 1);
            QCoreApplication::processEvents();
        }
        QVERIFY(desk.page.focus().source().isEmpty());
        desk.page.grab(); // the window covers the empty page, yet it can be drawn
        desk.document.undoStack()->undo();
        QCoreApplication::processEvents();
        QVERIFY(!desk.page.focus().source().isEmpty());
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::InspectPageTest)
#include "tst_inspect_page.moc"
