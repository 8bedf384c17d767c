// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/file_contents.h"

#include "core/io/extension.h"
#include "core/io/readers.h"
#include "core/io/text_reader.h"

#include <fmt/format.h>

#include <fstream>

namespace spall::io {
namespace {

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

} // namespace

Result<FileContents>
readContents(InputSpec& spec, const ReadOptions& options, const std::stop_token& stop)
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
    Result<FileContents> contents = (*reader)->read(spec.path, stop);
    const bool isText = (*reader)->describe().name == TextReader{}.describe().name;
    if (!contents && isText && hasExtension(spec.path, {".mat"}) &&
        contents.error().code != ErrorCode::Cancelled) {
        return fail(ErrorCode::UnknownFormat,
                    "this is not a MAT file",
                    spec.path.string(),
                    "export it again from the program that recorded it");
    }
    if (contents && isText &&
        hasExtension(spec.path, {".mat", ".h5", ".hdf5", ".npy", ".npz", ".wav", ".tdms"})) {
        contents->warnings.push_back(
            fmt::format("The file is named '{}' but holds columns of text, which were read.",
                        spec.path.extension().string()));
    }
    return contents;
}

} // namespace spall::io
