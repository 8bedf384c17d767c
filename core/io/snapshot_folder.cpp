// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/snapshot_folder.h"

#include "core/base/text.h"
#include "core/io/axes.h"
#include "core/io/extension.h"
#include "core/io/neighbours.h"
#include "core/io/readers.h"
#include "core/io/scalar_meaning.h"
#include "core/io/selection.h"
#include "core/io/snapshot_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

namespace spall::io {
namespace {

constexpr std::size_t kMostFiles = 100'000;

/// A name with every run of digits made one mark: "acc_00012.csv" -> "acc_#.csv".
std::string patternOf(const std::string& name)
{
    std::string pattern;
    for (const char c : name) {
        if (!isDigit(c)) {
            pattern.push_back(c);
        } else if (pattern.empty() || pattern.back() != '#') {
            pattern.push_back('#');
        }
    }
    return pattern;
}

/// Nothing that could be a run lies in the folder. errors: FileUnreadable.
tl::unexpected<Error>
noRunIn(const std::filesystem::path& folder, bool hasFiles, std::vector<std::string> folders)
{
    constexpr const char* kSuch =
        "name a file, or a folder of snapshots such as acc_00001.csv, acc_00002.csv";
    std::sort(folders.begin(), folders.end());
    if (hasFiles) {
        return fail(
            ErrorCode::FileUnreadable,
            "this folder holds no run: no two files whose names differ in their numbers only",
            folder.string(),
            kSuch);
    }
    if (folders.empty()) {
        return fail(ErrorCode::FileUnreadable, "this folder is empty", folder.string(), kSuch);
    }
    return fail(ErrorCode::FileUnreadable,
                "this folder holds no recordings but folders: " + listOf(folders),
                folder.string(),
                "name one of these folders");
}

/// The files of one kind.
struct Kind {
    std::vector<std::filesystem::path> files;
    std::uintmax_t bytes = 0;
};

Result<FileContents> contentsOf(const std::filesystem::path& path, const std::stop_token& stop)
{
    std::ifstream file{path, std::ios::binary};
    std::vector<std::byte> head(kProbeBytes);
    file.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    const Result<const Reader*> reader = readerFor(head, path);
    if (!reader) {
        return fail(reader.error());
    }
    Result<FileContents> contents = (*reader)->read(path, stop);
    if (contents) {
        addWrittenNumbers(*contents);
        nameByNeighbours(*contents);
        takeOutAxes(*contents);
        if (!contents->vectors.empty()) {
            keepCompanions(*contents, proposedVector(contents->vectors).index);
        }
    }
    return contents;
}

} // namespace

Result<SnapshotList> listSnapshots(const std::filesystem::path& folder)
{
    std::map<std::string, Kind> kinds;
    std::vector<std::string> folders;
    std::size_t count = 0;
    std::error_code error;
    std::size_t seen = 0;
    for (std::filesystem::directory_iterator at{folder, error}, end;
         !error && at != end && seen < kMostFiles;
         at.increment(error), ++seen) {
        const std::string name = at->path().filename().string();
        std::error_code sizeError;
        const std::uintmax_t size = at->is_regular_file(sizeError) ? at->file_size(sizeError) : 0;
        if (!sizeError && size > 0 && !name.starts_with('.')) {
            Kind& kind = kinds[patternOf(name)];
            kind.files.push_back(at->path());
            kind.bytes += size;
            ++count;
        } else if (at->is_directory(sizeError) && !name.starts_with('.')) {
            folders.push_back(name);
        }
    }
    const auto largest =
        std::max_element(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
            return std::pair{a.second.files.size() > 1, a.second.bytes} <
                   std::pair{b.second.files.size() > 1, b.second.bytes};
        });
    if (largest == kinds.end() || (largest->second.files.size() < 2 && count > 1)) {
        return noRunIn(folder, count > 0, std::move(folders));
    }
    SnapshotList list{std::move(largest->second.files)};
    for (const auto& [pattern, kind] : kinds) {
        for (const std::filesystem::path& file : kind.files) {
            list.others.push_back(file.filename().string());
        }
    }
    std::vector<std::filesystem::path>& files = list.files;
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
        const std::string left = a.filename().string();
        const std::string right = b.filename().string();
        return std::pair{numbersIn(left), left} < std::pair{numbersIn(right), right};
    });
    return list;
}

Result<FileContents> readSnapshots(const std::vector<std::filesystem::path>& files,
                                   const std::stop_token& stop,
                                   const ProgressSink& progress)
{
    SnapshotRun run{files.size()};
    std::vector<std::string> left;
    std::vector<std::string> others; // of another rate
    std::optional<Error> firstError;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "reading was stopped", files[i].string());
        }
        const std::string name = files[i].filename().string();
        tell(progress,
             {Stage::Read,
              static_cast<std::int64_t>(i),
              static_cast<std::int64_t>(files.size()),
              name});
        Result<FileContents> piece = contentsOf(files[i], stop);
        if (!piece && !firstError) {
            firstError = piece.error();
        }
        const Joined joined = piece ? run.add(std::move(*piece), name) : Joined::OtherChannels;
        if (joined != Joined::Yes) {
            (joined == Joined::OtherRate ? others : left).push_back(name);
        }
    }
    FileContents contents = run.take();
    if (contents.vectors.empty()) {
        return firstError ? fail(*firstError)
                          : fail(ErrorCode::UnknownFormat,
                                 "none of the files of this folder holds a signal",
                                 files.front().parent_path().string(),
                                 "name a folder of snapshots");
    }
    if (!left.empty()) {
        contents.warnings.push_back(
            fmt::format("Left out of the run, as they hold other channels or cannot be read: {}.",
                        listOf(left)));
    }
    if (!others.empty()) {
        contents.warnings.push_back(
            fmt::format("Left out of the run, as they have another rate: {}.", listOf(others)));
    }
    return contents;
}

} // namespace spall::io
