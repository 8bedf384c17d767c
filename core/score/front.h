// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/score/residual_error.h"
#include "core/score/window_batch.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace spall::score {

/// Mean and standard deviation that make a quantity comparable.
struct Standardiser {
    double mean = 0.0;
    double deviation = 1.0;
    [[nodiscard]] double apply(double value) const { return (value - mean) / deviation; }
};

/// Population mean and deviation; a deviation of 0 becomes 1.
[[nodiscard]] Standardiser fitStandardiser(std::span<const double> values);

/// Linear prediction-error filter e[t] = x[t] + sum_k a_k x[t-k], scaled so that healthy residual
/// has unit deviation.
struct ArFilter {
    std::vector<double> coefficients; ///< a_1 … a_p
    double deviation = 1.0;           ///< of the residual while learning

    [[nodiscard]] int order() const { return static_cast<int>(coefficients.size()); }
};

/// Yule-Walker from the biased autocovariance of standardised stretches (lag 0 times 1 + 1e-6),
/// solved by Levinson's recursion. errors: TooFewSamples.
[[nodiscard]] Result<ArFilter> fitAutoregression(std::span<const std::vector<float>> stretches,
                                                 int order);

/// Residual over the window's own samples, the first `order` dropped: [length - order].
[[nodiscard]] std::vector<float> residual(const ArFilter& filter, std::span<const float> window);

/// The strongest directions of healthy windows about zero (second moments, no mean removed).
struct PrincipalComponents {
    SampleCount length = 0;
    int count = 0;
    std::vector<float> basis; ///< [count, length], orthonormal rows, strongest first

    /// V'V x for windows [n, length] -> [n, length].
    [[nodiscard]] std::vector<float> project(std::span<const float> windows) const;
};

/// Fits to all windows of standardised stretches at a step that gives about 3 000 of them; block
/// subspace iteration (Halko et al. 2011, algorithm 4.4), repeatable, polls `stop`.
/// errors: TooFewSamples, Cancelled.
[[nodiscard]] Result<PrincipalComponents>
fitPrincipalComponents(std::span<const std::vector<float>> stretches,
                       SampleCount length,
                       int count,
                       std::stop_token stop = {});

/// The closed-form part of a model: what the networks start from and what residuals are seen
/// through. Sizes shrink with short windows (orders at most length/16, length/4 and length - 1,
/// components at most length/20).
struct Front {
    SampleCount windowLength = 0;
    Standardiser scaling;
    ArFilter shortFilter;           ///< order 128 at length 2048
    ArFilter longFilter;            ///< order 512 at length 2048
    ArFilter wholeFilter;           ///< the order of the whole window, 2047 at length 2048
    PrincipalComponents components; ///< 100 at length 2048
    ResidualError error = ResidualError::Bands; ///< what the networks' residual is measured by

    /// Windows in healthy deviations [count, length].
    [[nodiscard]] std::vector<float> standardise(const WindowBatch& batch) const;
};

/// Fits scaling, the filters and the components to healthy stretches. errors: TooFewSamples (less
/// than 4 windows), NotFinite, Cancelled.
[[nodiscard]] Result<Front> fitFront(std::span<const signal::Stretch> healthy,
                                     SampleCount windowLength,
                                     std::stop_token stop = {});

} // namespace spall::score
