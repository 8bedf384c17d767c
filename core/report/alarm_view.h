// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"
#include "core/pipeline/machine.h"
#include "core/signal/fault_family.h"

#include <optional>
#include <vector>

namespace spall::report {

/// What the envelope spectrum of an alarm says about where the damage is.
struct FaultReading {
    enum class State {
        TooShort,
        NoSpeed,
        NoBearing,
        Read ///< `family` tells which, if any
    };
    State state = State::TooShort;
    signal::Certainty certainty = signal::Certainty::None;
    signal::FamilyEvidence family; ///< the nearest; means nothing at certainty None

    [[nodiscard]] bool hasFamily() const { return certainty != signal::Certainty::None; }
};

/// One alarm as the report pictures it; small, so that it outlives the samples.
struct AlarmView {
    std::size_t event = 0;        ///< index into the decision's events
    std::vector<double> waveform; ///< the peak window
    signal::Band band;            ///< of the envelope
    signal::Spectrum envelope;    ///< squared envelope, up to what is shown; empty when too short
    FaultReading reading;
};

/// The `most` highest events of a recording, highest first. The envelope spectrum is taken over the
/// stretch that explains the peak (`pipeline::flaggedStretch`), in the band that shows the nearest
/// fault family best; without a speed or a bearing in the most impulsive band. A machine without a
/// speed turns as the recording says.
[[nodiscard]] std::vector<AlarmView> alarmViews(const pipeline::ScoredRecording& scored,
                                                const pipeline::Decision& decision,
                                                const pipeline::Machine& machine,
                                                std::size_t most);

} // namespace spall::report
