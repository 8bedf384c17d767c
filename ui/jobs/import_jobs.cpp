// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/import_jobs.h"

#include "core/io/write.h"
#include "core/pipeline/demo.h"
#include "ui/jobs/opened_recording.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

namespace spall::ui {

namespace {

io::ReadOptions recalling(const ImportMemory& memory)
{
    io::ReadOptions options;
    options.choose = [memory](const std::string& kind) {
        return memory.find(kind);
    };
    return options;
}

/// What became of one file of several.
struct Outcome {
    QString path;
    Result<Opened> opened = fail(ErrorCode::Cancelled, "reading was stopped");
};

/// Reads files side by side, a few at a time; progress tells how many are done.
std::vector<Outcome>
readAll(const QStringList& paths, const ImportMemory& memory, const pipeline::Observer& observer)
{
    constexpr std::size_t kMostAtOnce = 4;
    std::vector<Outcome> outcomes;
    for (const QString& path : paths) {
        outcomes.push_back({path});
    }
    std::atomic<std::size_t> next = 0;
    std::atomic<std::int64_t> done = 0;
    const auto read = [&] {
        for (std::size_t i = next++; i < outcomes.size() && !observer.stop.stop_requested();
             i = next++) {
            const std::string text = outcomes[i].path.toStdString();
            io::ReadOptions options = recalling(memory);
            options.progress = outcomes.size() == 1 ? observer.progress : ProgressSink{};
            outcomes[i].opened =
                spall::ui::openRecording(io::parseInputSpec(text), options, observer);
            tell(observer.progress,
                 {Stage::Read, ++done, static_cast<std::int64_t>(outcomes.size()), text});
        }
    };
    const std::size_t threads = std::min<std::size_t>(
        {kMostAtOnce, outcomes.size(), std::max(1U, std::thread::hardware_concurrency())});
    std::vector<std::future<void>> running;
    for (std::size_t i = 0; i < threads; ++i) {
        running.push_back(std::async(std::launch::async, read));
    }
    std::for_each(running.begin(), running.end(), [](auto& each) { each.get(); });
    return outcomes;
}

struct Demo {
    std::vector<Opened> recordings;
    std::vector<io::Label> labels;
};

/// Writes the recording as a file of its own, so that it is read, hashed and found again like any
/// other.
Result<Opened> openSimulated(const pipeline::DemoRecording& made,
                             const QDir& folder,
                             const pipeline::Observer& observer)
{
    const auto path = folder.filePath(QString::fromStdString(made.fileName)).toStdString();
    if (const auto written = io::writeMat(path, made.recording); !written) {
        return fail(written.error());
    }
    return spall::ui::openRecording(io::parseInputSpec(path), {}, observer);
}

Result<Demo> makeDemo(const QString& folder, const pipeline::Observer& observer)
{
    const auto made = pipeline::simulateDemo(Seed{1});
    auto healthy = openSimulated(made.healthy, QDir(folder), observer);
    auto failing = openSimulated(made.failing, QDir(folder), observer);
    if (!healthy || !failing) {
        return fail(healthy ? failing.error() : healthy.error());
    }
    return Demo{{std::move(*healthy), std::move(*failing)}, made.labels};
}

bool looksLikeLabels(const QString& path)
{
    QFile file(path);
    if (!path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ||
        !file.open(QIODevice::ReadOnly)) {
        return false;
    }
    return file.readLine(256).simplified().startsWith("file,start,end,label");
}

} // namespace

ImportJobs::ImportJobs(Document& document,
                       JobRunner& runner,
                       const QString& dataFolder,
                       QObject* parent)
    : QObject(parent),
      m_document(document),
      m_runner(runner),
      m_demoFolder(QDir(dataFolder).filePath(QStringLiteral("demo"))),
      m_memory(QDir(dataFolder).filePath(QStringLiteral("import_choices.json")))
{
}

void ImportJobs::open(const QStringList& paths)
{
    Q_EMIT begun();
    QStringList recordings;
    for (const QString& path : paths) {
        if (path.endsWith(QLatin1String(".spall"), Qt::CaseInsensitive)) {
            openModel(path);
        } else if (looksLikeLabels(path)) {
            openLabels(path);
        } else {
            recordings += path;
        }
    }
    if (!recordings.isEmpty()) {
        openRecordings(recordings);
    }
}

void ImportJobs::openRecordings(const QStringList& paths)
{
    const QString first = QFileInfo(paths.front()).fileName();
    m_runner.start<std::vector<Outcome>>(
        paths.size() == 1 ? tr("reading %1").arg(first)
                          : tr("reading %n recordings", nullptr, static_cast<int>(paths.size())),
        [paths, memory = m_memory](const pipeline::Observer& observer)
            -> Result<std::vector<Outcome>> { return readAll(paths, memory, observer); },
        [this, first](Result<std::vector<Outcome>> outcomes) {
            if (!outcomes) {
                Q_EMIT failed(first, outcomes.error());
                return;
            }
            const std::size_t before = m_document.entries().size();
            for (const Outcome& outcome : *outcomes) {
                const QString name = QFileInfo(outcome.path).fileName();
                if (outcome.opened) {
                    m_document.addRecording(entryOf(*outcome.opened));
                    tellOpened(name, m_document.entries().size() - 1);
                }
            }
            if (m_document.entries().size() > before) { // what was asked for is what is looked at
                m_document.setCurrentIndex(static_cast<int>(before));
            }
            // Behind the others, so that what failed stays on the screen.
            for (const Outcome& outcome : *outcomes) {
                if (!outcome.opened) {
                    Q_EMIT failed(QFileInfo(outcome.path).fileName(), outcome.opened.error());
                }
            }
        });
}

void ImportJobs::readAgain(int index, const QString& variable, const io::ImportChoice& choice)
{
    Q_EMIT begun();
    const pipeline::Input input = m_document.entries().at(static_cast<std::size_t>(index)).input;
    const signal::RecordingPtr before = input.recording;
    const std::string path = before->provenance.path;
    const io::InputSpec spec{path, variable.toStdString(), std::nullopt};
    m_runner.start<Opened>(
        tr("reading %1 again").arg(QFileInfo(QString::fromStdString(path)).fileName()),
        [spec, choice, role = input.role](const pipeline::Observer& observer) -> Result<Opened> {
            io::ReadOptions options;
            options.choose = [choice](const std::string&) {
                return choice;
            };
            auto opened = spall::ui::openRecording(spec, options, observer);
            if (opened) {
                opened->input.role = role;
            }
            return opened;
        },
        [this, before, path](Result<Opened> opened) {
            const QString name = QFileInfo(QString::fromStdString(path)).fileName();
            if (!opened) {
                Q_EMIT failed(name, opened.error());
                return;
            }
            const auto& entries = m_document.entries();
            const auto old = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
                return entry.input.recording == before;
            });
            const auto place = static_cast<std::size_t>(old - entries.begin());
            if (old == entries.end()) { // taken away meanwhile
                m_document.addRecording(entryOf(*opened));
            } else {
                Entry entry = entryOf(*opened);
                entry.statedSpeed = old->statedSpeed;
                m_document.replaceRecording(static_cast<int>(place), std::move(entry));
            }
            tellOpened(name, place);
        });
}

void ImportJobs::tellOpened(const QString& name, std::size_t index)
{
    Q_EMIT opened(name);
    Q_EMIT recordingOpened(static_cast<int>(index));
}

void ImportJobs::remember(int index, const io::ImportChoice& choice) const
{
    const Entry& entry = m_document.entries().at(static_cast<std::size_t>(index));
    m_memory.remember(io::kindOf(*entry.input.recording), choice);
}

void ImportJobs::openModel(const QString& path)
{
    m_runner.start<pipeline::ModelPtr>(
        tr("reading %1").arg(QFileInfo(path).fileName()),
        [text = path.toStdString()](const pipeline::Observer&) {
            return pipeline::loadModel(text);
        },
        [this, path](Result<pipeline::ModelPtr> model) {
            const QString name = QFileInfo(path).fileName();
            if (!model) {
                Q_EMIT failed(name, model.error());
                return;
            }
            m_document.setModel(*model, path);
            Q_EMIT opened(name);
        });
}

void ImportJobs::openLabels(const QString& path)
{
    m_runner.start<std::vector<io::Label>>(
        tr("reading %1").arg(QFileInfo(path).fileName()),
        [text = path.toStdString()](const pipeline::Observer&) { return io::readLabels(text); },
        [this, path](Result<std::vector<io::Label>> labels) {
            const QString name = QFileInfo(path).fileName();
            if (!labels) {
                Q_EMIT failed(name, labels.error());
                return;
            }
            addLabels(*labels);
            Q_EMIT opened(name);
        });
}

void ImportJobs::addLabels(const std::vector<io::Label>& labels)
{
    std::vector<io::Label> all = m_document.labels();
    all.insert(all.end(), labels.begin(), labels.end());
    m_document.endGesture();
    m_document.setLabels(std::move(all), tr("open labels"));
    m_document.endGesture();
}

void ImportJobs::openDemo()
{
    Q_EMIT begun();
    QDir().mkpath(m_demoFolder);
    m_runner.start<Demo>(
        tr("simulating a bearing"),
        [folder = m_demoFolder](const pipeline::Observer& observer) {
            return makeDemo(folder, observer);
        },
        [this](Result<Demo> demo) {
            if (!demo) {
                Q_EMIT failed(tr("demo"), demo.error());
                return;
            }
            m_document.undoStack()->beginMacro(tr("open the demo"));
            for (const Opened& each : demo->recordings) {
                m_document.addRecording(entryOf(each));
            }
            addLabels(demo->labels);
            m_document.undoStack()->endMacro();
            Q_EMIT opened(tr("demo"));
        });
}

void ImportJobs::chooseChannel(int index, int channel)
{
    pipeline::Input input = m_document.entries().at(static_cast<std::size_t>(index)).input;
    const signal::RecordingPtr recording = input.recording;
    input.channel = channel;
    m_runner.start<Opened>(
        tr("changing the channel"),
        [input](const pipeline::Observer&) -> Result<Opened> { return prepare(input); },
        [this, recording](Result<Opened> opened) {
            const auto& entries = m_document.entries();
            for (std::size_t i = 0; opened && i < entries.size(); ++i) {
                if (entries[i].input.recording == recording) {
                    m_document.setChannel(static_cast<int>(i),
                                          opened->input.channel,
                                          opened->pyramid,
                                          opened->preview);
                    return;
                }
            }
        });
}

Status ImportJobs::saveModel(const QString& path)
{
    if (!m_document.model()) {
        return fail(ErrorCode::Usage, "there is no model to save", {}, "train or open one first");
    }
    const Status saved = pipeline::saveModel(path.toStdString(), *m_document.model());
    if (saved) {
        m_document.setModelPath(path);
    }
    return saved;
}

} // namespace spall::ui
