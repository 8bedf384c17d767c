// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers.h"

#include "core/io/foreign_kinds.h"
#include "core/io/hdf5_reader.h"
#include "core/io/lvm_reader.h"
#include "core/io/mat_reader.h"
#include "core/io/npy_reader.h"
#include "core/io/sound_reader.h"
#include "core/io/tdms_reader.h"
#include "core/io/text_reader.h"
#include "core/io/uff_reader.h"

#include <array>

namespace spall::io {

std::span<const Reader* const> allReaders()
{
    static const Hdf5Reader hdf5;
    static const NpyReader npy;
    static const TdmsReader tdms;
    static const LvmReader lvm;
    static const UffReader uff;
    static const SoundReader sound;
    static const MatReader mat;
    static const TextReader text;
    static const std::array<const Reader*, 8> readers{
        &hdf5, &npy, &tdms, &lvm, &uff, &sound, &mat, &text};
    return readers;
}

Result<const Reader*> readerFor(std::span<const std::byte> head, const std::filesystem::path& path)
{
    if (head.empty()) {
        return fail(ErrorCode::UnknownFormat,
                    "the file is empty",
                    path.string(),
                    "copy or export it again");
    }
    const Reader* possible = nullptr;
    for (const Reader* reader : allReaders()) {
        const Match match = reader->probe(head, path);
        if (match == Match::Certain) {
            return reader;
        }
        if (match == Match::Possible && possible == nullptr) {
            possible = reader;
        }
    }
    if (std::optional<Error> foreign = foreignKindOf(head)) {
        foreign->where = path.string();
        return fail(std::move(*foreign));
    }
    if (possible != nullptr) {
        return possible;
    }
    return fail(ErrorCode::UnknownFormat,
                "no reader knows this kind of file",
                path.string(),
                "export it as MAT, CSV, WAV or FLAC, or state the type of its samples, as in "
                "FILE::f32le");
}

} // namespace spall::io
