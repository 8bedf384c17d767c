// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <span>

namespace spall::io {

/// Bytes in order, from a file or inflated from a part of one, with memory that does not depend on
/// what the bytes claim.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    /// Fills `into` completely; false when the bytes end or are damaged.
    [[nodiscard]] virtual bool read(std::span<char> into) = 0;

    /// Passes over `count` bytes; false when there are fewer.
    [[nodiscard]] virtual bool skip(std::uint64_t count) = 0;
};

/// The next `limit` bytes of a file.
class FileBytes : public ByteSource {
public:
    FileBytes(std::istream& file, std::uint64_t limit);
    [[nodiscard]] bool read(std::span<char> into) override;
    [[nodiscard]] bool skip(std::uint64_t count) override;
    /// From here on the next `limit` bytes of wherever the file stands.
    void restart(std::uint64_t limit) { m_left = limit; }

private:
    std::istream& m_file;
    std::uint64_t m_left;
};

/// What surrounds deflated bytes: zlib's header and checksum, or nothing (ZIP).
enum class Wrapping { Zlib, None };

/// The next `compressed` bytes of a file, inflated as they are asked for.
class InflatedBytes : public ByteSource {
public:
    InflatedBytes(std::istream& file, std::uint64_t compressed, Wrapping wrapping = Wrapping::Zlib);
    ~InflatedBytes() override;
    InflatedBytes(const InflatedBytes&) = delete;
    InflatedBytes& operator=(const InflatedBytes&) = delete;

    [[nodiscard]] bool read(std::span<char> into) override;
    [[nodiscard]] bool skip(std::uint64_t count) override;

    /// True when nothing but the end of the stream follows, and its checksum, if any, is right.
    [[nodiscard]] bool endsHere();

private:
    struct Stream;
    [[nodiscard]] std::size_t inflateInto(std::span<char> into);

    std::unique_ptr<Stream> m_stream;
    std::istream& m_file;
    std::uint64_t m_left;
};

/// True when nothing but zeros follows: what is left of a copy or a download that broke off.
[[nodiscard]] bool holdsOnlyZeros(std::istream& file, std::uint64_t from);

} // namespace spall::io
