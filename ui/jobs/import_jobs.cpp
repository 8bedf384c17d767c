// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/import_jobs.h"

#include "core/io/import_checks.h"
#include "ui/jobs/read_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace spall::ui {

namespace {

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
    m_jobs.push_back(m_runner.start<std::vector<ReadFile>>(
        paths.size() == 1 ? tr("reading %1").arg(first)
                          : tr("reading %n recordings", nullptr, static_cast<int>(paths.size())),
        [paths, memory = m_memory](const pipeline::Observer& observer)
            -> Result<std::vector<ReadFile>> { return readFiles(paths, memory, observer); },
        [this, first](Result<std::vector<ReadFile>> outcomes) {
            if (!outcomes) {
                Q_EMIT failed(first, outcomes.error());
                return;
            }
            const std::size_t before = m_document.entries().size();
            for (const ReadFile& outcome : *outcomes) {
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
            for (const ReadFile& outcome : *outcomes) {
                if (!outcome.opened) {
                    Q_EMIT failed(QFileInfo(outcome.path).fileName(), outcome.opened.error());
                }
            }
        }));
}

void ImportJobs::readAgain(int index, const QString& variable, const io::ImportChoice& choice)
{
    Q_EMIT begun();
    const pipeline::Input input = m_document.entries().at(static_cast<std::size_t>(index)).input;
    const signal::RecordingPtr before = input.recording;
    const std::string path = before->provenance.path;
    const io::InputSpec spec{path, variable.toStdString(), std::nullopt};
    m_jobs.push_back(m_runner.start<Opened>(
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
        }));
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
    m_jobs.push_back(m_runner.start<pipeline::ModelPtr>(
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
        }));
}

void ImportJobs::openLabels(const QString& path)
{
    m_jobs.push_back(m_runner.start<std::vector<io::Label>>(
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
        }));
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
    m_jobs.push_back(m_runner.start<DemoFiles>(
        tr("simulating a bearing"),
        [folder = m_demoFolder](const pipeline::Observer& observer) {
            return makeDemoFiles(folder, observer);
        },
        [this](Result<DemoFiles> demo) {
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
        }));
}

void ImportJobs::leave()
{
    for (const JobNumber job : m_jobs) {
        m_runner.drop(job);
    }
    m_jobs.clear();
}

void ImportJobs::chooseChannel(int index, int channel)
{
    pipeline::Input input = m_document.entries().at(static_cast<std::size_t>(index)).input;
    const signal::RecordingPtr recording = input.recording;
    input.channel = channel;
    m_jobs.push_back(m_runner.start<Opened>(
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
        }));
}

void ImportJobs::stateRate(int index, Hertz rate)
{
    const signal::RecordingPtr before =
        m_document.entries().at(static_cast<std::size_t>(index)).input.recording;
    if (before->rate.value == rate && signal::isStated(before->rate.source)) {
        return;
    }
    m_jobs.push_back(m_runner.start<signal::RecordingPtr>(
        tr("changing the rate"),
        [before, rate](const pipeline::Observer&) -> Result<signal::RecordingPtr> {
            return io::withStatedRate(*before, rate);
        },
        [this, before](Result<signal::RecordingPtr> changed) {
            const auto& entries = m_document.entries();
            for (std::size_t i = 0; changed && i < entries.size(); ++i) {
                if (entries[i].input.recording == before) {
                    m_document.setRate(static_cast<int>(i), *changed);
                    return;
                }
            }
        }));
}

void ImportJobs::saveModel(const QString& path, std::function<void(const Status&)> done)
{
    const pipeline::ModelPtr model = m_document.model();
    if (!model) {
        done(fail(ErrorCode::Usage, "there is no model to save", {}, "train or open one first"));
        return;
    }
    m_runner.start<bool>(
        tr("saving %1").arg(QFileInfo(path).fileName()),
        [text = path.toStdString(), model](const pipeline::Observer&) -> Result<bool> {
            const Status saved = pipeline::saveModel(text, *model);
            return saved ? Result<bool>(true) : Result<bool>(fail(saved.error()));
        },
        [this, path, model, done = std::move(done)](const Result<bool>& saved) {
            if (saved && m_document.model() == model) {
                m_document.setModelPath(path);
            }
            done(saved ? Status{} : Status(fail(saved.error())));
        });
}

} // namespace spall::ui
