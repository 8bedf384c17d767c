// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/fft.h"

#include "core/signal/fftw_plan.h"

#include <fftw3.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace spall::signal {
namespace {

// Vectors go to FFTW as they are; its plans are made for 16-byte aligned arrays.
static_assert(__STDCPP_DEFAULT_NEW_ALIGNMENT__ >= 16);

constexpr std::size_t kLargestCached = std::size_t{1} << 17U;

// The first two in place, the next two from one array to another.
enum class Kind {
    RealForward,
    RealInverse,
    RealForwardApart,
    RealInverseApart,
    ComplexForward,
    ComplexInverse
};

struct PlanDeleter {
    void operator()(fftw_plan plan) const
    {
        const std::lock_guard lock{fftwPlannerMutex()};
        fftw_destroy_plan(plan);
    }
};

using PlanPtr = std::shared_ptr<std::remove_pointer_t<fftw_plan>>;

fftw_complex* fftwPointer(std::complex<double>* values)
{
    return reinterpret_cast<fftw_complex*>(values); // the layout that FFTW promises to accept
}

/// FFTW_ESTIMATE: the same plan, so the same bits, in every run; it only looks at the alignment of
/// the array `values`.
fftw_plan makePlan(Kind kind, int n, fftw_complex* values)
{
    auto* reals = reinterpret_cast<double*>(values);
    const auto bins = n / 2 + 1;
    auto* apart = reinterpret_cast<double*>(values + bins); // another array, aligned alike
    switch (kind) {
    case Kind::RealForwardApart:
        return fftw_plan_dft_r2c_1d(n, apart, values, FFTW_ESTIMATE);
    case Kind::RealInverseApart:
        return fftw_plan_dft_c2r_1d(n, values, apart, FFTW_ESTIMATE);
    case Kind::RealForward:
        return fftw_plan_dft_r2c_1d(n, reals, values, FFTW_ESTIMATE);
    case Kind::RealInverse:
        return fftw_plan_dft_c2r_1d(n, values, reals, FFTW_ESTIMATE);
    case Kind::ComplexForward:
        return fftw_plan_dft_1d(n, values, values, FFTW_FORWARD, FFTW_ESTIMATE);
    case Kind::ComplexInverse:
        return fftw_plan_dft_1d(n, values, values, FFTW_BACKWARD, FFTW_ESTIMATE);
    }
    return nullptr;
}

PlanPtr planFor(Kind kind, std::size_t n, fftw_complex* values)
{
    // Never freed: a transform may still run on another thread while the program ends.
    static auto& cache = *new std::map<std::pair<Kind, std::size_t>, PlanPtr>;
    const std::lock_guard lock{fftwPlannerMutex()};
    if (const auto found = cache.find({kind, n}); found != cache.end()) {
        return found->second;
    }
    PlanPtr plan{makePlan(kind, static_cast<int>(n), values), PlanDeleter{}};
    if (n <= kLargestCached) {
        cache.emplace(std::pair{kind, n}, plan);
    }
    return plan;
}

} // namespace

std::vector<std::complex<double>> realFft(std::span<const double> samples)
{
    if (samples.empty()) {
        return {};
    }
    std::vector<std::complex<double>> spectrum(samples.size() / 2 + 1);
    auto* values = fftwPointer(spectrum.data());
    auto* reals = reinterpret_cast<double*>(values);
    const PlanPtr plan = planFor(Kind::RealForward, samples.size(), values);
    std::copy(samples.begin(), samples.end(), reals);
    fftw_execute_dft_r2c(plan.get(), reals, values);
    return spectrum;
}

std::vector<double> inverseRealFft(std::span<const std::complex<double>> spectrum, std::size_t n)
{
    if (n == 0) {
        return {};
    }
    std::vector<std::complex<double>> work(n / 2 + 1);
    auto* values = fftwPointer(work.data());
    auto* reals = reinterpret_cast<double*>(values);
    const PlanPtr plan = planFor(Kind::RealInverse, n, values);
    std::copy_n(spectrum.begin(), std::min(spectrum.size(), work.size()), work.begin());
    fftw_execute_dft_c2r(plan.get(), values, reals);
    std::vector<double> samples(reals, reals + n);
    for (double& value : samples) {
        value /= static_cast<double>(n);
    }
    return samples;
}

struct RealFft::Plans {
    PlanPtr forward;
    PlanPtr inverse;
};

RealFft::RealFft(std::size_t n) : m_size(n)
{
    Spectrum space(2 * (n / 2 + 1)); // for both arrays
    auto* values = fftwPointer(space.data());
    m_plans = std::make_shared<const Plans>(Plans{planFor(Kind::RealForwardApart, n, values),
                                                  planFor(Kind::RealInverseApart, n, values)});
}

void RealFft::forward(const std::vector<double>& samples, Spectrum& spectrum) const
{
    assert(samples.size() == m_size);
    spectrum.resize(m_size / 2 + 1);
    // Into another array, this transform leaves its input as it is.
    fftw_execute_dft_r2c(
        m_plans->forward.get(), const_cast<double*>(samples.data()), fftwPointer(spectrum.data()));
}

void RealFft::inverse(Spectrum& spectrum, std::vector<double>& samples) const
{
    assert(spectrum.size() == m_size / 2 + 1);
    samples.resize(m_size);
    fftw_execute_dft_c2r(m_plans->inverse.get(), fftwPointer(spectrum.data()), samples.data());
}

void complexFft(std::span<std::complex<double>> values, FftDirection direction)
{
    if (values.empty()) {
        return;
    }
    const bool forward = direction == FftDirection::Forward;
    auto* first = fftwPointer(values.data());
    if (fftw_alignment_of(reinterpret_cast<double*>(first)) != 0) {
        std::vector<std::complex<double>> aligned(values.begin(), values.end());
        complexFft(aligned, direction);
        std::copy(aligned.begin(), aligned.end(), values.begin());
        return;
    }
    const PlanPtr plan =
        planFor(forward ? Kind::ComplexForward : Kind::ComplexInverse, values.size(), first);
    fftw_execute_dft(plan.get(), first, first);
    if (!forward) {
        const double scale = 1.0 / static_cast<double>(values.size());
        for (auto& value : values) {
            value *= scale;
        }
    }
}

} // namespace spall::signal
