// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/fft.h"
#include "core/signal/fftw_plan.h"

#include <fftw3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace spall::signal {
namespace {

// Two real frames make one complex transform; FFTW has vector code for complex batches only.
constexpr int kLanes = 16;
constexpr int kFramesPerBatch = 2 * kLanes;

struct FftwFree {
    void operator()(fftwf_complex* values) const { fftwf_free(values); }
};

using Buffer = std::unique_ptr<fftwf_complex[], FftwFree>;

/// Input and output of one batch, kept by each thread and grown when needed.
struct Scratch {
    int size = 0;
    Buffer input;
    Buffer output;

    void reserve(int wanted)
    {
        if (wanted > size) {
            const auto count = static_cast<std::size_t>(wanted) * kLanes;
            input.reset(fftwf_alloc_complex(count));
            output.reset(fftwf_alloc_complex(count));
            size = wanted;
        }
    }
};

/// Half a periodic Hann window; the half belongs to taking the two frames apart again.
std::vector<float> halfHann(int size)
{
    std::vector<float> window(static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) {
        window[static_cast<std::size_t>(i)] =
            static_cast<float>(0.25 - 0.25 * std::cos(2.0 * std::numbers::pi * i / size));
    }
    return window;
}

/// Windows one frame into the real (part 0) or imaginary (part 1) side of a lane.
void putFrame(const float* frame, const float* window, int size, float* lane)
{
    for (int i = 0; i < size; ++i) {
        lane[2 * i] = frame[i] * window[i];
    }
}

void clearFrame(int size, float* lane)
{
    for (int i = 0; i < size; ++i) {
        lane[2 * i] = 0.0F;
    }
}

/// Sum over both frames of all lanes of the magnitude in one bin: with Z the transform of a + ib,
/// 2A = Z[k] + conj(Z[n-k]) and 2iB = Z[k] - conj(Z[n-k]).
float sumOfMagnitudes(const float* bin, const float* mirror)
{
    std::array<float, kLanes> sums;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const float sumReal = bin[2 * lane] + mirror[2 * lane];
        const float differenceReal = bin[2 * lane] - mirror[2 * lane];
        const float sumImag = bin[2 * lane + 1] + mirror[2 * lane + 1];
        const float differenceImag = bin[2 * lane + 1] - mirror[2 * lane + 1];
        sums[lane] = std::sqrt(sumReal * sumReal + differenceImag * differenceImag) +
                     std::sqrt(sumImag * sumImag + differenceReal * differenceReal);
    }
    float total = 0.0F;
    for (const float sum : sums) {
        total += sum;
    }
    return total;
}

} // namespace

struct ShortTimeFft::Plan {
    int size = 0;
    std::vector<float> window;
    fftwf_plan transform = nullptr; ///< lanes [kLanes, size] -> bins [size, kLanes]

    explicit Plan(int frameSize) : size(frameSize), window(halfHann(frameSize))
    {
        Scratch scratch;
        scratch.reserve(size);
        const std::lock_guard lock{fftwPlannerMutex()};
        // FFTW_ESTIMATE: the same plan, so the same bits, in every run.
        transform = fftwf_plan_many_dft(1,
                                        &size,
                                        kLanes,
                                        scratch.input.get(),
                                        nullptr,
                                        1,
                                        size,
                                        scratch.output.get(),
                                        nullptr,
                                        kLanes,
                                        1,
                                        FFTW_FORWARD,
                                        FFTW_ESTIMATE);
    }
    ~Plan()
    {
        const std::lock_guard lock{fftwPlannerMutex()};
        fftwf_destroy_plan(transform);
    }
    Plan(const Plan&) = delete;
    Plan& operator=(const Plan&) = delete;
};

ShortTimeFft::ShortTimeFft(int size) : m_plan(std::make_unique<Plan>(size)) {}

ShortTimeFft::~ShortTimeFft() = default;
ShortTimeFft::ShortTimeFft(ShortTimeFft&&) noexcept = default;
ShortTimeFft& ShortTimeFft::operator=(ShortTimeFft&&) noexcept = default;

int ShortTimeFft::size() const
{
    return m_plan->size;
}

int ShortTimeFft::bins() const
{
    return m_plan->size / 2;
}

int ShortTimeFft::frames(std::size_t sampleCount) const
{
    const auto size = static_cast<std::size_t>(m_plan->size);
    return sampleCount < size ? 0 : static_cast<int>((sampleCount - size) / (size / 4)) + 1;
}

void ShortTimeFft::addMagnitudes(std::span<const float> samples, std::span<float> sums) const
{
    thread_local Scratch scratch;
    const int size = m_plan->size;
    const int frameCount = frames(samples.size());
    scratch.reserve(size);
    auto* const input = reinterpret_cast<float*>(scratch.input.get());
    const auto* const output = reinterpret_cast<const float*>(scratch.output.get());
    for (int first = 0; first < frameCount; first += kFramesPerBatch) {
        for (int i = 0; i < kFramesPerBatch; ++i) {
            float* const lane = input + std::ptrdiff_t{2} * (i / 2) * size + i % 2;
            if (first + i < frameCount) {
                putFrame(samples.data() + std::ptrdiff_t{first + i} * (size / 4),
                         m_plan->window.data(),
                         size,
                         lane);
            } else {
                clearFrame(size, lane);
            }
        }
        fftwf_execute_dft(m_plan->transform, scratch.input.get(), scratch.output.get());
        for (int bin = 1; bin <= size / 2; ++bin) {
            constexpr std::ptrdiff_t kRow = 2 * kLanes;
            sums[static_cast<std::size_t>(bin - 1)] +=
                sumOfMagnitudes(output + kRow * bin, output + kRow * (size - bin));
        }
    }
}

} // namespace spall::signal
