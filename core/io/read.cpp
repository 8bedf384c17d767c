// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/read.h"

#include "core/base/file_bytes.h"
#include "core/base/parse_number.h"
#include "core/io/compose.h"
#include "core/io/import_checks.h"
#include "core/io/readers.h"

#include <algorithm>
#include <fstream>
#include <future>

namespace spall::io {
namespace {

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The first bytes of a file. errors: FileUnreadable.
Result<std::vector<std::byte>> headOf(const std::filesystem::path& path)
{
    std::error_code error;
    const auto unreadable = [&](std::string what, std::string hint) {
        return fail(ErrorCode::FileUnreadable, std::move(what), path.string(), std::move(hint));
    };
    if (!std::filesystem::exists(path, error)) {
        return unreadable("there is no such file", "check the path");
    }
    if (std::filesystem::is_directory(path, error)) {
        return unreadable("this is a folder, not a recording", "name a file in it");
    }
    if (!std::filesystem::is_regular_file(path, error)) {
        return unreadable("this is a device or a pipe, not a file", "copy it to a file first");
    }
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        return unreadable("the file cannot be opened", "check that you may read it");
    }
    std::vector<std::byte> head(kProbeBytes);
    file.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    return head;
}

/// The type of samples that the user states, as an option or in the place of a variable of a file
/// that no reader knows.
std::optional<RawLayout>
statedLayout(const InputSpec& spec, const ReadOptions& options, bool isKnownFormat)
{
    return options.raw || isKnownFormat ? options.raw : parseRawLayout(spec.variable);
}

/// Reads one file; clears the variable in `spec` where it was the type of the samples.
Result<FileContents>
contentsOfFile(InputSpec& spec, const ReadOptions& options, const std::stop_token& stop)
{
    const auto head = headOf(spec.path);
    if (!head) {
        return fail(head.error());
    }
    const Result<const Reader*> reader = readerFor(*head, spec.path);
    if (const auto layout = statedLayout(spec, options, reader.has_value())) {
        spec.variable = options.raw ? spec.variable : std::string{};
        return readRaw(spec.path, *layout, stop);
    }
    if (!reader) {
        return fail(reader.error());
    }
    return (*reader)->read(spec.path, stop);
}

} // namespace

InputSpec parseInputSpec(std::string_view text)
{
    InputSpec spec;
    if (const auto at = text.rfind('@'); at != std::string_view::npos && at > 0) {
        const std::string_view behind = text.substr(at + 1);
        const auto rate = isDigits(behind) ? parseNumber(behind) : std::nullopt;
        if (rate && *rate > 0.0) {
            spec.rate = Hertz{*rate};
            text = text.substr(0, at);
        }
    }
    if (const auto colons = text.rfind("::"); colons != std::string_view::npos && colons > 0) {
        spec.variable = text.substr(colons + 2);
        text = text.substr(0, colons);
    }
    spec.path = std::filesystem::path{std::string{text}};
    return spec;
}

Result<signal::RecordingPtr>
readRecording(InputSpec spec, const ReadOptions& options, std::stop_token stop)
{
    // The hash needs the bytes and nothing else: it runs beside the reading.
    auto hashing =
        std::async(std::launch::async, [path = spec.path] { return sha256OfFile(path); });
    Result<FileContents> contents = contentsOfFile(spec, options, stop);
    if (!contents) {
        return fail(contents.error());
    }
    Result<signal::Recording> recording = compose(std::move(*contents), spec, options);
    if (!recording) {
        return fail(recording.error());
    }
    recording->provenance.path = spec.path.string();
    if (recording->rate.value.value <= 0.0) {
        recording->rate = guessRate(*recording);
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
