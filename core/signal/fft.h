// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <memory>
#include <span>
#include <vector>

namespace spall::signal {

/// Forward FFT of real samples [n] -> [n/2 + 1], no scaling. Any n >= 1; thread-safe.
[[nodiscard]] std::vector<std::complex<double>> realFft(std::span<const double> samples);

/// Inverse of `realFft` for a given n, scaled by 1/n: inverseRealFft(realFft(x), n) = x.
[[nodiscard]] std::vector<double> inverseRealFft(std::span<const std::complex<double>> spectrum,
                                                 std::size_t n);

/// Which way a complex transform goes.
enum class FftDirection { Forward, Inverse };

/// In-place complex FFT [n], forward (no scaling) or inverse (scaled by 1/n).
void complexFft(std::span<std::complex<double>> values, FftDirection direction);

/// Transforms of many signals of one length without copies, in buffers of the caller. Made once and
/// shared; its transforms are const and thread-safe.
class RealFft {
public:
    using Spectrum = std::vector<std::complex<double>>; ///< [n/2 + 1]

    /// Plans transforms of n >= 1 samples.
    explicit RealFft(std::size_t n);

    [[nodiscard]] std::size_t size() const { return m_size; }

    /// `samples` [n] -> `spectrum` [n/2 + 1], no scaling.
    void forward(const std::vector<double>& samples, Spectrum& spectrum) const;

    /// Inverse without its 1/n: `spectrum` [n/2 + 1], which is used up, -> `samples` [n].
    void inverse(Spectrum& spectrum, std::vector<double>& samples) const;

private:
    struct Plans;
    std::size_t m_size;
    std::shared_ptr<const Plans> m_plans;
};

/// Magnitudes of a short-time Fourier transform in single precision: periodic Hann, hop = size/4,
/// no padding, DC dropped. Made once and shared; `addMagnitudes` is const and thread-safe.
class ShortTimeFft {
public:
    /// Plans frames of `size` samples; size is a multiple of 4, at least 8.
    explicit ShortTimeFft(int size);
    ~ShortTimeFft();
    ShortTimeFft(ShortTimeFft&&) noexcept;
    ShortTimeFft& operator=(ShortTimeFft&&) noexcept;
    ShortTimeFft(const ShortTimeFft&) = delete;
    ShortTimeFft& operator=(const ShortTimeFft&) = delete;

    [[nodiscard]] int size() const;
    [[nodiscard]] int bins() const;                          ///< size / 2
    [[nodiscard]] int frames(std::size_t sampleCount) const; ///< 0 when shorter than one frame

    /// Adds up |Y| over all frames of `samples` into `sums` [bins].
    void addMagnitudes(std::span<const float> samples, std::span<float> sums) const;

private:
    struct Plan;
    std::unique_ptr<Plan> m_plan;
};

} // namespace spall::signal
