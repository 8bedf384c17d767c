// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/read_files.h"

#include "core/io/write.h"
#include "core/pipeline/demo.h"

#include <QDir>

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
    return openRecording(io::parseInputSpec(path), {}, observer);
}

} // namespace

std::vector<ReadFile>
readFiles(const QStringList& paths, const ImportMemory& memory, const pipeline::Observer& observer)
{
    constexpr std::size_t kMostAtOnce = 4;
    std::vector<ReadFile> outcomes;
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
            outcomes[i].opened = openRecording(io::parseInputSpec(text), options, observer);
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

Result<DemoFiles> makeDemoFiles(const QString& folder, const pipeline::Observer& observer)
{
    const auto made = pipeline::simulateDemo(Seed{1});
    auto healthy = openSimulated(made.healthy, QDir(folder), observer);
    auto failing = openSimulated(made.failing, QDir(folder), observer);
    if (!healthy || !failing) {
        return fail(healthy ? failing.error() : healthy.error());
    }
    return DemoFiles{{std::move(*healthy), std::move(*failing)}, made.labels};
}

} // namespace spall::ui
