// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/compose.h"

#include "core/base/parse_number.h"
#include "core/io/axes.h"
#include "core/io/cwru.h"
#include "core/io/encoding.h"
#include "core/io/extension.h"
#include "core/io/file_name_facts.h"
#include "core/io/neighbours.h"
#include "core/io/scalar_meaning.h"
#include "core/io/selection.h"
#include "core/io/stated_rate.h"

#include <fmt/format.h>

#include <algorithm>

namespace spall::io {
namespace {

using signal::Attributed;
using signal::Recording;
using signal::Source;

/// True when the user's word means this vector: its name, its title, or the end of a CWRU machine.
bool isMeant(const FoundVector& vector, const std::string& wanted)
{
    const std::string low = lowered(wanted);
    const std::string_view quantity = parseCwruName(vector.name).quantity;
    return lowered(vector.name) == low || lowered(vector.title) == low ||
           (quantity.size() > 2 && lowered(quantity.substr(0, 2)) == low);
}

/// An index counts among the vectors that are kept when nothing is named. errors: Usage.
Result<Proposal>
mainVector(FileContents& contents, const std::string& wanted, const std::filesystem::path& path)
{
    const auto named = std::find_if(contents.vectors.begin(),
                                    contents.vectors.end(),
                                    [&](const FoundVector& v) { return isMeant(v, wanted); });
    if (!wanted.empty() && named != contents.vectors.end()) {
        const auto index = static_cast<std::size_t>(named - contents.vectors.begin());
        keepCompanions(contents, index);
        const auto again = std::find_if(contents.vectors.begin(),
                                        contents.vectors.end(),
                                        [&](const FoundVector& v) { return isMeant(v, wanted); });
        return Proposal{static_cast<std::size_t>(again - contents.vectors.begin()), "named by you"};
    }
    keepCompanions(contents, proposedVector(contents.vectors).index);
    if (wanted.empty()) {
        return proposedVector(contents.vectors);
    }
    const auto index = parseInteger(wanted);
    if (index && *index >= 0 && static_cast<std::size_t>(*index) < contents.vectors.size()) {
        return Proposal{static_cast<std::size_t>(*index), "named by you"};
    }
    std::vector<std::string> names;
    for (const FoundVector& vector : contents.vectors) {
        names.push_back(shownName(vector));
    }
    return fail(ErrorCode::Usage,
                fmt::format("there is no channel '{}'", wanted),
                path.string(),
                names.empty()
                    ? "it has no channels"
                    : fmt::format("it has {} (or 0 to {})", listOf(names), names.size() - 1));
}

Attributed<Hertz> rateOf(FileContents& contents,
                         const FoundVector& main,
                         const InputSpec& spec,
                         const ReadOptions& options)
{
    const auto stated = rateStatedFor(main, contents, contents.warnings);
    if (spec.rate) {
        return {*spec.rate, Source::Argument, "stated behind '@'"};
    }
    if (stated) {
        return *stated;
    }
    if (options.fallbackRate) {
        return {*options.fallbackRate, Source::Argument, "stated for files without a rate"};
    }
    return {};
}

std::optional<Attributed<Rpm>> shaftSpeedOf(const FileContents& contents,
                                            const InputSpec& spec,
                                            const ReadOptions& options,
                                            const std::string& record)
{
    if (options.shaftSpeed) {
        return Attributed<Rpm>{*options.shaftSpeed, Source::Argument, "stated by you"};
    }
    if (contents.shaftSpeed) {
        return contents.shaftSpeed;
    }
    if (auto stated = statedShaftSpeed(contents.scalars, record)) {
        return stated;
    }
    const auto named = speedInFileName(spec.path.stem().string());
    return named ? std::optional{Attributed<Rpm>{*named, Source::Name, "the file name says so"}}
                 : std::nullopt;
}

/// Wide matrices may be what the user is after: windows cut by somebody else. Of the rest it is
/// enough that it is no signal.
void tellLeftOut(FileContents& contents)
{
    std::vector<std::string> matrices;
    std::vector<std::string> others;
    for (const std::string& name : contents.leftOut) {
        const bool isMatrix = name.find(" x ") != std::string::npos;
        (isMatrix ? matrices : others).push_back(name);
    }
    if (!matrices.empty()) {
        contents.warnings.push_back(
            fmt::format("Left out, as a matrix with many rows and columns is no signal: {}.",
                        listOf(matrices)));
    }
    if (!others.empty()) {
        contents.warnings.push_back(
            fmt::format("Left out, as it cannot be read as a signal: {}.", listOf(others)));
    }
}

/// Names go on the screen and into JSON: UTF-8, whatever the file holds.
void cleanNames(FileContents& contents)
{
    for (FoundVector& vector : contents.vectors) {
        vector.name = asUtf8(vector.name);
        vector.title = asUtf8(vector.title);
        vector.unit = asUtf8(vector.unit);
    }
    for (FoundScalar& scalar : contents.scalars) {
        scalar.name = asUtf8(scalar.name);
    }
    for (FoundText& text : contents.texts) {
        text.name = asUtf8(text.name);
        text.value = asUtf8(text.value);
    }
    for (std::string& name : contents.leftOut) {
        name = asUtf8(name);
    }
}

/// The samples move from the contents into the recording.
Recording recordingOf(FileContents& contents)
{
    Recording recording;
    for (FoundVector& vector : contents.vectors) {
        std::string name = shownName(vector);
        recording.channels.push_back(
            {std::move(name), std::move(vector.unit), std::move(vector.samples)});
    }
    for (FoundSnapshot& snapshot : contents.snapshots) {
        recording.snapshots.push_back(
            {static_cast<SampleIndex>(snapshot.first), snapshot.start, asUtf8(snapshot.file)});
    }
    recording.provenance.format = std::move(contents.format);
    for (const std::string& warning : contents.warnings) {
        recording.warnings.push_back(asUtf8(warning));
    }
    return recording;
}

} // namespace

Result<Recording> compose(FileContents contents, const InputSpec& spec, const ReadOptions& options)
{
    cleanNames(contents);
    addWrittenNumbers(contents);
    nameByNeighbours(contents);
    takeOutAxes(contents); // knows times by the names that the file gives them
    numberRepeatedNames(contents.vectors);
    if (const Status wanted = keepWanted(contents, spec); !wanted) {
        return fail(wanted.error());
    }
    const std::string record = keepOneCwruRecord(contents, spec.path.stem().string());
    const bool isStrict = !spec.variable.empty() || !options.channel.empty();
    Result<Proposal> main = mainVector(contents, options.channel, spec.path);
    if (const Status length = checkLength(contents, spec.path); !length) {
        return fail(length.error());
    }
    if (!main) {
        return fail(main.error());
    }
    const std::string mainName = contents.vectors[main->index].name;
    if (const Status finite = dropNotFinite(contents, spec.path, isStrict); !finite) {
        return fail(finite.error());
    }
    const auto kept = std::find_if(contents.vectors.begin(),
                                   contents.vectors.end(),
                                   [&](const FoundVector& v) { return v.name == mainName; });
    if (kept == contents.vectors.end()) {
        main = proposedVector(contents.vectors);
    } else {
        main->index = static_cast<std::size_t>(kept - contents.vectors.begin());
    }
    const auto rate = rateOf(contents, contents.vectors[main->index], spec, options);
    const auto speed = shaftSpeedOf(contents, spec, options, record);
    tellLeftOut(contents);
    Recording recording = recordingOf(contents);
    recording.mainChannel = static_cast<int>(main->index);
    recording.mainChannelReason = std::move(main->reason);
    recording.rate = rate;
    recording.shaftSpeed = speed;
    return recording;
}

} // namespace spall::io
