// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/read.h"

#include "core/base/file_bytes.h"
#include "core/base/parse_number.h"
#include "core/io/compose.h"
#include "core/io/file_contents.h"
#include "core/io/import_checks.h"
#include "core/io/selection.h"
#include "core/io/snapshot_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <span>

namespace spall::io {
namespace {

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isThere(std::string_view text)
{
    std::error_code error;
    return !text.empty() && std::filesystem::exists(std::filesystem::path{text}, error);
}

/// One hash of several files: that of their hashes in order.
Result<std::string> sha256OfFiles(const std::vector<std::filesystem::path>& files,
                                  const std::stop_token& stop)
{
    std::string all;
    for (const std::filesystem::path& file : files) {
        const Result<std::string> hash = sha256OfFile(file, stop);
        if (!hash || files.size() == 1) {
            return hash;
        }
        all += *hash;
    }
    return sha256(std::as_bytes(std::span{all}));
}

/// Ends what runs beside when the reading ends, be it early: a refusal must not wait for it.
struct StopAtEnd {
    std::stop_source source;
    ~StopAtEnd() { source.request_stop(); }
};

/// Snapshots of which nobody knows when they were taken.
void placeBehindEachOther(signal::Recording& recording)
{
    for (signal::Snapshot& snapshot : recording.snapshots) {
        snapshot.start = Seconds{static_cast<double>(snapshot.first) / recording.rate.value.value};
    }
    if (!signal::isStated(recording.rate.source)) {
        recording.warnings.emplace_back("When the snapshots were taken is not known; they are "
                                        "shown one directly behind the other.");
    }
}

} // namespace

InputSpec parseInputSpec(std::string_view text)
{
    InputSpec spec;
    if (isThere(text)) {
        spec.path = std::filesystem::path{std::string{text}};
        return spec;
    }
    if (const auto at = text.rfind('@'); at != std::string_view::npos && at > 0) {
        const std::string_view behind = text.substr(at + 1);
        const auto rate = isDigits(behind) ? parseNumber(behind) : std::nullopt;
        if (rate && *rate > 0.0) {
            spec.rate = Hertz{*rate};
            text = text.substr(0, at);
        }
    }
    const auto colons = isThere(text) ? std::string_view::npos : text.rfind("::");
    if (colons != std::string_view::npos && colons > 0) {
        spec.variable = text.substr(colons + 2);
        text = text.substr(0, colons);
    }
    spec.path = std::filesystem::path{std::string{text}};
    return spec;
}

Result<signal::RecordingPtr>
readRecording(InputSpec spec, const ReadOptions& options, std::stop_token stop)
{
    std::error_code error;
    SnapshotList list{{spec.path}};
    if (std::filesystem::is_directory(spec.path, error)) {
        Result<SnapshotList> listed = listSnapshots(spec.path);
        if (!listed) {
            return fail(listed.error());
        }
        list = std::move(*listed);
        spec.path = list.files.size() == 1 ? list.files.front() : spec.path;
    }
    const bool isRun = list.files.size() > 1;
    // The hash needs the bytes and nothing else: it runs beside the reading.
    std::stop_source beside;
    auto hashing = std::async(std::launch::async, [files = list.files, token = beside.get_token()] {
        return sha256OfFiles(files, token);
    });
    const StopAtEnd end{beside};
    const std::stop_callback onStop{stop, [&beside] {
                                        beside.request_stop();
                                    }};
    Result<FileContents> contents = isRun ? readSnapshots(list.files, stop, options.progress)
                                          : readContents(spec, options, stop);
    if (!contents) {
        return fail(contents.error());
    }
    if (!list.others.empty()) {
        contents->warnings.push_back(
            fmt::format("Files of the folder that are no part of the run ({}): {}.",
                        list.others.size(),
                        listOf(list.others)));
    }
    const bool isSpacingKnown = contents->isSpacingKnown;
    Result<signal::Recording> recording = compose(std::move(*contents), spec, options);
    if (!recording) {
        return fail(recording.error());
    }
    recording->provenance.path = spec.path.string();
    if (const auto choice = options.choose ? options.choose(kindOf(*recording)) : std::nullopt) {
        apply(*choice, *recording);
    }
    if (recording->rate.value.value <= 0.0) {
        recording->rate = guessRate(*recording);
    }
    if (!isSpacingKnown) {
        placeBehindEachOther(*recording);
    }
    std::vector<std::string> doubtful = doubts(*recording);
    recording->warnings.insert(recording->warnings.end(), doubtful.begin(), doubtful.end());
    const Result<std::string> hash = hashing.get();
    if (!hash) {
        return fail(hash.error());
    }
    recording->provenance.sha256 = *hash;
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "reading was stopped", spec.path.string());
    }
    return std::make_shared<const signal::Recording>(std::move(*recording));
}

} // namespace spall::io
