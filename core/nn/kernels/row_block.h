// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/kernels/lanes.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

// Matrix products between a block of eight rows and a long matrix with few rows.
namespace spall::nn::kernels {

inline constexpr std::int64_t kRows = 8;

/// Length of a padded row: a multiple of two vectors, and no multiple of 4 kB, at which the rows of
/// a matrix would push each other out of the cache.
[[nodiscard]] inline std::int64_t paddedRow(std::int64_t length)
{
    return (length + 2 * kLanes - 1) / (2 * kLanes) * (2 * kLanes) + 2 * kLanes;
}

/// A matrix [rows, length] of its own with padded rows, zero beyond their length.
class Padded {
public:
    Padded(std::int64_t rows, std::int64_t length)
        : m_rows{rows},
          m_length{length},
          m_pitch{paddedRow(length)},
          m_values(static_cast<std::size_t>(rows * m_pitch), 0.0F)
    {
    }
    Padded(const float* from, std::int64_t rows, std::int64_t length) : Padded{rows, length}
    {
        for (std::int64_t r = 0; r < rows; ++r) {
            std::copy_n(from + r * length, length, row(r));
        }
    }
    void copyTo(float* to) const
    {
        for (std::int64_t r = 0; r < m_rows; ++r) {
            std::copy_n(row(r), m_length, to + r * m_length);
        }
    }

    [[nodiscard]] float* row(std::int64_t r) { return m_values.data() + r * m_pitch; }
    [[nodiscard]] const float* row(std::int64_t r) const { return m_values.data() + r * m_pitch; }
    [[nodiscard]] std::int64_t rows() const { return m_rows; }
    [[nodiscard]] std::int64_t length() const { return m_length; }
    [[nodiscard]] std::int64_t pitch() const { return m_pitch; }

private:
    std::int64_t m_rows;
    std::int64_t m_length;
    std::int64_t m_pitch;
    std::vector<float> m_values;
};

/// out[r][j] (+)= sum over k of rows[k][r] · matrix[k][j], for eight r and all j of the pitch.
/// `rows` [matrix.rows, 8]; `out` [8, pitch].
template <bool Adds> SPALL_INLINE void multiply(const float* rows, const Padded& matrix, float* out)
{
    const std::int64_t pitch = matrix.pitch();
    const std::int64_t depth = matrix.rows();
    for (std::int64_t j = 0; j < pitch; j += kLanes) {
        Lanes sums[kRows];
        for (std::int64_t r = 0; r < kRows; ++r) {
            sums[r] = Adds ? load(out + r * pitch + j) : Lanes{};
        }
        const float* column = matrix.row(0) + j;
        for (std::int64_t k = 0; k < depth; ++k, column += pitch) {
            const Lanes values = load(column);
            for (std::int64_t r = 0; r < kRows; ++r) {
                sums[r] += rows[k * kRows + r] * values;
            }
        }
        for (std::int64_t r = 0; r < kRows; ++r) {
            store(out + r * pitch + j, sums[r]);
        }
    }
}

/// out[k][r] (+)= sum over j of rows[r][j] · matrix[k][j]. `rows` [8, pitch]; `out` [matrix.rows,
/// 8].
template <bool Adds> SPALL_INLINE void contract(const float* rows, const Padded& matrix, float* out)
{
    const std::int64_t pitch = matrix.pitch();
    for (std::int64_t k = 0; k < matrix.rows(); ++k) {
        Lanes sums[kRows] = {};
        const float* values = matrix.row(k);
        for (std::int64_t j = 0; j < pitch; j += kLanes) {
            const Lanes value = load(values + j);
            for (std::int64_t r = 0; r < kRows; ++r) {
                sums[r] += load(rows + r * pitch + j) * value;
            }
        }
        for (std::int64_t r = 0; r < kRows; ++r) {
            float& to = out[k * kRows + r];
            to = Adds ? to + sum(sums[r]) : sum(sums[r]);
        }
    }
}

/// matrix[k][j] += sum over r of columns[k][r] · rows[r][j]. `columns` [matrix.rows, 8]; `rows`
/// [8, pitch].
SPALL_INLINE void addOuter(const float* columns, const float* rows, Padded& matrix)
{
    const std::int64_t pitch = matrix.pitch();
    // A stretch of the rows stays in the nearest cache while all k pass over it.
    constexpr std::int64_t kStretch = 256;
    for (std::int64_t first = 0; first < pitch; first += kStretch) {
        const std::int64_t last = std::min(first + kStretch, pitch);
        for (std::int64_t k = 0; k < matrix.rows(); ++k) {
            Lanes weights[kRows];
            for (std::int64_t r = 0; r < kRows; ++r) {
                weights[r] = Lanes{} + columns[k * kRows + r];
            }
            float* to = matrix.row(k);
            for (std::int64_t j = first; j < last; j += kLanes) {
                Lanes value = load(to + j);
                for (std::int64_t r = 0; r < kRows; ++r) {
                    value += weights[r] * load(rows + r * pitch + j);
                }
                store(to + j, value);
            }
        }
    }
}

} // namespace spall::nn::kernels
