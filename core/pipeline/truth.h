// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"

#include <span>
#include <vector>

namespace spall::pipeline {

/// What is known of each window of a recording: -1 not judged, 0 healthy, 1 faulty.
using Truth = std::vector<signed char>;

/// Truth by window. A label decides about the windows whose middle it covers: "healthy", or a fault
/// ("faulty" or a damaged part: "inner race"); any other name takes its windows out. The role of
/// the recording decides about the rest, unless a label contradicts it: then the rest is not
/// judged. Windows that the model learned from never are.
[[nodiscard]] Truth truthOfWindows(const ScoredRecording& scored,
                                   std::span<const io::Label> labels);

/// The half of the judged windows that best F1 is chosen on, and the half that it is told about;
/// the other windows of each have truth -1.
struct Halves {
    Truth validation;
    Truth test;
};

/// Halves the healthy and the faulty windows of a recording, each by time, so that a recording with
/// a fault in its second half has both in both; a window that shares samples with the validation
/// half is in neither.
[[nodiscard]] Halves halve(const ScoredRecording& scored, const Truth& truth);

/// Truth of the windows that may be reported on under a policy: with best F1 the test half.
[[nodiscard]] Truth countedTruth(const ScoredRecording& scored,
                                 std::span<const io::Label> labels,
                                 detect::PolicyKind policy);

} // namespace spall::pipeline
