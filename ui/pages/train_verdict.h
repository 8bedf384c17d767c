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

/// What the numbers say while it runs: finite, still falling, learning by heart.
class TrainWatch {
public:
    void clear();
    void add(const train::StepReport& step);
    [[nodiscard]] TrainVerdict verdict() const;
    /// The epoch that would be kept now; 0 before the first is judged.
    [[nodiscard]] int bestEpoch() const { return m_bestEpoch; }

private:
    void addToEpoch(const train::StepReport& step);
    [[nodiscard]] QString criticSentence() const;

    /// Means over one epoch.
    struct EpochMean {
        int epoch = 0;
        double critic = 0.0;
        double gradientNorm = 0.0;
        std::int64_t steps = 0;
    };
    std::vector<double> m_heldBack; ///< one an epoch
    int m_epoch = 0;
    int m_bestEpoch = 0;
    double m_best = 0.0;
    std::vector<EpochMean> m_means; ///< the newest is not complete
    double m_lastLearned = 0.0;
    QString m_note; ///< newest sentence of the engine's watchdog
};

/// The verdict on a finished training, from the engine's own record.
[[nodiscard]] TrainVerdict verdictOf(const pipeline::Model& model);

} // namespace spall::ui
