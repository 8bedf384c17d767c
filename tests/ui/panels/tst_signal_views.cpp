// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/desk.h"
#include "tests/ui/support/builders.h"
#include "ui/panels/chip.h"
#include "ui/panels/envelope_panel.h"
#include "ui/panels/kurtogram_panel.h"
#include "ui/panels/listen_control.h"
#include "ui/panels/machine_choice.h"
#include "ui/panels/spectrogram_panel.h"
#include "ui/panels/spectrum_panel.h"
#include "ui/panels/trend_panel.h"
#include "ui/plot/band_plot.h"
#include "ui/plot/kurtogram_plot.h"
#include "ui/plot/spectrum_plot.h"
#include "ui/sound/clip.h"
#include "ui/theme/theme.h"

#include <QAudioDevice>
#include <QComboBox>
#include <QLineEdit>
#include <QMediaDevices>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <cstdint>
#include <cstring>

namespace spall::ui {

using test::Desk;
using test::drag;
using test::kPatience;

class SignalViewsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(Theme::Mode::Light); }

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
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::SignalViewsTest)
#include "tst_signal_views.moc"
