// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/nn/preset.h"
#include "core/score/front.h"
#include "core/signal/recording.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace spall::train {

/// How windows are drawn.
struct DrawOptions {
    SampleCount length = 0;
    nn::Polarity polarity = nn::Polarity::AsRecorded;
    nn::Recordings recordings = nn::Recordings::ByLength;
};

/// Draws standardised windows straight from healthy stretches: every start is as likely as any
/// other, so that longer stretches count more, or every stretch is. Copies no samples but those
/// drawn.
class BatchSampler {
public:
    /// Stretches shorter than a window are never drawn from; at least one must be long enough.
    BatchSampler(std::span<const signal::Stretch> stretches,
                 score::Standardiser scaling,
                 const DrawOptions& options,
                 Seed seed);

    /// Windows [count, length] in healthy deviations.
    [[nodiscard]] std::vector<float> draw(std::int64_t count);

    /// Where the random numbers stand, as text; the next draws follow from it.
    [[nodiscard]] std::string state() const;
    /// Puts them back there; false when the text is none of `state()`.
    [[nodiscard]] bool restore(const std::string& state);

private:
    struct Source {
        signal::Stretch stretch;
        std::int64_t firstStart = 0; ///< number of this stretch's first start among all
    };

    [[nodiscard]] std::span<const double> drawSamples();

    std::vector<Source> m_sources;
    std::int64_t m_starts = 0;
    score::Standardiser m_scaling;
    DrawOptions m_options;
    RandomEngine m_engine;
};

/// Windows of stretches at half overlap, at most `most` of them evenly spread, standardised
/// [count, length].
[[nodiscard]] std::vector<float> evenWindows(std::span<const signal::Stretch> stretches,
                                             score::Standardiser scaling,
                                             SampleCount length,
                                             std::int64_t most);

/// A random engine as text and back; `restoreEngine` is false when the text is none.
[[nodiscard]] std::string engineText(const RandomEngine& engine);
[[nodiscard]] bool restoreEngine(RandomEngine& engine, const std::string& text);

} // namespace spall::train
