// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/resample.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace spall::signal {
namespace {

constexpr std::int64_t kLargestTerm = 10'000;
constexpr double kClockTolerance = 1e-5;
constexpr double kKaiserBeta = 5.0;
constexpr std::int64_t kHalfLengthPerTerm = 10;

struct Ratio {
    std::int64_t up = 1;
    std::int64_t down = 1;
};

/// The simplest fraction that meets the ratio, or the nearest one if none does.
std::optional<Ratio> findRatio(Hertz from, Hertz to)
{
    const double ratio = to.value / from.value;
    std::optional<Ratio> best;
    double bestError = kClockTolerance;
    for (std::int64_t down = 1; down <= kLargestTerm && bestError > 1e-12; ++down) {
        const double exact = ratio * static_cast<double>(down);
        const auto up = std::llround(std::min(exact, 2.0 * kLargestTerm));
        const double error = std::abs(static_cast<double>(up) / exact - 1.0);
        if (up >= 1 && up <= kLargestTerm && error < bestError) {
            best = Ratio{up, down};
            bestError = error;
        }
    }
    return best;
}

/// Modified Bessel function of the first kind and order zero, by its power series.
double besselI0(double x)
{
    double term = 1.0;
    double sum = 1.0;
    for (int k = 1; term > 1e-18 * sum; ++k) {
        term *= (x / 2.0 / k) * (x / 2.0 / k);
        sum += term;
    }
    return sum;
}

/// Low-pass of 2·half + 1 taps, cut off at 1/max(up, down) of the half rate, gain `up`.
std::vector<double> lowPass(Ratio ratio)
{
    const std::int64_t largest = std::max(ratio.up, ratio.down);
    const std::int64_t half = kHalfLengthPerTerm * largest;
    std::vector<double> taps(static_cast<std::size_t>(2 * half + 1));
    double sum = 0.0;
    for (std::int64_t i = -half; i <= half; ++i) {
        const double x = std::numbers::pi * static_cast<double>(i) / static_cast<double>(largest);
        const double place = static_cast<double>(i) / static_cast<double>(half);
        const double sinc = i == 0 ? 1.0 : std::sin(x) / x;
        const double tap = sinc * besselI0(kKaiserBeta * std::sqrt(1.0 - place * place));
        taps[static_cast<std::size_t>(i + half)] = tap;
        sum += tap;
    }
    const double scale = static_cast<double>(ratio.up) / sum;
    for (double& tap : taps) {
        tap *= scale;
    }
    return taps;
}

/// The taps of each of the `up` phases, reversed and side by side, so that one output sample is the
/// product of a row and a run of input samples.
struct PhaseBank {
    std::int64_t width = 0;
    std::vector<double> rows; ///< [up, width]
};

PhaseBank makePhaseBank(const std::vector<double>& taps, std::int64_t up)
{
    const auto tapCount = static_cast<std::int64_t>(taps.size());
    PhaseBank bank;
    bank.width = (tapCount + up - 1) / up;
    bank.rows.assign(static_cast<std::size_t>(bank.width * up), 0.0);
    for (std::int64_t i = 0; i < tapCount; ++i) {
        const std::int64_t column = bank.width - 1 - i / up;
        bank.rows[static_cast<std::size_t>((i % up) * bank.width + column)] =
            taps[static_cast<std::size_t>(i)];
    }
    return bank;
}

/// Sum of products in eight interleaved parts, which compilers turn into vector code.
double dot(const double* a, const double* b, std::int64_t count)
{
    constexpr std::int64_t kParts = 8;
    std::array<double, kParts> sums{};
    std::int64_t i = 0;
    for (; i + kParts <= count; i += kParts) {
        for (std::int64_t part = 0; part < kParts; ++part) {
            sums[static_cast<std::size_t>(part)] += a[i + part] * b[i + part];
        }
    }
    double total =
        ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
    for (; i < count; ++i) {
        total += a[i] * b[i];
    }
    return total;
}

} // namespace

Result<std::vector<double>> resample(std::span<const double> samples, Hertz from, Hertz to)
{
    if (!(from.value > 0.0) || !(to.value > 0.0) || !std::isfinite(from.value) ||
        !std::isfinite(to.value)) {
        return fail(ErrorCode::Usage,
                    fmt::format("cannot resample from {} Hz to {} Hz", from.value, to.value),
                    "rate",
                    "give rates above zero");
    }
    const auto ratio = findRatio(from, to);
    if (!ratio) {
        return fail(ErrorCode::Usage,
                    fmt::format("the ratio of {} Hz and {} Hz has no simple fraction",
                                from.value,
                                to.value),
                    "rate",
                    fmt::format("choose a rate with terms up to {}", kLargestTerm));
    }
    if (ratio->up == ratio->down) {
        return std::vector<double>(samples.begin(), samples.end());
    }
    const auto taps = lowPass(*ratio);
    const auto bank = makePhaseBank(taps, ratio->up);
    const auto half = static_cast<std::int64_t>(taps.size() / 2);
    const auto count = static_cast<std::int64_t>(samples.size());
    std::vector<double> result(
        static_cast<std::size_t>((count * ratio->up + ratio->down - 1) / ratio->down));
    std::int64_t place = half; // of the output sample, in samples of the common multiple rate
    for (double& value : result) {
        const std::int64_t first = place / ratio->up - bank.width + 1;
        const std::int64_t skip = std::max<std::int64_t>(0, -first);
        const std::int64_t end = std::min(bank.width, count - first);
        const double* row = bank.rows.data() + place % ratio->up * bank.width;
        value = skip < end ? dot(row + skip, samples.data() + first + skip, end - skip) : 0.0;
        place += ratio->down;
    }
    return result;
}

} // namespace spall::signal
