// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sound_reader.h"

#include "core/io/preamble.h"
#include "core/io/unfinished_wav.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace spall::io {
namespace {

constexpr int kMostSoundChannels = 256;
constexpr std::size_t kFramesAtOnce = 16'384;

struct CloseSound {
    void operator()(SNDFILE* file) const { sf_close(file); }
};
using Sound = std::unique_ptr<SNDFILE, CloseSound>;

std::string formatName(const SF_INFO& info)
{
    SF_FORMAT_INFO container{};
    container.format = info.format & SF_FORMAT_TYPEMASK;
    SF_FORMAT_INFO coding{};
    coding.format = info.format & SF_FORMAT_SUBMASK;
    sf_command(nullptr, SFC_GET_FORMAT_INFO, &container, sizeof container);
    sf_command(nullptr, SFC_GET_FORMAT_INFO, &coding, sizeof coding);
    const std::string_view name = container.name == nullptr ? "sound" : container.name;
    return fmt::format("{}, {}",
                       name.substr(0, name.find(" (")),
                       coding.name == nullptr ? "unknown coding" : coding.name);
}

bool isFloatingPoint(const SF_INFO& info)
{
    const int coding = info.format & SF_FORMAT_SUBMASK;
    return coding == SF_FORMAT_FLOAT || coding == SF_FORMAT_DOUBLE;
}

/// The library reads a cut file as far as it goes and says so only in its log.
bool endsEarly(SNDFILE* file)
{
    std::array<char, 8192> log{};
    sf_command(file, SFC_GET_LOG_INFO, log.data(), static_cast<int>(log.size()));
    return std::string_view{log.data()}.find("(should be") != std::string_view::npos;
}

/// Bytes that a sample takes in the file.
double bytesPerSample(const SF_INFO& info)
{
    constexpr double kPacked = 0.5; // seldom less; what is packed more tightly is read as well
    if ((info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_FLAC) {
        return kPacked;
    }
    switch (info.format & SF_FORMAT_SUBMASK) {
    case SF_FORMAT_PCM_S8:
    case SF_FORMAT_PCM_U8:
    case SF_FORMAT_ULAW:
    case SF_FORMAT_ALAW:
        return 1.0;
    case SF_FORMAT_PCM_16:
        return 2.0;
    case SF_FORMAT_PCM_24:
        return 3.0;
    case SF_FORMAT_PCM_32:
    case SF_FORMAT_FLOAT:
        return 4.0;
    case SF_FORMAT_DOUBLE:
        return 8.0;
    default:
        return kPacked;
    }
}

/// The samples of a channel that a file claims, as far as it is long enough to hold them: to grow
/// into place would take up to three times the memory.
std::size_t expectedFrames(const SF_INFO& info, const std::filesystem::path& path)
{
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(path, error);
    if (error || info.frames <= 0) {
        return 0;
    }
    const double held = static_cast<double>(bytes) / (bytesPerSample(info) * info.channels) + 1.0;
    return static_cast<std::size_t>(std::min(static_cast<double>(info.frames), held));
}

/// Reads block by block, so that memory follows what the file holds and not what its header claims.
Status readChannels(SNDFILE* file, FileContents& contents, const std::stop_token& stop)
{
    const std::size_t channels = contents.vectors.size();
    std::vector<double> block(kFramesAtOnce * channels);
    while (true) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "reading was stopped");
        }
        const sf_count_t got =
            sf_readf_double(file, block.data(), static_cast<sf_count_t>(kFramesAtOnce));
        if (got <= 0) {
            return {};
        }
        for (std::size_t channel = 0; channel < channels; ++channel) {
            auto& samples = contents.vectors[channel].samples;
            for (std::size_t frame = 0; frame < static_cast<std::size_t>(got); ++frame) {
                samples.push_back(block[frame * channels + channel]);
            }
        }
    }
}

} // namespace

ReaderDescription SoundReader::describe() const
{
    return {"Sound", {".wav", ".flac", ".aiff", ".aif", ".w64", ".rf64"}};
}

Match SoundReader::probe(std::span<const std::byte> head,
                         const std::filesystem::path& /*path*/) const
{
    const std::string_view text{reinterpret_cast<const char*>(head.data()), head.size()};
    constexpr std::array<std::string_view, 5> kChunks{"RIFF", "RIFX", "RF64", "FORM", "riff"};
    const bool isChunked = std::any_of(kChunks.begin(), kChunks.end(), [&](std::string_view mark) {
        return text.starts_with(mark);
    });
    const std::string_view kind = text.substr(std::min<std::size_t>(8, text.size()), 4);
    const bool isOther = kind == "WEBP" || kind == "AVI "; // pictures and films
    return text.starts_with("fLaC") || (isChunked && !isOther) ? Match::Certain : Match::No;
}

Result<FileContents> SoundReader::read(const std::filesystem::path& path,
                                       const std::stop_token& stop) const
{
    SF_INFO info{};
    auto unfinished = UnfinishedWav::open(path);
    SF_VIRTUAL_IO access = UnfinishedWav::access();
    const Sound file{unfinished ? sf_open_virtual(&access, SFM_READ, &info, unfinished.get())
                                : sf_open(path.string().c_str(), SFM_READ, &info)};
    if (!file) {
        std::string reason = sf_strerror(nullptr);
        while (!reason.empty() && (reason.back() == '.' || reason.back() == '\n')) {
            reason.pop_back();
        }
        return fail(ErrorCode::FileUnreadable,
                    "the sound file is damaged or of an unknown kind: " + reason,
                    path.string(),
                    "export it again as WAV with 16, 24 or 32 bits");
    }
    if (info.channels < 1 || info.channels > kMostSoundChannels || info.samplerate < 1) {
        return fail(ErrorCode::FileUnreadable,
                    fmt::format("the sound file claims {} channels at {} Hz",
                                info.channels,
                                info.samplerate),
                    path.string(),
                    "export it again");
    }
    FileContents contents;
    contents.format = formatName(info);
    contents.rate = signal::Attributed<Hertz>{
        Hertz{static_cast<double>(info.samplerate)}, signal::Source::File, "the file's header"};
    for (int channel = 0; channel < info.channels; ++channel) {
        contents.vectors.push_back({fmt::format("channel {}", channel + 1), {}, {}, {}, {}});
        contents.vectors.back().samples.reserve(expectedFrames(info, path));
    }
    if (const char* comment = sf_get_string(file.get(), SF_STR_COMMENT)) {
        readPreamble({comment}, contents); // "rpm=1480"
    }
    if (const Status status = readChannels(file.get(), contents, stop); !status) {
        return fail(status.error());
    }
    const bool isRf64 = (info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_RF64;
    if (unfinished) {
        contents.warnings.emplace_back(
            "The header was never finished, as after a loss of power; the samples that are there "
            "were read.");
    } else if (!isRf64 && endsEarly(file.get())) {
        contents.warnings.emplace_back(
            "The file is shorter than its header says; the samples that are there were read.");
    }
    if (!isFloatingPoint(info)) {
        contents.warnings.emplace_back(
            "The scale is unknown: samples are parts of full scale (-1 to "
            "1), not g or m/s2.");
    }
    return contents;
}

} // namespace spall::io
