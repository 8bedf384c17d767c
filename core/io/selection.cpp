// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/selection.h"

#include "core/io/channel_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace spall::io {
namespace {

std::vector<std::string> namesOf(const std::vector<FoundVector>& vectors)
{
    std::vector<std::string> names;
    for (const FoundVector& vector : vectors) {
        names.push_back(shownName(vector));
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
    return rest.empty() || rest.front() == '.' || rest.front() == '(' || rest.front() == '{' ||
           rest.front() == '/';
}

/// What to do with a file that holds only things that are no signals.
std::string howToSave(const std::vector<std::string>& leftOut)
{
    if (leftOut.empty()) {
        return "save the measured signal as a numeric vector";
    }
    const bool hasMatrix = std::any_of(leftOut.begin(), leftOut.end(), [](const std::string& name) {
        return name.find(" x ") != std::string::npos;
    });
    if (hasMatrix) {
        return fmt::format("save the measured signals as the columns of a matrix, {} at most; it "
                           "has only {}",
                           kMostMatrixChannels,
                           listOf(leftOut));
    }
    return "save the measured signal as a numeric vector; it has only " + listOf(leftOut);
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

/// Vectors of another length or rate, with what sets them apart.
bool isCompanion(const FoundVector& vector, const FoundVector& main)
{
    return vector.samples.size() == main.samples.size() && vector.rate == main.rate;
}

} // namespace

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

const std::string& shownName(const FoundVector& vector)
{
    return vector.title.empty() ? vector.name : vector.title;
}

void numberRepeatedNames(std::vector<FoundVector>& vectors)
{
    std::set<std::string> taken;
    for (const FoundVector& vector : vectors) {
        taken.insert(vector.name);
    }
    std::map<std::string, int> uses;
    for (FoundVector& vector : vectors) {
        int& use = uses[vector.name];
        if (++use == 1) {
            continue;
        }
        std::string name = fmt::format("{} {}", vector.name, use);
        while (!taken.insert(name).second) {
            name = fmt::format("{} {}", vector.name, ++use);
        }
        vector.name = std::move(name);
    }
}

Status keepWanted(FileContents& contents, const InputSpec& spec)
{
    if (spec.variable.empty()) {
        return {};
    }
    std::vector<std::string> names = namesOf(contents.vectors);
    std::erase_if(contents.vectors, [&](const FoundVector& vector) {
        return !isCovered(vector.name, spec.variable) && vector.title != spec.variable;
    });
    if (contents.vectors.empty()) {
        return fail(ErrorCode::Usage,
                    fmt::format("the file has no signal '{}'", spec.variable),
                    spec.path.string(),
                    names.empty() ? "it holds no signal at all" : "it holds " + listOf(names));
    }
    return {};
}

Proposal proposedVector(const std::vector<FoundVector>& vectors)
{
    std::size_t longest = 0;
    for (const FoundVector& vector : vectors) {
        longest = std::max(longest, vector.samples.size());
    }
    constexpr std::size_t kMuchShorter = 10;
    Proposal best;
    double bestScore = -HUGE_VAL;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        if (vectors[i].samples.size() * kMuchShorter < longest) {
            continue;
        }
        const Likeness likeness =
            vibrationLikeness(shownName(vectors[i]), vectors[i].unit, vectors[i].samples);
        const bool isLonger = bestScore == likeness.score &&
                              vectors[i].samples.size() > vectors[best.index].samples.size();
        if (likeness.score > bestScore || isLonger) {
            bestScore = likeness.score;
            best = {i, likeness.reason};
        }
    }
    return best;
}

void keepCompanions(FileContents& contents, std::size_t main)
{
    if (contents.vectors.empty()) {
        return;
    }
    const FoundVector& chosen = contents.vectors.at(main);
    std::vector<std::string> left;
    for (std::size_t i = 0; i < contents.vectors.size(); ++i) {
        const FoundVector& vector = contents.vectors[i];
        if (!isCompanion(vector, chosen) &&
            vector.samples.size() >= static_cast<std::size_t>(kShortestRecord)) {
            left.push_back(fmt::format("{} ({})", shownName(vector), vector.samples.size()));
        }
    }
    const std::string name = shownName(chosen);
    const std::size_t length = chosen.samples.size();
    const std::optional<Hertz> rate = chosen.rate;
    std::erase_if(contents.vectors, [&](const FoundVector& vector) {
        return vector.samples.size() != length || vector.rate != rate;
    });
    if (!left.empty()) {
        contents.warnings.push_back(fmt::format(
            "Signals of another length or rate than '{}' ({} samples) were left out: {}.",
            name,
            length,
            listOf(left)));
    }
}

Status dropNotFinite(FileContents& contents, const std::filesystem::path& path, bool isStrict)
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
        dropped.push_back(shownName(vector));
        if (!firstError) {
            firstError = Error{ErrorCode::NotFinite,
                               fmt::format("'{}' has {} missing or infinite {}, the first at {}",
                                           shownName(vector),
                                           bad.count,
                                           bad.count == 1 ? "value" : "values",
                                           place),
                               path.string(),
                               "cut the stretch out or fill the gap, then save the file again"};
        }
        return true;
    });
    if (firstError && (contents.vectors.empty() || isStrict)) {
        return fail(*firstError);
    }
    if (!dropped.empty()) {
        contents.warnings.push_back(
            fmt::format("Left out because of missing or infinite values: {}.", listOf(dropped)));
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
                    howToSave(contents.leftOut));
    }
    const std::size_t length = contents.vectors.front().samples.size();
    if (length < static_cast<std::size_t>(kShortestRecord)) {
        return fail(ErrorCode::TooFewSamples,
                    fmt::format("'{}', the longest signal, has only {} values",
                                shownName(contents.vectors.front()),
                                length),
                    path.string(),
                    fmt::format("a recording needs at least {}", kShortestRecord));
    }
    return {};
}

} // namespace spall::io
