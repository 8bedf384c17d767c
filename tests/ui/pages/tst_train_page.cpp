// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/builders.h"
#include "ui/pages/epoch_scrubber.h"
#include "ui/pages/loss_chart.h"
#include "ui/pages/notice_bar.h"
#include "ui/pages/train_page.h"
#include "ui/pages/train_progress_card.h"
#include "ui/pages/train_settings_card.h"
#include "ui/theme/theme.h"
#include "ui/window/step_states.h"

#include <QChart>
#include <QChartView>
#include <QFile>
#include <QGraphicsSimpleTextItem>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QValueAxis>
#include <QtTest>

#include <algorithm>
#include <limits>

namespace spall::ui {

namespace {

pipeline::Input healthy(const char* path)
{
    return {test::recording(path, 60000), 0, pipeline::Role::Healthy};
}

train::StepReport step(int epochsDone)
{
    train::StepReport report;
    report.step = 32 * epochsDone;
    report.epoch = epochsDone;
    report.epochs = 16;
    report.stepsPerEpoch = 32;
    report.losses = {2.0 * epochsDone, 0.1, 2.0 * epochsDone, 0.76, 0.1, 0.5, 1.2};
    report.epochsDone = epochsDone;
    report.heldBackCycle = 0.85 - 0.003 * epochsDone;
    report.bestEpoch = epochsDone;
    report.bestHeldBack = report.heldBackCycle;
    report.elapsed = Seconds{10.0 * epochsDone};
    report.left = Seconds{10.0 * (16 - epochsDone)};
    return report;
}

/// Every text of a widget that can be seen.
QString textsOf(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&widget)) {
            texts.append(label->text());
        }
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TrainPageTest : public QObject {
    Q_OBJECT

    /// A page over a bench of its own.
    struct Shown {
        explicit Shown(const QString& folder)
            : settings(folder + QStringLiteral("/settings.ini")), bench(settings, folder)
        {
            page = std::make_unique<TrainPage>(bench);
            page->resize(1366, 666); // what a window of 1366 × 768 has for it
            page->show();
        }
        [[nodiscard]] QPushButton* button(const QString& text) const
        {
            const auto buttons = page->findChildren<QPushButton*>();
            const auto at = std::find_if(buttons.begin(), buttons.end(), [&](const auto* each) {
                return each->text() == text;
            });
            return at == buttons.end() ? nullptr : *at;
        }
        /// As if the worker had told it of the training that has just been started.
        void tell(const train::StepReport& report)
        {
            Q_EMIT bench.analysis.stepped(bench.analysis.current(), {report});
        }
        void tell(const Progress& progress)
        {
            Q_EMIT bench.analysis.progressed(bench.analysis.current(), progress);
        }

        SettingsStore settings;
        Workbench bench;
        std::unique_ptr<TrainPage> page;
    };

    /// Nothing in the chart stands in another's place or beyond its frame.
    static bool isTidy(const LossChart& chart)
    {
        QList<QRect> taken;
        for (const QObject* child : chart.children()) {
            const auto* widget = qobject_cast<const QWidget*>(child);
            if (!widget || !widget->isVisible()) {
                continue;
            }
            const QRect place = widget->geometry();
            if (!chart.rect().contains(place) ||
                std::any_of(taken.begin(), taken.end(), [&place](const QRect& other) {
                    return other.intersects(place);
                })) {
                return false;
            }
            taken.append(place);
        }
        return true;
    }

    /// Pixels that each number of the y axis has for itself.
    static double tickSpace(const LossChart& chart)
    {
        const QChart* drawn = chart.findChild<QChartView*>()->chart();
        const auto* y = qobject_cast<const QValueAxis*>(drawn->axes(Qt::Vertical).front());
        const double interval = y->tickInterval();
        const double count = std::floor(y->max() / interval) - std::ceil(y->min() / interval) + 1.0;
        return drawn->plotArea().height() / std::max(1.0, count);
    }

    /// The names of the curves stand at their ends, and are not cut by the frame.
    static bool namesAreWhole(const LossChart& chart)
    {
        const auto* view = chart.findChild<QChartView*>();
        const double end = view->chart()->plotArea().right();
        for (const QGraphicsItem* item : view->chart()->childItems()) {
            const auto* name = qgraphicsitem_cast<const QGraphicsSimpleTextItem*>(item);
            if (name && name->isVisible() &&
                (name->sceneBoundingRect().right() > view->width() || name->x() > end + 8.0)) {
                return false;
            }
        }
        return true;
    }

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(Theme::Mode::Light); }

    /// On a screen of 1366 × 768 the sentence under each chart stood over its axis, and the numbers
    /// of the axis were dots.
    void chartsStayReadableInALowWindow()
    {
        const QTemporaryDir folder;
        Shown shown(folder.path());
        auto model = std::make_shared<pipeline::Model>(*test::model());
        model->weights.preset = nn::toJson(nn::Preset{});
        for (int epoch = 1; epoch <= 16; ++epoch) {
            model->history.epochs.push_back({epoch, step(epoch).losses, step(epoch).heldBackCycle});
        }
        model->history.bestEpoch = 16;
        shown.bench.document.setModel(model);
        const auto charts = shown.page->findChildren<LossChart*>();
        QCOMPARE(charts.size(), qsizetype{4});
        const auto* area = shown.page->findChild<QScrollArea*>();
        for (const int height : {560, 666, 900}) {
            shown.page->resize(1366, height);
            QCoreApplication::processEvents();
            for (const LossChart* chart : charts) {
                QVERIFY2(isTidy(*chart), qPrintable(QString::number(height)));
                QTRY_VERIFY(tickSpace(*chart) >= 24.0);
                // They stood where the curves had ended before the axis took more room.
                QTRY_VERIFY(namesAreWhole(*chart));
                QVERIFY(!chart->toolTip().isEmpty());
            }
            // Low windows scroll; as few as can be.
            QCOMPARE(area->widget()->height() > area->viewport()->height(), height == 560);
        }
        QVERIFY(textsOf(*charts.front()).contains(QStringLiteral("only watches")));
    }

    /// Start was offered without anything to learn from; it failed as "too short", after it had
    /// wiped the curves of the model.
    void whatCannotBeLearnedIsNotStarted()
    {
        const QTemporaryDir folder;
        Shown shown(folder.path());
        Document& document = shown.bench.document;
        auto* start = shown.button(QStringLiteral("Start"));
        QVERIFY(start && !start->isEnabled());
        QVERIFY(textsOf(*shown.page).contains(QStringLiteral("mark a recording as healthy")));
        shown.page->toggleTraining();
        QCOMPARE(shown.bench.training.state(), TrainJob::State::Idle);

        QSignalSpy asked(shown.page.get(), &TrainPage::recordingsRequested);
        shown.button(QStringLiteral("Go to Recordings"))->click();
        QCOMPARE(asked.count(), 1);
        document.addRecording(healthy("a.mat"), nullptr);
        QVERIFY(start->isEnabled());
        document.setRole(0, pipeline::Role::Faulty);
        QVERIFY(!start->isEnabled());
        document.addRecording(test::input("short.mat", pipeline::Role::Healthy), nullptr);
        QVERIFY(!start->isEnabled());
        QVERIFY(textsOf(*shown.page).contains(QStringLiteral("shorter windows")));
    }

    /// After a training that failed the page said "Learning." for ever, and its notice stayed when
    /// the cause was undone.
    void aFailedTrainingLeavesThePageToTheModel()
    {
        const QTemporaryDir folder;
        Shown shown(folder.path());
        auto model = std::make_shared<pipeline::Model>(*test::model());
        model->history.epochs = {{1, {}, 0.9}, {2, {}, 0.8}};
        model->history.bestEpoch = 2;
        shown.bench.document.setModel(model);
        QVERIFY(textsOf(*shown.page).contains(QStringLiteral("Kept epoch 2 of 2")));
        shown.bench.training.start({}); // nothing is open: the worker refuses
        QVERIFY(textsOf(*shown.page).contains(QStringLiteral("Learning.")));
        auto* notice = shown.page->findChild<NoticeBar*>();
        QTRY_VERIFY(!notice->text().isEmpty());
        QVERIFY(textsOf(*shown.page).contains(QStringLiteral("Kept epoch 2 of 2")));
        QVERIFY(textsOf(*shown.page).contains(QStringLiteral("Trained in")));
        shown.bench.document.addRecording(healthy("a.mat"), nullptr);
        QVERIFY(notice->text().isEmpty());
    }

    /// "Epoch 16 of 16, about 0 s left" stood for a third of the time, and the buttons of a
    /// training beside it; a page made anew, in another language, forgot that it calibrates.
    void theCalibrationIsAStateOfItsOwn()
    {
        const QTemporaryDir folder;
        Shown shown(folder.path());
        const TrainJob& training = shown.bench.training;
        shown.bench.training.start({});
        shown.tell(step(8));
        QCOMPARE(training.left().value, 80.0 + 0.5 * 160.0); // the calibration from the beginning
        QVERIFY(shown.button(QStringLiteral("Pause"))->isEnabled());
        shown.tell(step(16));
        QVERIFY(training.left().value > 0.0);

        shown.tell(Progress{Stage::Calibrate, 100, 500, "looking"});
        QCOMPARE(training.state(), TrainJob::State::Finishing);
        QVERIFY(trainState(shown.bench).contains(QStringLiteral("calibrating")));
        QVERIFY(!shown.button(QStringLiteral("Calibrating…"))->isEnabled());
        QVERIFY(!shown.button(QStringLiteral("Stop and keep"))->isEnabled());
        const TrainPage again(shown.bench);
        for (const TrainPage* page :
             std::initializer_list<const TrainPage*>{shown.page.get(), &again}) {
            const auto* card = page->findChild<TrainProgressCard*>();
            QVERIFY(textsOf(*card).contains(QStringLiteral("did not learn")));
            QVERIFY(textsOf(*card).contains(QStringLiteral("left")));
            QCOMPARE(card->findChild<QProgressBar*>()->value(), 200);
        }
        const double before = training.left().value;
        shown.tell(Progress{Stage::Calibrate, 400, 500, "looking"});
        QVERIFY(training.left().value < before);
    }

    /// The picture of what the generator sees was empty as long as it learned.
    void picturesComeWhileItLearns()
    {
        const QTemporaryDir folder;
        Shown shown(folder.path());
        shown.bench.training.start({});
        const auto* slider = shown.page->findChild<EpochScrubber*>()->findChild<QSlider*>();
        QVERIFY(!slider->isEnabled());
        for (const int epoch : {1, 2, 5}) {
            train::StepReport report = step(epoch);
            report.watched = std::make_shared<train::WatchedEpoch>(
                train::WatchedEpoch{{1.0F, -1.0F}, {epoch, {0.5F, -0.5F}}});
            shown.tell(report);
        }
        QVERIFY(slider->isEnabled());
        QCOMPARE(slider->maximum(), 2);
        QCOMPARE(slider->value(), 2);
        QVERIFY(textsOf(*shown.page).contains(QStringLiteral("epoch 5")));
    }

    /// The window was closed while it trained: the checkpoint lay there, and nobody offered to go
    /// on from it.
    void anInterruptedTrainingIsOfferedAgain()
    {
        const QTemporaryDir folder;
        pipeline::TrainSettings wanted;
        wanted.window = {1024, 256};
        wanted.seed = Seed{7};
        {
            Shown shown(folder.path());
            shown.bench.document.addRecording(healthy("a.mat"), nullptr);
            shown.bench.training.start(wanted);
            const auto path = shown.bench.training.settings().checkpoint.string();
            QFile checkpoint(QString::fromStdString(path));
            QVERIFY(checkpoint.open(QIODevice::WriteOnly));
        }
        Shown shown(folder.path());
        TrainJob& training = shown.bench.training;
        QVERIFY(training.hasInterrupted());
        shown.bench.document.addRecording(healthy("other.mat"), nullptr);
        QCOMPARE(training.state(), TrainJob::State::Idle);
        shown.bench.document.removeRecording(0);
        shown.bench.document.addRecording(healthy("a.mat"), nullptr);
        QCOMPARE(training.state(), TrainJob::State::Paused);
        QCOMPARE(training.settings().seed.value, std::uint64_t{7});
        QVERIFY(shown.button(QStringLiteral("Go on"))->isEnabled());
        QVERIFY(textsOf(*shown.page).contains(QStringLiteral("A training was interrupted")));
        QCOMPARE(trainState(shown.bench), QStringLiteral("interrupted"));

        training.discard();
        const Shown third(folder.path());
        QVERIFY(!third.bench.training.hasInterrupted());
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::TrainPageTest)
#include "tst_train_page.moc"
