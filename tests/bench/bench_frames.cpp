// SPDX-License-Identifier: GPL-3.0-or-later
// bench_frames [MILLIONS]
// Frames of the Inspect page over a recording of so many million samples (100 at first) with its
// four traces, while a training runs in the same program: panning, zooming, moving the cursor. A
// frame lasts from the change of the axis until every plot has painted it. Prints medians and
// worst in milliseconds of the clock and of the window's own thread.
#include "core/base/random.h"
#include "core/signal/simulate.h"
#include "tests/ui/support/heartbeat.h"
#include "ui/pages/inspect_page.h"
#include "ui/plot/minimap_plot.h"
#include "ui/plot/residual_plot.h"
#include "ui/plot/score_plot.h"
#include "ui/plot/waveform_plot.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

namespace {

using namespace spall; // NOLINT: a program of its own
using namespace spall::ui;

constexpr double kRate = 12000.0;
constexpr SampleCount kWindow = 2048;
constexpr SampleCount kStep = 512;
constexpr int kFrames = 200;

/// Noise with a slow swell, quick to make.
signal::RecordingPtr longRecording(SampleCount count)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->rate = {Hertz{kRate}, signal::Source::Argument, "made"};
    recording->provenance.path = "long.bin";
    std::vector<double> samples(static_cast<std::size_t>(count));
    std::uint32_t state = 1;
    for (std::size_t at = 0; at < samples.size(); ++at) {
        state = state * 1664525U + 1013904223U;
        samples[at] = (static_cast<double>(state) / 4294967296.0 - 0.5) *
                      (1.0 + 0.5 * std::sin(1e-6 * static_cast<double>(at)));
    }
    recording->channels.push_back({"DE", "g", std::move(samples)});
    return recording;
}

pipeline::ScoredPtr scoresOf(const signal::RecordingPtr& recording)
{
    auto scored = std::make_shared<pipeline::ScoredRecording>();
    scored->recording = recording;
    scored->fileRate = Hertz{kRate};
    scored->role = pipeline::Role::Faulty;
    auto made = std::make_shared<score::SampleReconstruction>();
    for (const double sample : recording->channels.front().samples) {
        const auto value = static_cast<float>(0.8 * sample);
        made->median.push_back(value);
        made->low.push_back(value - 0.05F);
        made->high.push_back(value + 0.05F);
    }
    scored->reconstruction = std::move(made);
    for (SampleIndex first = 0; first + kWindow <= recording->sampleCount(); first += kStep) {
        scored->windows.push_back({first, first + kWindow});
        scored->channels.rec.push_back(3.0 * std::sin(0.001 * static_cast<double>(first / kStep)));
        scored->channels.critic.push_back(0.0);
        scored->learned.push_back(0);
    }
    return scored;
}

pipeline::ModelPtr model()
{
    auto made = std::make_shared<pipeline::Model>();
    made->rate = Hertz{kRate};
    made->settings.window = {kWindow, kStep};
    made->decision.policy = {detect::PolicyKind::Manual, 2.0};
    made->calibration.healthy.rec = {-1.0, 0.0, 0.5, 1.0};
    made->calibration.healthy.critic = {0.0, 0.0, 0.0, 0.0};
    made->calibration.independentWindows = 4.0;
    made->calibration.duration = Seconds{1.0};
    return made;
}

/// Counts the paint events of the plots under a page, so that a frame's end is known.
class Painted : public QObject {
public:
    explicit Painted(const std::vector<QWidget*>& plots)
    {
        for (QWidget* plot : plots) {
            for (QWidget* canvas :
                 plot->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
                canvas->installEventFilter(this);
                m_waiting.push_back(canvas);
            }
        }
        m_all = m_waiting;
    }
    void expectAll() { m_waiting = m_all; }
    [[nodiscard]] bool isDone() const { return m_waiting.empty(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            std::erase(m_waiting, watched);
        }
        return false;
    }

private:
    std::vector<QObject*> m_all;
    std::vector<QObject*> m_waiting;
};

void measure(const char* what, Painted& painted, const std::function<void(int)>& change)
{
    std::vector<double> clock;
    std::vector<double> thread;
    for (int frame = 0; frame < kFrames; ++frame) {
        QElapsedTimer timer;
        timer.start();
        const double before = test::cpuMilliseconds();
        painted.expectAll();
        change(frame);
        while (!painted.isDone()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        clock.push_back(1e-6 * static_cast<double>(timer.nsecsElapsed()));
        thread.push_back(test::cpuMilliseconds() - before);
    }
    std::sort(clock.begin(), clock.end());
    std::sort(thread.begin(), thread.end());
    std::printf("%-8s clock: median %5.1f ms, worst %5.1f ms   thread: median %5.1f ms, worst "
                "%5.1f ms\n",
                what,
                clock[kFrames / 2],
                clock.back(),
                thread[kFrames / 2],
                thread.back());
    std::fflush(stdout);
}

void addHealthy(Document& document)
{
    signal::SimulationOptions options;
    options.healthyDuration = Seconds{60.0};
    options.faultyDuration = Seconds{0.5};
    auto healthy = std::make_shared<signal::Recording>(signal::simulateBearing(options).recording);
    healthy->provenance.path = "healthy.mat";
    const auto pyramid = std::make_shared<signal::Pyramid>(healthy->channels.front().samples);
    document.addRecording({healthy, 0, pipeline::Role::Healthy}, pyramid);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const double millions = argc > 1 ? std::atof(argv[1]) : 100.0;
    Theme::instance().apply(Theme::Mode::Light);
    QTemporaryDir folder;
    SettingsStore settings(folder.filePath(QStringLiteral("settings.ini")));
    MainWindow window(settings, folder.path());
    Document& document = window.bench().document;
    const auto recording = longRecording(static_cast<SampleCount>(1e6 * millions));
    const auto pyramid = std::make_shared<signal::Pyramid>(recording->channels.front().samples);
    document.addRecording({recording, 0, pipeline::Role::Faulty}, pyramid);
    addHealthy(document);
    window.resize(1600, 1000);
    window.show();
    window.showPage(MainWindow::Page::Inspect);

    pipeline::TrainSettings training;
    training.epochs = 1000;
    TrainJob& job = window.bench().training;
    job.start(training);
    while (job.steps().size() < 3) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    document.setModel(model());
    document.setScored(0, scoresOf(recording), pyramid);
    InspectPage& page = window.inspectPage();
    auto* waveform = page.findChild<WaveformPlot*>();
    // The reconstruction is summarised off the main thread; frames are told of what comes after.
    QThreadPool::globalInstance()->waitForDone();
    for (int turn = 0; turn < 100; ++turn) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    TimeAxis& axis = page.timeAxis();
    Painted painted({waveform,
                     page.findChild<ResidualPlot*>(),
                     page.findChild<ScorePlot*>(),
                     page.findChild<MinimapPlot*>()});
    const double length = axis.whole().length();
    const std::size_t before = job.steps().size();
    axis.show({0.1 * length, 0.6 * length});
    measure("pan", painted, [&](int) { axis.pan(0.0007 * length); });
    axis.show({0.45 * length, 0.55 * length});
    measure("zoom", painted, [&](int frame) {
        axis.zoom(frame % 100 < 50 ? 0.9 : 1.0 / 0.9, 0.5 * length);
    });
    axis.show({0.4 * length, 0.6 * length});
    measure("cursor", painted, [&](int frame) { axis.setCursor((0.4 + 0.001 * frame) * length); });
    std::printf("training steps meanwhile: %zu, %.0f million samples\n",
                job.steps().size() - before,
                millions);
    job.discard();
    return 0;
}
