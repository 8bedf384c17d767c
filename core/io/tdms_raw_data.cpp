// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tdms_raw_data.h"

#include <algorithm>
#include <optional>

namespace spall::io {
namespace {

/// A table for each buffer, with the first number of every channel; unset when one lies outside.
std::optional<std::vector<RowTable>> daqmxTables(std::span<TdmsChannel* const> active)
{
    const TdmsIndex& first = active.front()->index;
    std::vector<RowTable> tables;
    for (const std::size_t width : first.widths) {
        tables.push_back({width, first.count, {}});
    }
    for (TdmsChannel* channel : active) {
        for (const TdmsPlace& place : channel->index.places) {
            const bool isInside =
                place.buffer < tables.size() &&
                place.offset + place.number.bytes <= tables[place.buffer].rowBytes;
            if (!isInside) {
                return std::nullopt;
            }
            if (&place == &channel->index.places.front()) {
                tables[place.buffer].fields.push_back(
                    {place.number, place.offset, &channel->samples});
            }
        }
    }
    return tables;
}

} // namespace

void reserveFor(std::span<TdmsChannel* const> active, std::uint64_t bytes)
{
    double chunk = 0.0;
    for (const TdmsChannel* channel : active) {
        chunk += static_cast<double>(channel->index.bytes);
    }
    for (TdmsChannel* channel : active) {
        if (!channel->index.number || !channel->samples.empty() || chunk <= 0.0) {
            continue;
        }
        const double share = static_cast<double>(channel->index.bytes) / chunk;
        const double most =
            share * static_cast<double>(bytes) / static_cast<double>(channel->index.number->bytes);
        channel->samples.reserve(static_cast<std::size_t>(most) + 1);
    }
}

bool TdmsRawData::readContiguous(std::span<TdmsChannel* const> active)
{
    if (active.size() == 1 && active.front()->index.number) {
        return readValues(*active.front(), m_left / active.front()->index.number->bytes);
    }
    while (m_left > 0 && !m_rows.isStopped()) {
        const std::uint64_t before = m_left;
        for (TdmsChannel* channel : active) {
            if (!readOfChunk(*channel)) {
                return m_rows.isStopped();
            }
        }
        if (m_left == before) {
            return false; // nothing in a chunk: no end would come
        }
    }
    return true;
}

bool TdmsRawData::readOfChunk(TdmsChannel& channel)
{
    const TdmsIndex& index = channel.index;
    if (!index.number) {
        const std::uint64_t skipped = std::min(index.bytes, m_left);
        m_left -= skipped;
        return m_source.skip(skipped);
    }
    const std::uint64_t count = std::min<std::uint64_t>(index.count, m_left / index.number->bytes);
    m_left = count < index.count ? 0 : m_left - count * index.number->bytes;
    return readValues(channel, count);
}

bool TdmsRawData::readValues(TdmsChannel& channel, std::uint64_t count)
{
    const NumberFormat& number = *channel.index.number;
    return m_rows.read(m_source, {number.bytes, count, {{number, 0, &channel.samples}}}) == count;
}

bool TdmsRawData::readInterleaved(std::span<TdmsChannel* const> active)
{
    RowTable table;
    for (TdmsChannel* channel : active) {
        if (!channel->index.number) {
            return false;
        }
        table.fields.push_back({*channel->index.number, table.rowBytes, &channel->samples});
        table.rowBytes += channel->index.number->bytes;
    }
    table.rows = m_left / table.rowBytes;
    return m_rows.read(m_source, table) == table.rows || m_rows.isStopped();
}

bool TdmsRawData::readDaqmx(std::span<TdmsChannel* const> active)
{
    auto tables = daqmxTables(active);
    if (!tables) {
        return false;
    }
    if (tables->size() == 1) {
        RowTable& only = tables->front();
        only.rows = only.rowBytes == 0 ? 0 : m_left / only.rowBytes;
    }
    std::uint64_t chunk = 0;
    for (const RowTable& table : *tables) {
        chunk += table.rows * table.rowBytes;
    }
    for (; chunk > 0 && m_left >= chunk && !m_rows.isStopped(); m_left -= chunk) {
        if (!readTables(*tables)) {
            return m_rows.isStopped();
        }
    }
    return true;
}

bool TdmsRawData::readTables(const std::vector<RowTable>& tables)
{
    return std::all_of(tables.begin(), tables.end(), [this](const RowTable& table) {
        return table.fields.empty() ? m_source.skip(table.rows * table.rowBytes)
                                    : m_rows.read(m_source, table) == table.rows;
    });
}

} // namespace spall::io
