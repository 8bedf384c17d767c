// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/sample_session.h"
#include "tests/ui/support/builders.h"
#include "ui/jobs/detectability_job.h"
#include "ui/pages/inspect_page.h"
#include "ui/panels/chip.h"
#include "ui/panels/curves_panel.h"
#include "ui/panels/detectability_panel.h"
#include "ui/panels/dock.h"
#include "ui/panels/envelope_panel.h"
#include "ui/panels/kurtogram_panel.h"
#include "ui/panels/listen_control.h"
#include "ui/panels/machine_choice.h"
#include "ui/panels/mistakes_model.h"
#include "ui/panels/mistakes_panel.h"
#include "ui/panels/scatter_panel.h"
#include "ui/panels/spectrogram_panel.h"
#include "ui/panels/spectrum_panel.h"
#include "ui/panels/threshold_panel.h"
#include "ui/panels/trend_panel.h"
#include "ui/panels/why_panel.h"
#include "ui/plot/band_plot.h"
#include "ui/plot/kurtogram_plot.h"
#include "ui/plot/score_plot.h"
#include "ui/plot/spectrum_plot.h"
#include "ui/plot/view_export.h"
#include "ui/plot/waveform_plot.h"
#include "ui/sound/clip.h"
#include "ui/theme/theme.h"

#include <QAudioDevice>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMediaDevices>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <semaphore>

namespace spall::ui {

namespace {

constexpr int kPatience = 20000;

void moveTo(QWidget& widget, QPointF place)
{
    QMouseEvent move(
        QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&widget, &move);
}

void drag(QWidget& widget, QPointF from, QPointF to)
{
    QTest::mousePress(&widget, Qt::LeftButton, {}, from.toPoint());
    moveTo(widget, (from + to) / 2.0);
    moveTo(widget, to);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to.toPoint());
}

/// The page with the sample session and the bearing of its faults.
struct Desk {
    explicit Desk(test::Upto upto = test::Upto::Scored) : page(document)
    {
        page.resize(1600, 900);
        page.show();
        test::fillSample(document, upto);
        document.setBearing(signal::knownBearings()[0]);
        page.focus().setSpeed(Rpm{1797.0});
    }

    /// Brings a tab to the front and waits until it has drawn.
    template <typename Panel> Panel* open()
    {
        auto* panel = page.findChild<Panel*>();
        QSignalSpy shown(panel, &DockPanel::shown);
        page.dock().show(*panel);
        if (shown.isEmpty() && !shown.wait(kPatience)) {
            return nullptr;
        }
        page.grab();
        return panel;
    }

    Document document;
    InspectPage page;
};

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

class DockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(Theme::Mode::Light); }

    void aClickOnAnAlarmAsksWhy()
    {
        Desk desk;
        auto* score = desk.page.findChild<ScorePlot*>();
        auto* why = desk.page.findChild<WhyPanel*>();
        desk.page.grab();
        const auto& event = desk.document.judgement().decisions.at(2).events.back();
        const double time = static_cast<double>(event.range.first + event.range.last) / 24000.0;
        QSignalSpy shown(why, &DockPanel::shown);
        QTest::mouseClick(score,
                          Qt::LeftButton,
                          {},
                          {static_cast<int>(score->xAt(time)), score->plotArea().bottom() - 4});
        QTRY_COMPARE(desk.page.dock().current(), why);
        QVERIFY(shown.count() > 0 || shown.wait(kPatience));
        QVERIFY(desk.page.focus().window().has_value());
        QTRY_VERIFY(why->verdict().contains(QStringLiteral("outer race")));
        QVERIFY(why->verdict().contains(QLatin1Char('%')));
    }

    /// The views were tabs and nothing but tabs: no two could be seen at the same time.
    void viewsStandBesideEachOtherAndTheirPlaceIsKept()
    {
        Desk desk;
        auto* spectrum = desk.open<SpectrumPanel>();
        auto* envelope = desk.page.findChild<EnvelopePanel*>();
        auto* area = desk.page.dock().findChild<QMainWindow*>();
        QVERIFY(spectrum && envelope && area);
        QTRY_VERIFY(!envelope->isVisible()); // covered, so that it neither computes nor draws
        const QByteArray tabs = area->saveState();
        desk.page.dock().putBeside();
        desk.page.dock().showEnvelope();
        QTRY_VERIFY(spectrum->isVisible() && envelope->isVisible());
        QTRY_VERIFY(spectrum->mapTo(area, QPoint()).x() >
                    envelope->mapTo(area, QPoint(envelope->width(), 0)).x());
        const QByteArray beside = area->saveState();
        QVERIFY(area->restoreState(tabs));
        QTRY_VERIFY(!envelope->isVisible() || !spectrum->isVisible());
        QVERIFY(area->restoreState(beside));
        QTRY_VERIFY(spectrum->isVisible() && envelope->isVisible());
        desk.page.dock().gather();
        QTRY_VERIFY(!envelope->isVisible() || !spectrum->isVisible());
    }

    void aViewTakesAWindowOfItsOwnAndComesBack()
    {
        Desk desk;
        auto* spectrum = desk.open<SpectrumPanel>();
        desk.page.dock().toggleWindow();
        QVERIFY(Dock::isInWindow(*spectrum));
        QTRY_VERIFY(spectrum->isVisible());
        desk.page.dock().toggleWindow();
        QVERIFY(!Dock::isInWindow(*spectrum));
        QTRY_VERIFY(spectrum->isVisible());
    }

    void theEnvelopeSaysWhichPartStrikes()
    {
        Desk desk;
        desk.page.timeAxis().show({5.0, 10.0}); // where the fault of the outer race is strong
        auto* envelope = desk.open<EnvelopePanel>();
        QVERIFY(envelope);
        QTRY_VERIFY(envelope->verdict().contains(QStringLiteral("outer race")));
        desk.document.setCurrentIndex(0); // a healthy one
        QTRY_VERIFY(!envelope->verdict().contains(QStringLiteral("clearly")));
        desk.document.setBearing(std::nullopt);
        QTRY_VERIFY(envelope->verdict().isEmpty());
    }

    /// On the screen of a laptop the plot was 70 pixels high, and the verdict stood in a box on the
    /// line that it spoke of.
    void onASmallScreenTheEnvelopeHasRoomBesideItsVerdict()
    {
        Desk desk;
        desk.page.resize(1366, 665);
        desk.page.timeAxis().show({5.0, 10.0});
        auto* envelope = desk.open<EnvelopePanel>();
        QVERIFY(envelope);
        QTRY_VERIFY(envelope->verdict().contains(QStringLiteral("outer race")));
        desk.page.grab();
        auto* plot = envelope->findChild<SpectrumPlot*>();
        QVERIFY2(plot->plotArea().height() >= 75,
                 qPrintable(QString::number(plot->plotArea().height())));
    }

    /// A change of language makes the views anew: the lines that were chosen had gone.
    void chosenLinesAreTakenOver()
    {
        Desk first;
        auto* before = first.page.findChild<EnvelopePanel*>();
        QVERIFY(before->chosenLines().empty());
        const auto chips = before->findChildren<Chip*>();
        chips.back()->click(); // sidebands are no choice of a family
        QVERIFY(before->chosenLines().empty());
        chips[3]->click();
        Desk second;
        auto* after = second.page.findChild<EnvelopePanel*>();
        after->chooseLines(before->chosenLines());
        QCOMPARE(after->chosenLines(), before->chosenLines());
        QCOMPARE(after->findChildren<Chip*>()[3]->isChecked(), true);
    }

    void aBearingIsChosenByPartOfItsNameOrByItsGeometry()
    {
        Desk desk;
        auto* box = desk.page.findChild<MachineChoice*>()->findChild<QComboBox*>();
        const auto type = [box](const QString& text) {
            box->setEditText(text);
            Q_EMIT box->lineEdit()->editingFinished();
        };
        type(QStringLiteral("6203"));
        QVERIFY(box->currentText().contains(QStringLiteral("6203")));
        QVERIFY(desk.document.bearing()->name.find("6203") != std::string::npos);
        type(QStringLiteral("9,7.94,39.04,0"));
        QCOMPARE(desk.document.bearing()->elements, 9);
        QCOMPARE(desk.document.bearing()->pitchDiameter, 39.04);
        type(QStringLiteral("no such bearing")); // is told, and nothing changes
        QCOMPARE(desk.document.bearing()->pitchDiameter, 39.04);
        QCOMPARE(box->currentText(), QStringLiteral("9,7.94,39.04,0"));
        desk.document.undoStack()->undo();
        QVERIFY(box->currentText().contains(QStringLiteral("6203")));
        type(QString());
        QVERIFY(!desk.document.bearing());
    }

    void whyNamesNoPartOfAnUnknownBearingAndAsksForIt()
    {
        Desk desk;
        desk.document.setBearing(std::nullopt);
        auto* why = desk.open<WhyPanel>();
        QVERIFY(why);
        QVERIFY(!why->verdict().contains(QStringLiteral("race")));
        QVERIFY(!why->verdict().isEmpty());
        QVERIFY(why->findChild<MachineChoice*>()->isVisible());
        desk.document.setBearing(signal::knownBearings()[0]);
        QTRY_VERIFY(why->verdict().contains(QStringLiteral("race")));
        QVERIFY(!why->findChild<MachineChoice*>()->isVisible());
    }

    /// The windows like it were named by places in the list of recordings: one that was taken away
    /// meanwhile ended the program.
    void whyBearsThatRecordingsGoWhileItIsMade()
    {
        struct Why : WhyPanel {
            using WhyPanel::compute;
            using WhyPanel::WhyPanel;
        };
        Desk desk;
        QThreadPool& pool = *QThreadPool::globalInstance();
        const int threads = pool.maxThreadCount();
        std::binary_semaphore mayGoOn{0};
        pool.waitForDone();
        pool.setMaxThreadCount(1);
        pool.start([&mayGoOn] { mayGoOn.acquire(); });
        Why why(desk.page.focus());
        why.compute(); // waits behind the one above
        for (const int entry : {3, 1, 0}) {
            desk.document.removeRecording(entry);
        }
        mayGoOn.release();
        pool.waitForDone();
        pool.setMaxThreadCount(threads);
        QSignalSpy shown(&why, &DockPanel::shown);
        why.resize(800, 300);
        why.setVisible(true);
        QTRY_VERIFY_WITH_TIMEOUT(shown.count() > 0, kPatience); // anew, of what is left
        QVERIFY(!why.verdict().isEmpty());
    }

    /// A view for whose numbers the memory did not suffice ended the program.
    void aViewWhoseMemoryRunsOutIsToldSo()
    {
        struct Greedy : DockPanel {
            using DockPanel::DockPanel;
            void compute() override
            {
                run<int>([]() -> Result<int> { throw std::bad_alloc(); },
                         [this](const Result<int>& result) { code = result.error().code; });
            }
            std::optional<ErrorCode> code;
        };
        Desk desk;
        Greedy view(desk.page.focus());
        view.compute();
        QTRY_VERIFY(view.code.has_value());
        QCOMPARE(*view.code, ErrorCode::NotEnoughMemory);
    }

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

    void aClickInTheKurtogramChoosesTheBand()
    {
        Desk desk;
        auto* panel = desk.open<KurtogramPanel>();
        QVERIFY(panel);
        auto* plot = panel->findChild<KurtogramPlot*>();
        const QPointF cell = plot->cellOf(3, 1).center(); // the second quarter of 6 kHz
        QTest::mouseClick(plot, Qt::LeftButton, {}, cell.toPoint());
        QCOMPARE(desk.page.focus().band().low.value, 1500.0);
        QCOMPARE(desk.page.focus().band().high.value, 3000.0);
    }

    void theBandOfTheEnvelopeIsDragged()
    {
        Desk desk;
        auto* panel = desk.open<EnvelopePanel>();
        QVERIFY(panel);
        auto* plot = panel->findChild<BandPlot*>();
        const signal::Band before = desk.page.focus().band();
        const double y = plot->plotArea().center().y();
        drag(*plot, {plot->xAt(before.high), y}, {plot->xAt(before.high) - 20.0, y});
        QVERIFY(desk.page.focus().band().high < before.high);
        QCOMPARE(desk.page.focus().band().low.value, before.low.value);
        const double middle =
            (plot->xAt(before.low) + plot->xAt(desk.page.focus().band().high)) / 2;
        const signal::Band narrowed = desk.page.focus().band();
        drag(*plot, {middle, y}, {middle - 15.0, y});
        QVERIFY(desk.page.focus().band().low < narrowed.low);
        QVERIFY(
            std::abs((desk.page.focus().band().high.value - desk.page.focus().band().low.value) -
                     (narrowed.high.value - narrowed.low.value)) < 1e-6);
    }

    void theTrendShowsFiveIndicatorsAndTheFirstAlarm()
    {
        Desk desk;
        auto* panel = desk.open<TrendPanel>();
        QVERIFY(panel);
        const TrendLines& lines = panel->plot().lines();
        QCOMPARE(lines.lines.size(), std::size_t{5});
        QVERIFY(lines.firstAlarm.has_value());
        const auto& event = desk.document.judgement().decisions.at(2).events.front();
        QCOMPARE(*lines.firstAlarm, static_cast<double>(event.range.first) / 12000.0);
        QCOMPARE(lines.lines.front().values.size(), lines.times.size());
    }

    // A run of snapshots was once cut into 200 blocks that knew nothing of them, and later drawn
    // over the seconds of its samples: 13 snapshots over hours stood between 0 and 1.3 s.
    void aRunIsShownSnapshotBySnapshot()
    {
        Document document;
        InspectPage page(document);
        page.resize(1600, 900);
        page.show();
        auto run = std::make_shared<signal::Recording>(*spall::test::recording("run", 3000));
        run->snapshots = {{0, Seconds{0.0}, "a_1.csv"},
                          {1000, Seconds{600.0}, "a_2.csv"},
                          {2000, Seconds{1200.0}, "a_3.csv"}};
        document.addRecording({run, 0, pipeline::Role::Unknown},
                              std::make_shared<signal::Pyramid>(run->channels[0].samples));
        auto* panel = page.findChild<TrendPanel*>();
        page.dock().show(*panel);
        QTRY_VERIFY_WITH_TIMEOUT(panel->plot().lines().times.size() == 3, kPatience);
        QCOMPARE(panel->plot().lines().times, (std::vector<double>{0.0, 600.0, 1200.0}));
        QCOMPARE(panel->plot().lines().places[1], 1000.0 / 12000.0);
        page.grab();
        QVERIFY(std::abs(panel->plot().timeAt(panel->plot().xAt(1200.0)) - 1200.0) < 1e-6);
        QVERIFY(panel->plot().xAt(600.0) < panel->plot().width());
        QCOMPARE(panel->findChild<QComboBox*>()->currentText(), QStringLiteral("by snapshot"));
    }

    void marksAndOrdersFollowTheMachine()
    {
        Desk desk;
        auto* panel = desk.open<EnvelopePanel>();
        QVERIFY(panel);
        auto* plot = panel->findChild<SpectrumPlot*>();
        QCOMPARE(plot->marks().size(), std::size_t{1});
        const double at = plot->marks().front().frequency.value;
        desk.page.focus().setSpeed(Rpm{2.0 * 1797.0});
        QVERIFY(std::abs(plot->marks().front().frequency.value - 2.0 * at) < 1e-9);
        desk.document.setBearing(std::nullopt);
        QVERIFY(plot->marks().empty());
        QVERIFY(desk.open<SpectrumPanel>());
        QVERIFY(desk.open<SpectrogramPanel>());
    }

    void aViewIsSavedAsPictureDrawingAndNumbers()
    {
        Desk desk;
        desk.page.timeAxis().show({3.0, 3.5});
        auto* plot = desk.page.findChild<WaveformPlot*>();
        desk.page.grab();
        const QTemporaryDir folder;
        const QString png = folder.filePath(QStringLiteral("view.png"));
        const QString svg = folder.filePath(QStringLiteral("view.svg"));
        const QString csv = folder.filePath(QStringLiteral("view.csv"));
        QVERIFY(exportPicture(*plot, png).has_value());
        QCOMPARE(QImage(png).width(), 2 * plot->width());
        QVERIFY(exportPicture(*plot, svg).has_value());
        QFile drawing(svg);
        QVERIFY(drawing.open(QIODevice::ReadOnly));
        QVERIFY(drawing.readAll().contains("Signal and reconstruction"));
        QVERIFY(exportTable(*plot, csv).has_value());
        QFile table(csv);
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = table.readAll().trimmed().split('\n');
        QCOMPARE(lines.front(), QByteArray("\"time, s\",\"signal, g\",\"residual, g\""));
        QCOMPARE(lines.size(), 1 + 6001); // half a second at 12 kHz, both ends
        QVERIFY(!exportTable(*plot, folder.filePath(QStringLiteral("no/such/view.csv"))));
        QVERIFY(!exportPicture(*plot, folder.filePath(QStringLiteral("no/such/view.png"))));
    }

    void aSlowerClipIsLongerAndAsLoud()
    {
        std::vector<double> tone(12000);
        for (std::size_t at = 0; at < tone.size(); ++at) {
            tone[at] = 5.0 + 0.01 * std::sin(0.3 * static_cast<double>(at));
        }
        const QByteArray clip = makeClip(tone, Hertz{12000.0}, 1.0);
        QCOMPARE(clip.size(), qsizetype{2 * kSoundRate});
        QCOMPARE(makeClip(tone, Hertz{12000.0}, 0.25).size(), qsizetype{8 * kSoundRate});
        std::vector<std::int16_t> values(static_cast<std::size_t>(clip.size()) / 2);
        std::memcpy(values.data(), clip.constData(), static_cast<std::size_t>(clip.size()));
        const auto loudest = *std::max_element(values.begin(), values.end());
        QVERIFY(loudest > 22000 && loudest < 23500);
        QVERIFY(makeClip({}, Hertz{12000.0}, 1.0).isEmpty());
    }

    void withoutASoundOutputASentenceSaysSo()
    {
        if (!QMediaDevices::defaultAudioOutput().isNull()) {
            QSKIP("this machine has a sound output");
        }
        Desk desk;
        auto* listen = desk.page.findChild<ListenControl*>();
        QSignalSpy said(listen, &ListenControl::said);
        listen->toggle();
        QCOMPARE(said.count(), 1);
        QVERIFY(said.front().front().toString().contains(QStringLiteral("sound output")));
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

QTEST_MAIN(spall::ui::DockTest)
#include "tst_dock.moc"
