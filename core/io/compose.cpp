// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/compose.h"

#include "core/base/parse_number.h"
#include "core/io/cwru.h"
#include "core/io/extension.h"
#include "core/io/scalar_meaning.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace spall::io {
namespace {

using signal::Attributed;
using signal::Channel;
using signal::Recording;
using signal::Source;

std::string listOf(const std::vector<std::string>& names)
{
    constexpr std::size_t kMost = 8;
    const std::size_t shown = std::min(names.size(), kMost);
    std::string text = fmt::format(
        "{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    if (shown < names.size()) {
        text += fmt::format(" and {} more", names.size() - shown);
    }
    return text;
}

std::vector<std::string> namesOf(const std::vector<FoundVector>& vectors)
{
    std::vector<std::string> names;
    for (const FoundVector& vector : vectors) {
        names.push_back(vector.name);
    }
    return names;
}

/// True for the variable itself and for what lies in it: `Y` covers `Y(:,2)` and `Y.Data`.
bool isCovered(std::string_view name, std::string_view wanted)
{
    if (!name.starts_with(wanted)) {
        return false;
    }
    const std::string_view rest = name.substr(wanted.size());
    return rest.empty() || rest.front() == '.' || rest.front() == '(' || rest.front() == '{';
}

Status keepWanted(FileContents& contents, const InputSpec& spec)
{
    if (spec.variable.empty()) {
        return {};
    }
    std::vector<std::string> names = namesOf(contents.vectors);
    std::erase_if(contents.vectors, [&](const FoundVector& vector) {
        return !isCovered(vector.name, spec.variable);
    });
    if (contents.vectors.empty()) {
        return fail(ErrorCode::Usage,
                    fmt::format("the file has no signal '{}'", spec.variable),
                    spec.path.string(),
                    names.empty() ? "it holds no signal at all" : "it holds " + listOf(names));
    }
    return {};
}

/// Keeps the vectors of the greatest length; says which were left out.
void keepLongest(FileContents& contents)
{
    std::size_t longest = 0;
    for (const FoundVector& vector : contents.vectors) {
        longest = std::max(longest, vector.samples.size());
    }
    std::vector<std::string> left;
    std::erase_if(contents.vectors, [&](const FoundVector& vector) {
        const bool isShort = vector.samples.size() != longest;
        if (isShort && vector.samples.size() >= static_cast<std::size_t>(kShortestRecord)) {
            left.push_back(fmt::format("{} ({})", vector.name, vector.samples.size()));
        }
        return isShort;
    });
    if (!left.empty()) {
        contents.warnings.push_back(fmt::format(
            "Signals of another length than {} samples were left out: {}.", longest, listOf(left)));
    }
}

struct BadSamples {
    std::size_t first = 0;
    std::size_t count = 0;
};

BadSamples badSamplesOf(const std::vector<double>& samples)
{
    BadSamples bad;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (!std::isfinite(samples[i])) {
            bad.first = bad.count == 0 ? i : bad.first;
            ++bad.count;
        }
    }
    return bad;
}

/// Refuses a channel with holes when it is the one to work on; drops it with a warning otherwise.
Status dropNotFinite(FileContents& contents, const std::filesystem::path& path, bool isLastHope)
{
    std::optional<Error> firstError;
    std::vector<std::string> dropped;
    std::erase_if(contents.vectors, [&](const FoundVector& vector) {
        const BadSamples bad = badSamplesOf(vector.samples);
        if (bad.count == 0) {
            return false;
        }
        const std::string place =
            vector.firstBadPlace.empty()
                ? fmt::format("sample {}", bad.first)
                : fmt::format("sample {}, {}", bad.first, vector.firstBadPlace);
        dropped.push_back(vector.name);
        if (!firstError) {
            firstError =
                Error{ErrorCode::NotFinite,
                      fmt::format("'{}' has {} missing or infinite value{}, the first at {}",
                                  vector.name,
                                  bad.count,
                                  bad.count == 1 ? "" : "s",
                                  place),
                      path.string(),
                      "cut the stretch out or fill the gap, then save the file again"};
        }
        return true;
    });
    if (firstError && (contents.vectors.empty() || isLastHope)) {
        return fail(*firstError);
    }
    if (!dropped.empty()) {
        contents.warnings.push_back(
            fmt::format("Left out because of missing or infinite values: {}.", listOf(dropped)));
    }
    return {};
}

/// The channel proposed: drive end before fan end before base, else the first.
int proposedChannel(const std::vector<Channel>& channels)
{
    for (const std::string_view end : {"de", "fe", "ba"}) {
        for (std::size_t i = 0; i < channels.size(); ++i) {
            const std::string name = plainName(channels[i].name);
            const std::string_view quantity = parseCwruName(channels[i].name).quantity;
            if (lowered(quantity.substr(0, 2)) == end || name == end ||
                name == std::string{end} + "time") {
                return static_cast<int>(i);
            }
        }
    }
    return 0;
}

Result<int> chosenChannel(const std::vector<Channel>& channels,
                          const std::string& wanted,
                          const std::filesystem::path& path)
{
    if (wanted.empty()) {
        return proposedChannel(channels);
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        names.push_back(channels[i].name);
        const std::string_view quantity = parseCwruName(channels[i].name).quantity;
        if (lowered(channels[i].name) == lowered(wanted) ||
            (quantity.size() > 2 && lowered(quantity.substr(0, 2)) == lowered(wanted))) {
            return static_cast<int>(i);
        }
    }
    const auto index = parseInteger(wanted);
    if (index && *index >= 0 && static_cast<std::size_t>(*index) < channels.size()) {
        return static_cast<int>(*index);
    }
    return fail(ErrorCode::Usage,
                fmt::format("there is no channel '{}'", wanted),
                path.string(),
                fmt::format("it has {} (or 0 to {})", listOf(names), names.size() - 1));
}

Attributed<Hertz>
rateOf(const FileContents& contents, const InputSpec& spec, const ReadOptions& options)
{
    if (spec.rate) {
        return {*spec.rate, Source::Argument, "stated behind '@'"};
    }
    if (contents.rate) {
        return *contents.rate;
    }
    if (const auto stated = statedRate(contents.scalars)) {
        return *stated;
    }
    if (options.fallbackRate) {
        return {*options.fallbackRate, Source::Argument, "stated for files without a rate"};
    }
    return {};
}

Status checkLength(const FileContents& contents, const std::filesystem::path& path)
{
    if (contents.vectors.empty()) {
        return fail(ErrorCode::UnknownFormat,
                    fmt::format("the file ({}) holds no signal, that is no sequence of numbers",
                                contents.format),
                    path.string(),
                    contents.leftOut.empty()
                        ? "save the measured signal as a numeric vector"
                        : "save the measured signal as a numeric vector; it has only " +
                              listOf(contents.leftOut));
    }
    const std::size_t length = contents.vectors.front().samples.size();
    if (length < static_cast<std::size_t>(kShortestRecord)) {
        return fail(ErrorCode::TooFewSamples,
                    fmt::format("'{}', the longest signal, has only {} values",
                                contents.vectors.front().name,
                                length),
                    path.string(),
                    fmt::format("a recording needs at least {}", kShortestRecord));
    }
    return {};
}

} // namespace

Result<Recording> compose(FileContents contents, const InputSpec& spec, const ReadOptions& options)
{
    if (const Status wanted = keepWanted(contents, spec); !wanted) {
        return fail(wanted.error());
    }
    const std::string record = keepOneCwruRecord(contents, spec.path.stem().string());
    keepLongest(contents);
    if (const Status length = checkLength(contents, spec.path); !length) {
        return fail(length.error());
    }
    const bool isLastHope = !spec.variable.empty() || !options.channel.empty();
    if (const Status finite = dropNotFinite(contents, spec.path, isLastHope); !finite) {
        return fail(finite.error());
    }
    Recording recording;
    for (FoundVector& vector : contents.vectors) {
        recording.channels.push_back(
            {std::move(vector.name), std::move(vector.unit), std::move(vector.samples)});
    }
    const Result<int> channel = chosenChannel(recording.channels, options.channel, spec.path);
    if (!channel) {
        return fail(channel.error());
    }
    recording.mainChannel = *channel;
    recording.rate = rateOf(contents, spec, options);
    recording.shaftSpeed = contents.shaftSpeed;
    if (options.shaftSpeed) {
        recording.shaftSpeed =
            Attributed<Rpm>{*options.shaftSpeed, Source::Argument, "stated by you"};
    } else if (!recording.shaftSpeed) {
        recording.shaftSpeed = statedShaftSpeed(contents.scalars, record);
    }
    recording.provenance.format = std::move(contents.format);
    recording.warnings = std::move(contents.warnings);
    return recording;
}

} // namespace spall::io
