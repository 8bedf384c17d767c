// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import_choice.h"

#include <fmt/format.h>

#include <algorithm>

namespace spall::io {
namespace {

constexpr const char* kReason = "chosen by you for files of this kind";

std::string withoutNumbers(const std::string& name)
{
    std::string pattern;
    for (const char c : name) {
        const bool isDigit = c >= '0' && c <= '9';
        if (!isDigit) {
            pattern.push_back(c);
        } else if (pattern.empty() || pattern.back() != '#') {
            pattern.push_back('#');
        }
    }
    return pattern;
}

/// The channel of that very name, else the first whose name differs in its numbers only.
std::optional<int> channelNamed(const signal::Recording& recording, const std::string& name)
{
    std::optional<int> similar;
    for (std::size_t i = 0; i < recording.channels.size(); ++i) {
        if (recording.channels[i].name == name) {
            return static_cast<int>(i);
        }
        if (!similar && withoutNumbers(recording.channels[i].name) == withoutNumbers(name)) {
            similar = static_cast<int>(i);
        }
    }
    return similar;
}

/// As `sound_reader` and `raw_reader` begin to warn.
bool tellsOfNoScale(const std::string& warning)
{
    return warning.starts_with("The scale is unknown");
}

void scale(signal::Recording& recording, double factor)
{
    for (signal::Channel& channel : recording.channels) {
        for (double& sample : channel.samples.edit()) {
            sample *= factor;
        }
    }
    std::erase_if(recording.warnings, tellsOfNoScale);
    recording.warnings.push_back(
        fmt::format("The samples were multiplied by {:.6g}, {}.", factor, kReason));
}

} // namespace

bool isScaleUnknown(const signal::Recording& recording)
{
    return std::any_of(recording.warnings.begin(), recording.warnings.end(), tellsOfNoScale);
}

std::string kindOf(const signal::Recording& recording)
{
    const std::string& format = recording.provenance.format;
    std::string kind = withoutNumbers(format.substr(0, format.find(','))) + "|";
    constexpr std::size_t kMostNames = 16;
    for (std::size_t i = 0; i < std::min(kMostNames, recording.channels.size()); ++i) {
        kind += (i == 0 ? "" : ",") + withoutNumbers(recording.channels[i].name);
    }
    return kind;
}

void apply(const ImportChoice& choice, signal::Recording& recording)
{
    if (const auto channel = channelNamed(recording, choice.channel)) {
        recording.mainChannel = *channel;
    }
    if (choice.rate) {
        recording.rate = {*choice.rate, signal::Source::Argument, kReason};
    }
    if (choice.shaftSpeed) {
        recording.shaftSpeed = {*choice.shaftSpeed, signal::Source::Argument, kReason};
    }
    if (choice.scale && *choice.scale != 1.0) {
        scale(recording, *choice.scale);
    }
    if (!choice.unit.empty()) {
        for (signal::Channel& channel : recording.channels) {
            channel.unit = choice.unit;
        }
    }
}

} // namespace spall::io
