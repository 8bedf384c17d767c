// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/builders.h"
#include "ui/pages/inspect_page.h"
#include "ui/panels/label_panel.h"
#include "ui/plot/waveform_plot.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

namespace spall::ui {

class LabelPanelTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Document> m_document;
    std::unique_ptr<InspectPage> m_page;

    LabelPanel& panel() { return *m_page->findChild<LabelPanel*>(); }
    QListWidget& list() { return *panel().findChild<QListWidget*>(); }

    void run(const char* command)
    {
        for (QAction* action : panel().commands()) {
            if (action->text() == QString::fromUtf8(command)) {
                QVERIFY2(action->isEnabled(), command);
                action->trigger();
                return;
            }
        }
        QFAIL(command);
    }

    [[nodiscard]] SampleRange range(std::size_t at) const { return m_document->labels()[at].range; }

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<Document>();
        const pipeline::Input input = test::input("folder/fault.mat", pipeline::Role::Faulty);
        m_document->addRecording(
            input, std::make_shared<signal::Pyramid>(input.recording->channels[0].samples));
        m_document->setModel(test::model());
        m_document->setScored(0, test::scored(input, {0.0, 4.0, 5.0, 6.0}), nullptr);
        m_page = std::make_unique<InspectPage>(*m_document);
        m_page->resize(1400, 900);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_document->undoStack()->clear();
    }

    void aLabelChangesTheNumbersAtOnce()
    {
        QCOMPARE(m_document->judgement().metrics.confusion.falseNegative, 1);
        panel().addLabel({0.0, 64.0 / 12000.0}, QStringLiteral("healthy"));
        QCOMPARE(m_document->labels()[0].file, std::string("fault.mat"));
        QCOMPARE(range(0), (SampleRange{0, 64}));
        QCOMPARE(m_document->judgement().metrics.confusion.falseNegative, 0);
        QCOMPARE(m_document->judgement().metrics.confusion.trueNegative, 1);
        QCOMPARE(list().count(), 1);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->judgement().metrics.confusion.falseNegative, 1);
        QCOMPARE(list().count(), 0);
    }

    void aStretchOutsideTheRecordingIsCutOrRefused()
    {
        panel().addLabel({-1.0, 99.0}, QStringLiteral("faulty"));
        QCOMPARE(range(0), (SampleRange{0, 640}));
        panel().addLabel({99.0, 100.0}, QStringLiteral("faulty"));
        panel().addLabel({0.0, 0.01}, QStringLiteral("  "));
        QCOMPARE(m_document->labels().size(), std::size_t{1});
    }

    void splitMergeRenameAndDeleteAreOneStepEach()
    {
        panel().addLabel({0.0, 400.0 / 12000.0}, QStringLiteral("rub"));
        panel().selectAll();
        m_page->timeAxis().setCursor(100.0 / 12000.0);
        run("Split label at the cursor");
        QCOMPARE(range(0), (SampleRange{0, 100}));
        QCOMPARE(range(1), (SampleRange{100, 400}));
        panel().selectAll();
        run("Merge labels");
        QCOMPARE(m_document->labels().size(), std::size_t{1});
        QCOMPARE(range(0), (SampleRange{0, 400}));
        panel().selectAll();
        m_page->timeAxis().setCursor(50.0 / 12000.0);
        run("Label starts at the cursor");
        QCOMPARE(range(0), (SampleRange{50, 400}));
        panel().selectAll();
        run("Delete label");
        QVERIFY(m_document->labels().empty());
        QCOMPARE(m_document->undoStack()->count(), 5);
        for (int step = 0; step < 4; ++step) {
            m_document->undoStack()->undo();
        }
        QCOMPARE(range(0), (SampleRange{0, 400}));
    }

    /// The label to rename was remembered by its place: with one before it gone meanwhile, another
    /// label got the name, or none that there was.
    void aLabelIsRenamedThoughOthersHaveGoneMeanwhile()
    {
        panel().addLabel({0.0, 0.01}, QStringLiteral("rub"));
        panel().addLabel({0.02, 0.03}, QStringLiteral("knock"));
        list().item(1)->setSelected(true);
        run("Rename label…");
        m_document->setLabels({m_document->labels()[1]}, QStringLiteral("labels"));
        QMenu* menu = panel().findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(menu);
        menu->actions().front()->trigger(); // healthy
        menu->close();
        QCOMPARE(m_document->labels().size(), std::size_t{1});
        QCOMPARE(m_document->labels()[0].name, std::string("healthy"));
    }

    void theFilterShowsWhatIsSought()
    {
        for (int i = 0; i < 8; ++i) {
            panel().addLabel({i * 0.002, i * 0.002 + 0.001},
                             i % 2 == 0 ? QStringLiteral("healthy") : QStringLiteral("rub"));
        }
        QCOMPARE(list().count(), 8);
        panel().findChild<QLineEdit*>()->setText(QStringLiteral("RU"));
        QCOMPARE(list().count(), 4);
    }

    void nextAndPreviousWalkThroughTheLabels()
    {
        panel().addLabel({0.03, 0.04}, QStringLiteral("b"));
        panel().addLabel({0.01, 0.02}, QStringLiteral("a"));
        m_page->timeAxis().setCursor(0.0);
        QSignalSpy went(&panel(), &LabelPanel::stretchRequested);
        const auto start = [&went] {
            return went.takeLast()[0].value<TimeRange>().first;
        };
        panel().stepLabel(1);
        QCOMPARE(start(), 0.01);
        panel().stepLabel(1);
        QCOMPARE(start(), 0.03);
        panel().stepLabel(1); // there is no other
        QVERIFY(went.isEmpty());
        panel().stepLabel(-1);
        QCOMPARE(start(), 0.01);
    }

    /// Of the parts of a bearing none was offered; a label for the family just found was typed.
    void thePartThatWasFoundIsOfferedFirst()
    {
        m_page->focus().setFound(signal::FaultKind::OuterRace);
        QSignalSpy asked(&panel(), &LabelPanel::labelAsked);
        panel().askForLabel({0.01, 0.02}, QPoint(10, 10));
        auto* menu = panel().findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(menu);
        QCOMPARE(menu->actions()[0]->text(), QStringLiteral("outer race"));
        QStringList names;
        for (const QAction* action : menu->actions()) {
            names += action->text();
        }
        QVERIFY(names.contains(QStringLiteral("cage")) &&
                names.contains(QStringLiteral("healthy")));
        menu->actions()[0]->trigger();
        QCOMPARE(m_document->labels().back().name, std::string("outer race"));
        menu->close();
        QTRY_COMPARE(asked.count(), 1);
    }

    void draggingAnEndIsOneStep()
    {
        panel().addLabel({100.0 / 12000.0, 300.0 / 12000.0}, QStringLiteral("rub"));
        auto* plot = m_page->findChild<WaveformPlot*>();
        QTRY_VERIFY(plot->width() > 100);
        const auto at = [plot](double sample, int dy) {
            return QPoint(qRound(plot->xAt(sample / 12000.0)), plot->height() - dy);
        };
        constexpr int kInLabelRow = 14; // above the margin under the plot
        const int steps = m_document->undoStack()->count();
        QTest::mousePress(plot, Qt::LeftButton, {}, at(300.0, kInLabelRow));
        for (const double sample : {350.0, 420.0, 500.0}) {
            QMouseEvent move(QEvent::MouseMove,
                             QPointF(at(sample, kInLabelRow)),
                             plot->mapToGlobal(QPointF(at(sample, kInLabelRow))),
                             Qt::NoButton,
                             Qt::LeftButton,
                             Qt::NoModifier);
            QCoreApplication::sendEvent(plot, &move);
        }
        QTest::mouseRelease(plot, Qt::LeftButton, {}, at(500.0, kInLabelRow));
        QVERIFY(std::abs(range(0).last - 500) < 3);
        QCOMPARE(range(0).first, SampleIndex{100});
        QCOMPARE(m_document->undoStack()->count(), steps + 1);
        m_document->undoStack()->undo();
        QCOMPARE(range(0), (SampleRange{100, 300}));
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::LabelPanelTest)
#include "tst_label_panel.moc"
