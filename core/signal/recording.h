// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sample_range.h"
#include "core/base/units.h"
#include "core/signal/samples.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace spall::signal {

/// One measured quantity over time, at the recording's rate.
struct Channel {
    std::string name;
    std::string unit; ///< empty when the file does not say
    Samples samples;
};

/// Where a rate or a shaft speed comes from; everything below `Argument` is a guess.
enum class Source { File, Argument, TimeColumn, Name, MainsLine, ShaftHarmonics, Assumed };

/// "file", "argument", "time column" and so on, as reports and the command line write it.
[[nodiscard]] constexpr const char* sourceName(Source source)
{
    switch (source) {
    case Source::File:
        return "file";
    case Source::Argument:
        return "argument";
    case Source::TimeColumn:
        return "time column";
    case Source::Name:
        return "name";
    case Source::MainsLine:
        return "mains line";
    case Source::ShaftHarmonics:
        return "shaft harmonics";
    case Source::Assumed:
        break;
    }
    return "assumed";
}

/// True for the sources that state a value rather than guess it.
[[nodiscard]] constexpr bool isStated(Source source)
{
    return source == Source::File || source == Source::Argument || source == Source::TimeColumn;
}

/// A value with where it comes from and a sentence that says why.
template <typename T> struct Attributed {
    T value{};
    Source source = Source::Assumed;
    std::string reason;
};

/// Where the samples were found.
struct Provenance {
    std::string path;   ///< as the user gave it
    std::string sha256; ///< of the file's bytes
    std::string format; ///< "MAT v5", "CSV", "WAV", "simulated"
};

/// An uncut piece of a recording that was put together from files taken at intervals.
struct Snapshot {
    SampleIndex first = 0; ///< sample at which it begins
    Seconds start;         ///< when it was taken, since the first one
    std::string file;      ///< name of its file
};

/// One or more channels sampled together; immutable once built and shared between threads.
struct Recording {
    std::vector<Channel> channels; ///< all of the same length
    Attributed<Hertz> rate;
    std::optional<Attributed<Rpm>> shaftSpeed;
    Provenance provenance;
    std::vector<std::string> warnings; ///< sentences for the user
    int mainChannel = 0;               ///< the channel proposed for analysis
    std::string mainChannelReason;     ///< why, empty when it is simply the first
    std::vector<Snapshot> snapshots;   ///< of a run to failure, ascending; empty for one uncut file

    [[nodiscard]] SampleCount sampleCount() const
    {
        return channels.empty() ? 0 : static_cast<SampleCount>(channels.front().samples.size());
    }
};

using RecordingPtr = std::shared_ptr<const Recording>;

/// An uncut part of one channel of one recording: what learning and scoring work on.
/// Keeps the recording alive.
struct Stretch {
    RecordingPtr recording;
    int channel = 0;
    SampleRange range;

    [[nodiscard]] std::span<const double> samples() const
    {
        const auto& all = recording->channels.at(static_cast<std::size_t>(channel)).samples;
        return std::span{all}.subspan(static_cast<std::size_t>(range.first),
                                      static_cast<std::size_t>(range.size()));
    }
    [[nodiscard]] Hertz rate() const { return recording->rate.value; }
};

/// The whole of one channel; the recording's main channel when `channel` is negative.
[[nodiscard]] inline Stretch wholeChannel(RecordingPtr recording, int channel = -1)
{
    const int chosen = channel < 0 ? recording->mainChannel : channel;
    const SampleCount count = recording->sampleCount();
    return Stretch{std::move(recording), chosen, {0, count}};
}

} // namespace spall::signal
