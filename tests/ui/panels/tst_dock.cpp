// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/desk.h"
#include "ui/panels/envelope_panel.h"
#include "ui/panels/machine_choice.h"
#include "ui/panels/spectrum_panel.h"
#include "ui/panels/why_panel.h"
#include "ui/plot/score_plot.h"
#include "ui/plot/view_export.h"
#include "ui/plot/waveform_plot.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <semaphore>

namespace spall::ui {

using test::Desk;
using test::kPatience;

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
        QVERIFY(exportTable(plot->table(), csv).has_value());
        QFile table(csv);
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = table.readAll().trimmed().split('\n');
        QCOMPARE(lines.front(), QByteArray("\"time, s\",\"signal, g\",\"residual, g\""));
        QCOMPARE(lines.size(), 1 + 6001); // half a second at 12 kHz, both ends
        // Stopped on its way, it leaves the file that was there.
        int asked = 0;
        const auto stopped = exportTable(plot->table(), csv, [&asked](int percent) {
            ++asked;
            return percent < 50;
        });
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
        QCOMPARE(asked, 2); // 6001 rows are two pieces
        QVERIFY(table.seek(0));
        QCOMPARE(table.readAll().trimmed().split('\n').size(), lines.size());
        QVERIFY(!exportTable(plot->table(), folder.filePath(QStringLiteral("no/such/view.csv"))));
        QVERIFY(!exportPicture(*plot, folder.filePath(QStringLiteral("no/such/view.png"))));
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::DockTest)
#include "tst_dock.moc"
