// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/snapshot_folder.h"

#include "core/base/parse_number.h"
#include "core/base/text.h"
#include "core/io/axes.h"
#include "core/io/extension.h"
#include "core/io/neighbours.h"
#include "core/io/readers.h"
#include "core/io/selection.h"
#include "core/io/text_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <string>

namespace spall::io {
namespace {

constexpr std::size_t kMostFiles = 100'000;
constexpr double kDay = 86'400.0;

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

std::vector<std::int64_t> numbersIn(const std::string& name)
{
    std::vector<std::int64_t> numbers;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const std::size_t start = at;
        while (at < name.size() && isDigit(name[at])) {
            ++at;
        }
        if (at > start) {
            numbers.push_back(
                parseInteger(std::string_view{name}.substr(start, at - start)).value_or(0));
        }
    }
    return numbers;
}

/// "2003.10.22.12.06.24" -> seconds since 1970.
std::optional<double> dateIn(const std::string& name)
{
    const std::vector<std::int64_t> parts = numbersIn(name);
    if (parts.size() < 6 || parts[0] < 1970 || parts[0] > 2200) {
        return std::nullopt;
    }
    return secondsIn(fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}",
                                 parts[0],
                                 parts[1],
                                 parts[2],
                                 parts[3],
                                 parts[4],
                                 parts[5]));
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
        nameByNeighbours(*contents);
        takeOutAxes(*contents);
        if (!contents->vectors.empty()) {
            keepCompanions(*contents, proposedVector(contents->vectors).index);
        }
    }
    return contents;
}

class RunBuilder {
public:
    explicit RunBuilder(std::size_t files) : m_files(files) {}

    /// False when the file does not belong to the run.
    bool add(FileContents piece, const std::string& name)
    {
        if (piece.vectors.empty() || piece.vectors.front().samples.empty()) {
            return false;
        }
        if (m_run.vectors.empty()) {
            begin(piece);
        } else if (!isOfThisRun(piece)) {
            return false;
        }
        const std::size_t first = m_run.vectors.front().samples.size();
        const std::optional<double> start = startOf(piece, name);
        m_areTold = m_areTold && start;
        m_clocks.push_back(piece.axes.empty() ? 0.0 : piece.axes.front().first.value);
        m_run.snapshots.push_back({first, Seconds{start.value_or(0.0)}, name});
        for (std::size_t i = 0; i < piece.vectors.size(); ++i) {
            auto& samples = m_run.vectors[i].samples;
            const auto& more = piece.vectors[i].samples;
            samples.insert(samples.end(), more.begin(), more.end());
        }
        return true;
    }

    FileContents take()
    {
        for (FoundAxis& axis : m_run.axes) {
            axis.length = m_run.vectors.empty() ? 0 : m_run.vectors.front().samples.size();
        }
        if (!m_areTold) {
            m_run.isSpacingKnown = goOn(m_clocks);
            for (std::size_t i = 0; i < m_clocks.size(); ++i) {
                m_run.snapshots[i].start.value = m_clocks[i];
            }
        }
        if (!m_run.snapshots.empty()) {
            const double zero = m_run.snapshots.front().start.value;
            for (FoundSnapshot& snapshot : m_run.snapshots) {
                snapshot.start.value -= zero;
            }
            m_run.format = fmt::format("{} snapshots of {}", m_run.snapshots.size(), m_run.format);
        }
        return std::move(m_run);
    }

private:
    void begin(FileContents& piece)
    {
        m_run.format = piece.format;
        m_run.rate = piece.rate;
        m_run.shaftSpeed = piece.shaftSpeed;
        m_run.scalars = piece.scalars;
        m_run.warnings = piece.warnings;
        m_run.axes = piece.axes;
        for (const FoundVector& vector : piece.vectors) {
            m_run.vectors.push_back({shownName(vector), vector.unit, {}, vector.rate, {}});
            m_run.vectors.back().samples.reserve(vector.samples.size() * m_files);
        }
    }

    [[nodiscard]] bool isOfThisRun(const FileContents& piece) const
    {
        return std::equal(piece.vectors.begin(),
                          piece.vectors.end(),
                          m_run.vectors.begin(),
                          m_run.vectors.end(),
                          [](const FoundVector& a, const FoundVector& b) {
                              return shownName(a) == b.name && a.rate == b.rate;
                          });
    }

    /// True for times that rise from file to file.
    static bool goOn(const std::vector<double>& clocks)
    {
        return clocks.size() > 1 &&
               std::adjacent_find(clocks.begin(), clocks.end(), std::greater_equal<>{}) ==
                   clocks.end();
    }

    /// When a file was taken; nothing where only its own times can tell.
    std::optional<double> startOf(const FileContents& piece, const std::string& name)
    {
        if (const auto date = dateIn(name)) {
            return *date;
        }
        if (piece.startOfDay) {
            double start = piece.startOfDay->value + m_midnights * kDay;
            if (start < m_lastStart - kDay / 2) {
                m_midnights += 1.0;
                start += kDay;
            }
            m_lastStart = start;
            return start;
        }
        const std::vector<std::int64_t> numbers = numbersIn(name);
        constexpr double kMinute = 60.0;
        if (m_run.vectors.front().name == "Horizontal_vibration_signals" && numbers.size() == 1) {
            return kMinute * static_cast<double>(numbers.front());
        }
        return std::nullopt;
    }

    std::size_t m_files;
    double m_lastStart = 0.0;
    double m_midnights = 0.0;
    bool m_areTold = true;        ///< the times, by names or clocks
    std::vector<double> m_clocks; ///< first value of the times in each file
    FileContents m_run;
};

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
    RunBuilder run{files.size()};
    std::vector<std::string> left;
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
        if (!piece || !run.add(std::move(*piece), name)) {
            left.push_back(name);
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
    return contents;
}

} // namespace spall::io
