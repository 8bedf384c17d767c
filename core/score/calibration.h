// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/score/front.h"
#include "core/score/fuse.h"
#include "core/score/reconstructor.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::score {

/// Log band magnitudes of a batch [count, width]: every view of a window, each seen through
/// short-time spectra of two sizes; or, width 1, the logarithms of its residual errors.
struct BandFeatures {
    std::int64_t count = 0;
    std::int64_t width = 0;
    std::vector<float> values;
};

/// The linear views: x, x through both AR filters, x − V'V x. `windows` [count, length] in healthy
/// deviations.
[[nodiscard]] BandFeatures linearFeatures(const Front& front, std::span<const float> windows);

/// The views that the networks' score comes from: x, x predicted both ways by both AR filters, x
/// through the whole-window interpolation, the networks' residual e = x − x̂, and e through the
/// interpolation; where the front names another error than bands, that one error instead. `windows`
/// and `reconstruction` [count, length] in healthy deviations. Once a stop is requested the windows
/// that remain are left undone: look at the token behind.
[[nodiscard]] BandFeatures residualFeatures(const Front& front,
                                            std::span<const float> windows,
                                            std::span<const float> reconstruction,
                                            const std::stop_token& stop = {});

/// Bins of each view for windows of this front, in the order of the features.
[[nodiscard]] std::vector<int> linearViewWidths(const Front& front);
[[nodiscard]] std::vector<int> residualViewWidths(const Front& front);

/// Healthy statistics of band features, frozen with a model.
struct EvidenceStatistics {
    std::vector<float> mean;         ///< [width]
    std::vector<float> deviation;    ///< [width]
    std::vector<int> viewWidths;     ///< bins of each view; they add up to width
    std::vector<Standardiser> views; ///< of each view's evidence
    Standardiser total;
    int exponent = 4; ///< p below
};

/// Exponents of the linear band rule and of the networks' score. The higher, the more a single band
/// counts: measured, six finds more at few false alarms where views are whitened.
inline constexpr int kLinearExponent = 4;
inline constexpr int kResidualExponent = 6;

/// Learns them from healthy features [count, width]. errors: TooFewSamples (< 8 windows).
[[nodiscard]] Result<EvidenceStatistics>
fitEvidence(const BandFeatures& healthy, std::span<const int> viewWidths, int exponent);

/// One-sided band evidence: per view (mean over bands of max(z, 0)^p)^(1/p), or z where the view is
/// a single number, standardised, averaged, standardised again. [count], higher is more anomalous.
[[nodiscard]] std::vector<double> evidence(const EvidenceStatistics& statistics,
                                           const BandFeatures& features);

/// Makes left-out healthy scores the scale: afterwards `leftOut` has mean 0 and deviation 1, and
/// `evidence` gives scores on that scale. What windows make of statistics that they come from is
/// too good to be the zero of a scale.
void rescaleToLeftOut(EvidenceStatistics& statistics, std::vector<double>& leftOut);

/// Everything that turns the networks' output into comparable scores; frozen in the model.
struct Calibration {
    EvidenceStatistics evidence;
    Standardiser critic;       ///< of +Cx(x) on healthy windows
    double criticWeight = 0.0; ///< what the critic earned against planted synthetic impacts, 0..1
    std::string criticVerdict; ///< why, in a sentence
    ChannelScores healthy;     ///< out-of-fold scores of the learning windows
    double independentWindows = 0.0;
    Seconds duration; ///< of the learning part
};

/// Calibrated scores of a batch with the reconstruction they come from.
struct ScoredBatch {
    ChannelScores channels;
    std::vector<float> windows;        ///< [count, length] in healthy deviations
    std::vector<float> reconstruction; ///< [count, length] in healthy deviations
};

/// Scores a batch: standardise, reconstruct, band evidence, critic. The same window scores the same
/// in any batch. errors: those of the reconstructor, Usage (window length), Cancelled.
[[nodiscard]] Result<ScoredBatch> scoreBatch(const Front& front,
                                             const Reconstructor& networks,
                                             const Calibration& calibration,
                                             const WindowBatch& batch,
                                             const std::stop_token& stop = {});

/// The same without the critic, which does not run: `channels.critic` stays empty.
[[nodiscard]] Result<ScoredBatch> scoreReconstruction(const Front& front,
                                                      const Reconstructor& networks,
                                                      const EvidenceStatistics& statistics,
                                                      const WindowBatch& batch,
                                                      const std::stop_token& stop = {});

} // namespace spall::score
