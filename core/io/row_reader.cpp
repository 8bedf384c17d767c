// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/row_reader.h"

#include <algorithm>

namespace spall::io {
namespace {

constexpr std::size_t kBlockBytes = 256UL * 1024UL;
constexpr std::size_t kWidestRow = 1UL << 24U; ///< wider ones are lies

void take(const RowTable& table, const std::vector<char>& block, std::size_t rows)
{
    for (const RowField& field : table.fields) {
        std::vector<double>& values = *field.into;
        const std::size_t before = values.size();
        values.resize(before + rows);
        decodeNumbers(block.data() + field.offset,
                      table.rowBytes,
                      field.number,
                      std::span{values}.subspan(before));
    }
}

} // namespace

std::uint64_t RowReader::read(ByteSource& source, const RowTable& table)
{
    if (table.rowBytes == 0 || table.rowBytes > kWidestRow || table.fields.empty()) {
        return 0;
    }
    const std::size_t most = std::max<std::size_t>(1, kBlockBytes / table.rowBytes);
    std::uint64_t done = 0;
    while (done < table.rows && !isStopped()) {
        const auto rows =
            static_cast<std::size_t>(std::min<std::uint64_t>(most, table.rows - done));
        if (m_block.size() < rows * table.rowBytes) {
            m_block.resize(rows * table.rowBytes);
        }
        if (!source.read(std::span{m_block}.first(rows * table.rowBytes))) {
            return done;
        }
        take(table, m_block, rows);
        done += rows;
    }
    return done;
}

} // namespace spall::io
