// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/kernels/lstm_kernels.h"

#include "core/nn/kernels/row_block.h"

namespace spall::nn::kernels {
namespace {

constexpr std::int64_t kGates = 4;

using Values = std::vector<float>;

std::int64_t wholeLanes(std::int64_t units)
{
    return (units + kLanes - 1) / kLanes * kLanes;
}

/// The recurrent weight as [units, 4·whole units], each gate starting at a whole vector.
Padded byUnit(const LstmSize& size, const float* weight)
{
    const std::int64_t whole = wholeLanes(size.units);
    Padded matrix{size.units, kGates * whole};
    for (std::int64_t gate = 0; gate < kGates; ++gate) {
        for (std::int64_t to = 0; to < size.units; ++to) {
            for (std::int64_t from = 0; from < size.units; ++from) {
                matrix.row(from)[gate * whole + to] =
                    weight[(gate * size.units + to) * size.units + from];
            }
        }
    }
    return matrix;
}

std::int64_t timeOf(const LstmSize& size, std::int64_t step)
{
    return size.order == TimeOrder::Forward ? step : size.steps - 1 - step;
}

/// Gates of one window at one step: input, forget, candidate, output and cell, `whole` apart.
struct Gates {
    Lanes input;
    Lanes forget;
    Lanes candidate;
    Lanes output;
};

SPALL_INLINE Gates loadGates(const float* from, std::int64_t whole)
{
    return {load(from), load(from + whole), load(from + 2 * whole), load(from + 3 * whole)};
}

SPALL_INLINE void storeGates(const Gates& gates, float* to, std::int64_t whole)
{
    store(to, gates.input);
    store(to + whole, gates.forget);
    store(to + 2 * whole, gates.candidate);
    store(to + 3 * whole, gates.output);
}

/// Rows between the packed gates of a trace and ones that start at whole vectors.
SPALL_INLINE void spread(const float* from, std::int64_t units, std::int64_t whole, float* to)
{
    for (std::int64_t gate = 0; gate < kGates; ++gate) {
        std::copy_n(from + gate * units, units, to + gate * whole);
    }
}

SPALL_INLINE void pack(const float* from, std::int64_t units, std::int64_t whole, float* to)
{
    for (std::int64_t gate = 0; gate < kGates; ++gate) {
        std::copy_n(from + gate * whole, units, to + gate * units);
    }
}

} // namespace

SPALL_WIDE void
lstmForward(const LstmSize& size, const float* weight, const LstmTrace& trace, std::int64_t first)
{
    const std::int64_t units = size.units;
    const std::int64_t whole = wholeLanes(units);
    const std::int64_t rows = std::min(kRows, size.batch - first);
    const Padded matrix = byUnit(size, weight);
    Values recurrent(static_cast<std::size_t>(kRows * matrix.pitch()));
    Values hidden(static_cast<std::size_t>(whole * kRows)); // [units, 8]
    Values cells(static_cast<std::size_t>(kRows * whole));
    Values own(static_cast<std::size_t>(kGates * whole));
    Values output(static_cast<std::size_t>(whole));
    for (std::int64_t step = 0; step < size.steps; ++step) {
        multiply<false>(hidden.data(), matrix, recurrent.data());
        for (std::int64_t r = 0; r < rows; ++r) {
            const std::int64_t row = timeOf(size, step) * size.batch + first + r;
            spread(trace.gates + row * kGates * units, units, whole, own.data());
            const float* before = recurrent.data() + r * matrix.pitch();
            float* cell = cells.data() + r * whole;
            for (std::int64_t u = 0; u < whole; u += kLanes) {
                const Gates in = loadGates(own.data() + u, whole);
                const Gates fed = loadGates(before + u, whole);
                const Gates gates{sigmoid(in.input + fed.input),
                                  sigmoid(in.forget + fed.forget),
                                  hyperbolicTangent(in.candidate + fed.candidate),
                                  sigmoid(in.output + fed.output)};
                const Lanes kept = gates.forget * load(cell + u) + gates.input * gates.candidate;
                store(cell + u, kept);
                store(output.data() + u, gates.output * hyperbolicTangent(kept));
                storeGates(gates, own.data() + u, whole);
            }
            pack(own.data(), units, whole, trace.gates + row * kGates * units);
            std::copy_n(cell, units, trace.cells + row * units);
            std::copy_n(output.data(), units, trace.hidden + row * units);
            for (std::int64_t u = 0; u < units; ++u) {
                hidden[static_cast<std::size_t>(u * kRows + r)] =
                    output[static_cast<std::size_t>(u)];
            }
        }
    }
}

SPALL_WIDE void lstmBackward(const LstmSize& size,
                             const float* weight,
                             const LstmTrace& trace,
                             const float* gradient,
                             float* gateGradients,
                             std::int64_t first)
{
    const std::int64_t units = size.units;
    const std::int64_t whole = wholeLanes(units);
    const std::int64_t rows = std::min(kRows, size.batch - first);
    const Padded matrix{weight, kGates * units, units};
    Values fromLater(static_cast<std::size_t>(kRows * matrix.pitch()));
    Values cellGradients(static_cast<std::size_t>(kRows * whole));
    Values slopes(static_cast<std::size_t>(kGates * units * kRows)); // [4·units, 8]
    Values own(static_cast<std::size_t>(kGates * whole));
    Values cell(static_cast<std::size_t>(whole));
    Values before(static_cast<std::size_t>(whole));
    Values given(static_cast<std::size_t>(whole));
    for (std::int64_t step = size.steps - 1; step >= 0; --step) {
        for (std::int64_t r = 0; r < rows; ++r) {
            const std::int64_t row = timeOf(size, step) * size.batch + first + r;
            spread(trace.gates + row * kGates * units, units, whole, own.data());
            std::copy_n(trace.cells + row * units, units, cell.data());
            std::copy_n(gradient + row * units, units, given.data());
            if (step > 0) {
                const std::int64_t earlier = timeOf(size, step - 1) * size.batch + first + r;
                std::copy_n(trace.cells + earlier * units, units, before.data());
            } else {
                std::fill(before.begin(), before.end(), 0.0F);
            }
            float* cellGradient = cellGradients.data() + r * whole;
            const float* later = fromLater.data() + r * matrix.pitch();
            for (std::int64_t u = 0; u < whole; u += kLanes) {
                const Gates gates = loadGates(own.data() + u, whole);
                const Lanes bent = hyperbolicTangent(load(cell.data() + u));
                const Lanes hidden = load(given.data() + u) + load(later + u);
                const Lanes slope =
                    load(cellGradient + u) + hidden * gates.output * (1.0F - bent * bent);
                store(cellGradient + u, slope * gates.forget);
                storeGates({slope * gates.candidate * gates.input * (1.0F - gates.input),
                            slope * load(before.data() + u) * gates.forget * (1.0F - gates.forget),
                            slope * gates.input * (1.0F - gates.candidate * gates.candidate),
                            hidden * bent * gates.output * (1.0F - gates.output)},
                           own.data() + u,
                           whole);
            }
            float* to = gateGradients + row * kGates * units;
            pack(own.data(), units, whole, to);
            for (std::int64_t k = 0; k < kGates * units; ++k) {
                slopes[static_cast<std::size_t>(k * kRows + r)] = to[k];
            }
        }
        multiply<false>(slopes.data(), matrix, fromLater.data());
    }
}

} // namespace spall::nn::kernels
