// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat_elements.h"

#include "core/base/platform.h"
#include "core/io/byte_source.h"
#include "core/io/mat_tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace spall::io {
namespace {

constexpr std::uint64_t kMostElements = 4'000'000;
constexpr std::uint64_t kMostDecodedBytes = 1ULL << 36U;

struct ArrayHead {
    std::uint32_t arrayClass = 0;
    bool isComplex = false;
    std::uint64_t count = 0; ///< product of the dimensions
};

bool readDimensions(Walk& walk, std::uint64_t& left, ArrayHead& head)
{
    const auto tag = readTag(walk, left);
    if (!tag) {
        return false;
    }
    if (tag->type != kInt32 || tag->bytes % 4 != 0 || tag->bytes < 8 || tag->bytes > 128) {
        return walk.refuse("an array has no proper dimensions");
    }
    const auto payload = readPayload(walk, *tag, left);
    if (!payload) {
        return false;
    }
    head.count = 1;
    for (std::size_t at = 0; at < payload->size(); at += 4) {
        const std::uint64_t extent = number(payload->data() + at, walk.isSwapped);
        if (extent > INT32_MAX || (extent > 0 && head.count > kMostDecodedBytes / extent)) {
            return walk.refuse("an array claims more values than can be");
        }
        head.count *= extent;
    }
    return true;
}

std::optional<ArrayHead> readHead(Walk& walk, std::uint64_t& left)
{
    const auto flags = readTag(walk, left);
    if (!flags) {
        return std::nullopt;
    }
    if (flags->type != kUint32 || flags->bytes != 8 || flags->isSmall) {
        walk.refuse("an array does not begin with its flags");
        return std::nullopt;
    }
    const auto payload = readPayload(walk, *flags, left);
    if (!payload) {
        return std::nullopt;
    }
    ArrayHead head;
    const std::uint32_t word = number(payload->data(), walk.isSwapped);
    head.arrayClass = word & 0xFFU;
    head.isComplex = (word & kComplexFlag) != 0;
    if (head.arrayClass == 0 || head.arrayClass > kOpaque) {
        walk.refuse(fmt::format("an array has the unknown class {}", head.arrayClass));
        return std::nullopt;
    }
    // Opaque objects have names where others have dimensions; they hold no signal and are skipped.
    if (head.arrayClass != kOpaque && !readDimensions(walk, left, head)) {
        return std::nullopt;
    }
    return head;
}

bool skipName(Walk& walk, std::uint64_t& left)
{
    const auto tag = readTag(walk, left);
    if (!tag) {
        return false;
    }
    if (tag->type != kInt8 || tag->bytes > kLongestName) {
        return walk.refuse("an array has no proper name");
    }
    return readPayload(walk, *tag, left).has_value();
}

bool checkArray(Walk& walk, std::uint64_t left, int depth);

/// The arrays inside a cell or a struct array, one behind the other.
bool checkChildren(Walk& walk, std::uint64_t& left, std::uint64_t count, int depth)
{
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto tag = readTag(walk, left);
        if (!tag) {
            return false;
        }
        if (tag->type != kMatrix) {
            return walk.refuse("a cell or a field is not an array");
        }
        if (!checkArray(walk, tag->padded(), depth + 1)) {
            return false;
        }
        left -= tag->padded();
    }
    return true;
}

bool checkStruct(Walk& walk, std::uint64_t& left, const ArrayHead& head, int depth)
{
    if (head.arrayClass == kObject && !skipName(walk, left)) {
        return false;
    }
    const auto lengthTag = readTag(walk, left);
    const auto length = lengthTag ? readPayload(walk, *lengthTag, left) : std::nullopt;
    if (!length || lengthTag->type != kInt32 || length->size() != 4) {
        return walk.refuse("a struct does not say how long its field names are");
    }
    const std::uint32_t bytesEach = number(length->data(), walk.isSwapped);
    const auto namesTag = readTag(walk, left);
    if (!namesTag) {
        return false;
    }
    if (namesTag->type != kInt8 || bytesEach == 0 || bytesEach > kLongestName ||
        namesTag->bytes % bytesEach != 0 || namesTag->bytes > 4096U * 64U) {
        return walk.refuse("a struct has no proper field names");
    }
    const auto names = readPayload(walk, *namesTag, left);
    if (!names) {
        return false;
    }
    for (std::size_t at = bytesEach; at <= names->size(); at += bytesEach) {
        if (names->at(at - 1) != '\0') {
            return walk.refuse("a field name of a struct has no end");
        }
    }
    const std::uint64_t fields = namesTag->bytes / bytesEach;
    if (fields > 0 && head.count > kMostElements / fields) {
        return walk.refuse("a struct claims more fields than can be");
    }
    return checkChildren(walk, left, head.count * fields, depth);
}

/// Real and imaginary values of a plain array: as many as the dimensions say.
bool checkValues(Walk& walk, std::uint64_t& left, const ArrayHead& head)
{
    const int parts = head.isComplex ? 2 : 1;
    for (int part = 0; part < parts; ++part) {
        const auto tag = readTag(walk, left);
        if (!tag) {
            return false;
        }
        const std::uint32_t each = bytesOfType(tag->type);
        const bool isText = head.arrayClass == kChar;
        if (each == 0 || (!isText && tag->bytes != head.count * each)) {
            return walk.refuse(
                fmt::format("an array of {} values is followed by {} bytes of type {}",
                            head.count,
                            tag->bytes,
                            tag->type));
        }
        if (isText && tag->bytes > head.count * 4) {
            return walk.refuse("a text is longer than its dimensions say");
        }
        const std::uint64_t decoded = head.count * sizeof(double);
        if (decoded > walk.decodedLeft) {
            return walk.refuse("its values need more memory than this machine has free");
        }
        walk.decodedLeft -= decoded;
        if (!walk.source.skip(tag->padded())) {
            return walk.refuse("the file ends, or the compressed data break off, inside an array");
        }
        left -= tag->padded();
    }
    return true;
}

/// Sparse arrays: the row, column and value parts only have to lie inside the array.
bool checkParts(Walk& walk, std::uint64_t& left)
{
    while (left >= 8) {
        const auto tag = readTag(walk, left);
        if (!tag) {
            return false;
        }
        if (!walk.source.skip(tag->padded())) {
            return walk.refuse("the file ends inside an array");
        }
        left -= tag->padded();
    }
    return true;
}

bool checkContent(Walk& walk, std::uint64_t& left, const ArrayHead& head, int depth)
{
    switch (head.arrayClass) {
    case kCell:
        if (head.count > kMostElements) {
            return walk.refuse("a cell array claims more cells than can be");
        }
        return checkChildren(walk, left, head.count, depth);
    case kStruct:
    case kObject:
        return checkStruct(walk, left, head, depth);
    case kSparse:
        return checkParts(walk, left);
    case kFunction:
        return checkChildren(walk, left, 1, depth);
    default:
        return checkValues(walk, left, head);
    }
}

/// One array of `left` bytes behind its tag.
bool checkArray(Walk& walk, std::uint64_t left, int depth)
{
    if (depth > kDeepestNesting) {
        return walk.refuse(fmt::format("it is nested deeper than {} levels", kDeepestNesting));
    }
    if (++walk.elements > kMostElements || walk.stop.stop_requested()) {
        return walk.refuse("it holds more elements than can be");
    }
    if (left == 0) {
        return true; // an empty cell or field may be a bare tag
    }
    const auto head = readHead(walk, left);
    if (!head) {
        return false;
    }
    if (head->arrayClass == kOpaque) {
        noteObject(walk, left);
    } else if (!skipName(walk, left) || !checkContent(walk, left, *head, depth)) {
        return false;
    }
    return walk.source.skip(left) || walk.refuse("the file ends inside an array");
}

/// One compressed element of the file: exactly one array, inflated to its checksum.
bool checkCompressed(Walk& outer, std::istream& file, std::uint32_t bytes)
{
    InflatedBytes inflated{file, bytes};
    Walk inner{.source = inflated,
               .isSwapped = outer.isSwapped,
               .stop = outer.stop,
               .elements = outer.elements,
               .decodedLeft = outer.decodedLeft};
    std::uint64_t left = kMostDecodedBytes;
    const auto tag = readTag(inner, left);
    bool isSound = tag &&
                   (tag->type == kMatrix || inner.refuse("a compressed part holds no array")) &&
                   checkArray(inner, tag->padded(), 0);
    if (isSound && !inflated.endsHere()) {
        isSound = inner.refuse("the checksum of a compressed part is wrong");
    }
    outer.elements = inner.elements;
    outer.objects.insert(outer.objects.end(), inner.objects.begin(), inner.objects.end());
    outer.decodedLeft = inner.decodedLeft;
    return isSound || outer.refuse(inner.problem);
}

/// Values may take half of the free memory: the library holds a second copy for a moment.
std::uint64_t decodedLimit()
{
    const long long available = availableMemory();
    return available > 0 ? static_cast<std::uint64_t>(available) / 2 : kMostDecodedBytes;
}

} // namespace

Result<MatCheck> checkLevel5(std::istream& file,
                             std::uint64_t size,
                             const std::string& where,
                             const std::stop_token& stop)
{
    std::array<char, 128> header{};
    file.seekg(0);
    file.read(header.data(), header.size());
    FileBytes source{file, size - header.size()};
    const bool isWrittenLittle = header[126] == 'I';
    Walk walk{.source = source,
              .isSwapped = isWrittenLittle != (std::endian::native == std::endian::little),
              .stop = stop,
              .decodedLeft = decodedLimit()};
    MatCheck found;
    int index = 0;
    std::uint64_t at = header.size();
    while (at < size && walk.problem.empty()) {
        if (++index > 1 && holdsOnlyZeros(file, at)) {
            found.endsInZeros = true;
            break;
        }
        std::uint64_t left = size - at;
        const auto tag = readTag(walk, left);
        if (tag && tag->type == kCompressed && !tag->isSmall) {
            found.container = MatContainer::Level5Compressed;
            checkCompressed(walk, file, tag->bytes);
            at += 8ULL + tag->bytes;
        } else if (tag && tag->type == kMatrix) {
            checkArray(walk, tag->padded(), 0);
            at += 8ULL + tag->padded();
        } else if (tag) {
            walk.refuse(fmt::format("an element has the unknown type {}", tag->type));
        }
        file.clear();
        file.seekg(static_cast<std::streamoff>(at));
        source.restart(size - std::min(at, size));
    }
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "reading was stopped", where);
    }
    if (!walk.problem.empty()) {
        return fail(ErrorCode::FileUnreadable,
                    fmt::format("the MAT file is damaged at element {}: {}", index, walk.problem),
                    where,
                    "copy or export the file again");
    }
    found.objects = std::move(walk.objects);
    return found;
}

} // namespace spall::io
