// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy_array.h"

#include "core/io/row_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>

namespace spall::io {
namespace {

/// How the numbers of an array become channels.
struct Plan {
    std::uint64_t length = 0;   ///< samples in a channel
    std::uint64_t channels = 1; ///< of each field
    bool isInterleaved = false;
};

/// Product of the extents; nothing when it cannot be counted.
std::optional<std::uint64_t> countOf(const std::vector<std::uint64_t>& shape)
{
    std::uint64_t count = 1;
    for (const std::uint64_t extent : shape) {
        if (extent != 0 && count > (std::numeric_limits<std::uint64_t>::max() >> 4U) / extent) {
            return std::nullopt;
        }
        count *= extent;
    }
    return count;
}

/// The short side of a matrix are the channels; nothing for wider ones and for more dimensions.
std::optional<Plan> planOf(const NpyHeader& header)
{
    std::vector<std::uint64_t> shape = header.shape;
    std::erase(shape, 1ULL);
    if (shape.size() < 2) {
        return Plan{shape.empty() ? 1 : shape.front(), 1, false};
    }
    const std::uint64_t channels = std::min(shape[0], shape[1]);
    if (shape.size() > 2 || !areChannels(channels, std::max(shape[0], shape[1]))) {
        return std::nullopt;
    }
    const bool isTall = shape[0] >= shape[1];
    return Plan{std::max(shape[0], shape[1]), channels, isTall != header.isColumnMajor};
}

std::size_t recordBytes(const NpyHeader& header)
{
    std::size_t bytes = 0;
    for (const NpyField& field : header.fields) {
        bytes += field.bytes;
    }
    return bytes;
}

std::string channelName(const std::string& array,
                        const NpyField& field,
                        const Plan& plan,
                        std::uint64_t channel)
{
    const std::string dot = array.empty() || field.name.empty() ? "" : ".";
    const std::string owner = array + dot + field.name;
    if (plan.channels == 1) {
        return owner.empty() ? "signal" : owner;
    }
    return owner.empty() ? fmt::format("column {}", channel + 1)
                         : fmt::format("{}(:,{})", owner, channel + 1);
}

/// The tables to read one behind the other, with vectors for what they give.
struct Target {
    std::vector<FoundVector> vectors;
    std::vector<RowTable> tables;
};

Target targetOf(const NpyHeader& header, const Plan& plan, const std::string& name)
{
    Target target;
    const auto numbers = static_cast<std::uint64_t>(
        std::count_if(header.fields.begin(), header.fields.end(), [](const NpyField& field) {
            return field.number.has_value();
        }));
    target.vectors.reserve(static_cast<std::size_t>(numbers * plan.channels));
    const std::size_t bytes = recordBytes(header);
    const std::size_t tables = plan.isInterleaved ? 1 : static_cast<std::size_t>(plan.channels);
    const std::size_t beside = plan.isInterleaved ? static_cast<std::size_t>(plan.channels) : 1;
    for (std::size_t t = 0; t < tables; ++t) {
        RowTable table{bytes * beside, plan.length, {}};
        std::size_t offset = 0;
        for (std::size_t b = 0; b < beside; ++b) {
            for (const NpyField& field : header.fields) {
                if (field.number) {
                    target.vectors.push_back(
                        {channelName(name, field, plan, t + b), {}, {}, {}, {}});
                    table.fields.push_back({*field.number, offset, &target.vectors.back().samples});
                }
                offset += field.bytes;
            }
        }
        target.tables.push_back(std::move(table));
    }
    return target;
}

void keep(Target target, FileContents& contents)
{
    for (FoundVector& vector : target.vectors) {
        if (vector.samples.size() == 1) {
            contents.scalars.push_back({vector.name, vector.samples.front()});
        } else {
            contents.vectors.push_back(std::move(vector));
        }
    }
}

} // namespace

Status readNpyArray(ByteSource& source,
                    std::uint64_t bytesThere,
                    const std::string& name,
                    const std::stop_token& stop,
                    FileContents& contents)
{
    const auto header = readNpyHeader(source);
    if (!header) {
        return fail(ErrorCode::FileUnreadable,
                    "the header of the NumPy array cannot be understood",
                    {},
                    "save it again with numpy.save");
    }
    const auto count = countOf(header->shape);
    const std::optional<Plan> plan = planOf(*header);
    const std::size_t bytes = recordBytes(*header);
    const bool hasNumbers = std::any_of(header->fields.begin(),
                                        header->fields.end(),
                                        [](const NpyField& f) { return f.number.has_value(); });
    if (count && *count == 0) {
        return {};
    }
    if (!hasNumbers || !plan) {
        const std::string array = name.empty() ? "array" : name;
        contents.leftOut.push_back(
            hasNumbers ? fmt::format("{} ({})", array, fmt::join(header->shape, " x "))
                       : fmt::format("{} ({})", array, header->fields.front().kind));
        return {};
    }
    if (!count || *count > bytesThere / bytes) {
        return fail(
            ErrorCode::FileUnreadable,
            fmt::format("the NumPy array claims {} values, which is more than the file holds",
                        fmt::join(header->shape, " x ")),
            {},
            "copy or save the file again");
    }
    Target target = targetOf(*header, *plan, name);
    RowReader reader{stop};
    for (FoundVector& vector : target.vectors) {
        vector.samples.reserve(static_cast<std::size_t>(plan->length));
    }
    for (const RowTable& table : target.tables) {
        if (reader.read(source, table) != table.rows) {
            return reader.isStopped()
                       ? fail(ErrorCode::Cancelled, "reading was stopped")
                       : fail(ErrorCode::FileUnreadable,
                              "the NumPy array ends early or its compressed data are damaged",
                              {},
                              "copy or save the file again");
        }
    }
    keep(std::move(target), contents);
    return {};
}

} // namespace spall::io
