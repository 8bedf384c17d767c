// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sndfile.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>

namespace spall::io {

/// A WAV file whose logger lost its power before it wrote how long the samples are: the header says
/// 0. Gives libsndfile the bytes of the file with the length that is there in its place.
class UnfinishedWav {
public:
    /// Nothing for every other file.
    [[nodiscard]] static std::unique_ptr<UnfinishedWav> open(const std::filesystem::path& path);

    /// The functions that libsndfile calls; an object of this class is their user data.
    [[nodiscard]] static SF_VIRTUAL_IO access();

private:
    UnfinishedWav(std::ifstream file, std::uint64_t size, std::uint64_t lengthAt);

    sf_count_t read(void* into, sf_count_t count);
    sf_count_t seek(sf_count_t offset, int whence);

    std::ifstream m_file;
    std::uint64_t m_size;
    std::uint64_t m_lengthAt;       ///< where the length of the samples stands
    std::array<char, 4> m_length{}; ///< what should stand there
    std::uint64_t m_at = 0;
};

} // namespace spall::io
