// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/foreign_kinds.h"

#include "core/io/extension.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace spall::io {
namespace {

using namespace std::string_view_literals;

/// A kind of file by its first bytes.
struct Foreign {
    std::size_t at = 0; ///< where the mark stands
    std::string_view mark;
    std::string_view what;
    std::string_view hint;
};

constexpr std::string_view kUnpack = "unpack it and open the files in it";
constexpr std::string_view kSheet = "save the sheet as CSV";
constexpr std::string_view kTable = "save its columns as CSV, MAT or NPY";
constexpr std::string_view kRecorder =
    "export it as MAT, CSV or WAV from the program that wrote it";
constexpr std::string_view kSound = "save the sound as WAV or FLAC";
constexpr std::string_view kRecording = "choose the recording itself";
constexpr std::string_view kAgain =
    "download the recording again, signed in where that is asked for";

/// The narrower mark before the wider one.
constexpr std::array kForeign{
    Foreign{0, "\x1F\x8B"sv, "this is a gzip archive", kUnpack},
    Foreign{0, "7z\xBC\xAF\x27\x1C"sv, "this is a 7-Zip archive", kUnpack},
    Foreign{0, "Rar!\x1A\x07"sv, "this is a RAR archive", kUnpack},
    Foreign{4, "1AY&SY"sv, "this is a bzip2 archive", kUnpack},
    Foreign{0, "\xFD\x37zXZ"sv, "this is an XZ archive", kUnpack},
    Foreign{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "this is an old Excel or Office file", kSheet},
    Foreign{0, "PAR1\0"sv, "this is a Parquet table", kTable},
    Foreign{0, "PAR1\x15"sv, "this is a Parquet table", kTable},
    Foreign{0, "SQLite format 3"sv, "this is an SQLite database", kTable},
    Foreign{0, "MDF     "sv, "this is a measurement file of ASAM (MDF)", kRecorder},
    Foreign{0,
            "TDSh"sv,
            "this is the index of a TDMS file, without its samples",
            "open the .tdms file beside it"},
    Foreign{0,
            "\x80\x04\x95"sv,
            "this is a pickle of Python, which only Python may open",
            "save it with numpy.save or as CSV"},
    Foreign{0,
            "\x80\x05\x95"sv,
            "this is a pickle of Python, which only Python may open",
            "save it with numpy.save or as CSV"},
    Foreign{
        0, "SPALLARC"sv, "this is a model or a checkpoint of Spall, not a recording", kRecording},
    Foreign{0, "%PDF-"sv, "this is a PDF document", kRecording},
    Foreign{0, "\xFF\xD8\xFF"sv, "this is a JPEG picture", kRecording},
    Foreign{0, "\x89PNG\r\n"sv, "this is a PNG picture", kRecording},
    Foreign{8, "WEBP"sv, "this is a WebP picture", kRecording},
    Foreign{8, "AVI "sv, "this is an AVI film", kRecording},
    Foreign{
        0, "ID3\x03"sv, "this is an MP3 sound, which has lost what bearings are told by", kSound},
    Foreign{
        0, "ID3\x04"sv, "this is an MP3 sound, which has lost what bearings are told by", kSound},
    Foreign{
        0, "OggS\0"sv, "this is an Ogg sound, which has lost what bearings are told by", kSound},
    Foreign{0, ".snd\0"sv, "this is an AU sound", kSound},
    Foreign{0,
            "version https://git-lfs"sv,
            "this is a pointer of Git LFS, not the file it stands for",
            "fetch the file: git lfs pull"},
};

/// Marks that may stand behind blanks, in any case.
constexpr std::array kForeignTexts{
    Foreign{0, "<!doctype html"sv, "this is a web page, not the file that was asked for", kAgain},
    Foreign{0, "<html"sv, "this is a web page, not the file that was asked for", kAgain},
    Foreign{0, "<?xml"sv, "this is an XML file", "export the signal as columns of numbers"},
    Foreign{0, "{\""sv, "this is a JSON file", "export the signal as columns of numbers"},
    Foreign{0, "{\n"sv, "this is a JSON file", "export the signal as columns of numbers"},
    Foreign{0, "{\r\n"sv, "this is a JSON file", "export the signal as columns of numbers"},
    Foreign{0, "[{"sv, "this is a JSON file", "export the signal as columns of numbers"},
};

Error errorOf(std::string_view what, std::string_view hint)
{
    return {ErrorCode::UnknownFormat, std::string{what}, {}, std::string{hint}};
}

/// ZIP holds Office's newer files, too.
Error zipOf(std::string_view text)
{
    const bool isSheet = text.find("xl/") != std::string_view::npos ||
                         text.find("[Content_Types].xml") != std::string_view::npos;
    return isSheet ? errorOf("this is an Excel or Office file", kSheet)
                   : errorOf("this is a ZIP archive", kUnpack);
}

/// EDF begins as a text of numbers may, but has no line ends in its header of 256 bytes.
bool isEdf(std::string_view text)
{
    return text.size() >= 256 && text.starts_with("0       ") && text[170] == '.' &&
           text[173] == '.' && text.substr(0, 256).find('\n') == std::string_view::npos;
}

} // namespace

std::optional<Error> foreignKindOf(std::span<const std::byte> head)
{
    const std::string_view text{reinterpret_cast<const char*>(head.data()), head.size()};
    for (const Foreign& kind : kForeign) {
        if (text.size() > kind.at && text.substr(kind.at).starts_with(kind.mark)) {
            return errorOf(kind.what, kind.hint);
        }
    }
    if (isEdf(text)) {
        return errorOf("this is a European data format file (EDF)", kRecorder);
    }
    if (text.starts_with("PK\3\4")) {
        return zipOf(text);
    }
    const std::size_t start = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const std::string low = lowered(text.substr(std::min(start, text.size()), 32));
    for (const Foreign& kind : kForeignTexts) {
        if (low.starts_with(kind.mark)) {
            return errorOf(kind.what, kind.hint);
        }
    }
    const bool areZeros =
        std::all_of(head.begin(), head.end(), [](std::byte b) { return b == std::byte{0}; });
    if (areZeros && !head.empty()) {
        return errorOf("the file holds nothing but zeros where its header should be",
                       "a copy or a download broke off: copy it again");
    }
    return std::nullopt;
}

} // namespace spall::io
