// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/rate_names.h"

#include "core/base/parse_number.h"
#include "core/base/text.h"
#include "core/io/cwru.h"
#include "core/io/extension.h"
#include "core/io/file_name_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace spall::io {
namespace {

using signal::Attributed;
using signal::Source;

struct Records {
    int first;
    int last;
};

/// The normal baseline and the drive-end faults that were sampled at 48 kHz; all others have 12
/// kHz.
constexpr std::array<Records, 14> kAt48kHz{{{97, 100},
                                            {109, 112},
                                            {122, 125},
                                            {135, 138},
                                            {148, 151},
                                            {161, 164},
                                            {173, 177},
                                            {189, 192},
                                            {201, 204},
                                            {213, 217},
                                            {226, 229},
                                            {238, 241},
                                            {250, 253},
                                            {262, 265}}};

/// Lengths of the normal records 97, 98 and 100, which are met as copies with other names.
constexpr std::array<SampleCount, 3> kNormalLengths{243'938, 483'903, 485'643};

std::optional<Attributed<Hertz>> fromCwruNames(const signal::Recording& recording)
{
    for (const signal::Channel& channel : recording.channels) {
        const std::string_view text = parseCwruName(channel.name).record;
        const auto record = parseInteger(text);
        if (text.empty() || !record) {
            continue;
        }
        const bool isFast =
            std::any_of(kAt48kHz.begin(), kAt48kHz.end(), [&](const Records& range) {
                return range.first <= *record && *record <= range.last;
            });
        return Attributed<Hertz>{
            Hertz{isFast ? 48'000.0 : 12'000.0},
            Source::Name,
            fmt::format("'{}' is a variable of CWRU record {}, published at {} kHz",
                        channel.name,
                        *record,
                        isFast ? 48 : 12)};
    }
    return std::nullopt;
}

/// True when a file name begins with these letters and a number follows: "ib600_2".
bool isNumbered(std::string_view stem, std::initializer_list<std::string_view> beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
        return stem.starts_with(beginning) && stem.size() > beginning.size() &&
               isDigit(stem[beginning.size()]);
    });
}

/// Layouts of published sets whose files state no rate.
std::optional<Attributed<Hertz>> fromKnownLayout(const signal::Recording& recording,
                                                 std::string_view stem)
{
    const auto& channels = recording.channels;
    const std::size_t width = channels.size();
    const SampleCount length =
        recording.snapshots.size() > 1 ? recording.snapshots[1].first : recording.sampleCount();
    const auto known = [](double rate, const char* set) {
        return Attributed<Hertz>{
            Hertz{rate},
            Source::Name,
            fmt::format("the layout is that of the {}, published at {} Hz", set, rate)};
    };
    if (width == 2 && channels[0].name == "Horizontal_vibration_signals") {
        return known(25'600.0, "XJTU-SY run-to-failure set");
    }
    if ((width == 4 || width == 8) && length == 20'480) {
        return known(20'000.0, "IMS run-to-failure set");
    }
    if (width == 8 && length == 250'000) {
        return known(50'000.0, "MaFaulDa set");
    }
    if (width == 8 && length == 1'048'560) {
        return known(5120.0, "Southeast University gearbox set");
    }
    if (width == 2 && length == 2'000'000 && channels[0].name.starts_with("Channel_1")) {
        return known(200'000.0, "Ottawa varying-speed set");
    }
    if (width == 5 && length == 420'000) {
        return known(42'000.0, "Ottawa UORED set");
    }
    if (width == 1 && length == 146'484) {
        return known(48'828.0, "MFPT fault set");
    }
    if (width == 1 && length == 585'936) {
        return known(97'656.0, "MFPT baseline set");
    }
    if (width == 1 && isNumbered(stem, {"n", "ib", "ob", "tb"}) &&
        (stem.find("600_") != std::string_view::npos ||
         stem.find("800_") != std::string_view::npos ||
         stem.find("1000_") != std::string_view::npos)) {
        return known(50'000.0, "Jiangnan University set");
    }
    return std::nullopt;
}

} // namespace

std::optional<NamedRate> rateFromNames(const signal::Recording& recording)
{
    const std::string stem =
        lowered(std::filesystem::path{recording.provenance.path}.stem().string());
    const auto written = rateInFileName(stem);
    if (const auto cwru = fromCwruNames(recording)) {
        return NamedRate{*cwru, written == cwru->value};
    }
    if (written) {
        return NamedRate{{*written, Source::Name, "the file name says so"}, true};
    }
    if (const auto layout = fromKnownLayout(recording, stem)) {
        return NamedRate{*layout, true};
    }
    const auto known =
        std::find(kNormalLengths.begin(), kNormalLengths.end(), recording.sampleCount());
    if (known == kNormalLengths.end()) {
        return std::nullopt;
    }
    const Attributed<Hertz> normal{
        Hertz{48'000.0},
        Source::Name,
        fmt::format("{} samples is the length of a CWRU normal record, published at 48 kHz",
                    *known)};
    return NamedRate{normal, false};
}

} // namespace spall::io
