// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/model.h"
#include "ui/theme/theme.h"

#include <QString>

#include <vector>

namespace spall::ui {

/// How a training goes, in words.
struct TrainVerdict {
    Ink ink = Ink::TextMuted; ///< of the spot beside the words
    QString title;
    QString text;
};

/// Whether the generator is led by its critic, or by the reconstruction error almost alone.
[[nodiscard]] bool followsCritic(const nn::Preset& preset);

/// What the numbers say while it runs: finite, still falling, learning by heart.
class TrainWatch {
public:
    void begin(nn::Preset preset);
    void add(const train::StepReport& step);
    [[nodiscard]] TrainVerdict verdict() const;

private:
    void addToEpoch(const train::StepReport& step);
    [[nodiscard]] TrainVerdict heldBackVerdict() const;
    [[nodiscard]] QString criticSentence() const;

    /// Means over one epoch.
    struct EpochMean {
        int epoch = 0;
        double critic = 0.0;
        double gradientNorm = 0.0;
        std::int64_t steps = 0;
    };
    nn::Preset m_preset;
    train::StepReport m_last;
    std::vector<EpochMean> m_means; ///< the newest is not complete
    QString m_note;                 ///< newest sentence of the engine's watchdog
};

/// The verdict on a finished training, from the engine's own record.
[[nodiscard]] TrainVerdict verdictOf(const pipeline::Model& model);

} // namespace spall::ui
