// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signal/recording.h"

#include <span>
#include <vector>

namespace spall::signal {

/// Length of a window and distance between the starts of neighbours, in samples.
struct WindowOptions {
    SampleCount length = 2048;
    SampleCount step = 512;
    friend bool operator==(const WindowOptions&, const WindowOptions&) = default;
};

/// Refuses a length below 64 or a step below 1. errors: Usage.
[[nodiscard]] Status validate(const WindowOptions& options);

/// Windows of equal length over one stretch: starts and a view on its samples, no copy.
class WindowSet {
public:
    WindowSet() = default;
    WindowSet(Stretch stretch, WindowOptions options, std::vector<SampleIndex> starts);

    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(m_starts.size()); }
    [[nodiscard]] const Stretch& stretch() const { return m_stretch; }
    [[nodiscard]] const WindowOptions& options() const { return m_options; }

    /// Samples of one window [length]; valid while the set lives.
    [[nodiscard]] std::span<const double> samples(std::int64_t window) const;

    /// Place of one window in its recording.
    [[nodiscard]] SampleRange range(std::int64_t window) const;

private:
    Stretch m_stretch;
    WindowOptions m_options;
    std::vector<SampleIndex> m_starts; ///< relative to the recording, ascending
};

/// Cuts a stretch at every multiple of the step *counted from the start of the recording*, so that
/// a window has the same place whichever part is asked for; windows that would join two snapshots
/// of a run are left out. errors: Usage, TooFewSamples (shorter
/// than one window).
[[nodiscard]] Result<WindowSet> cutWindows(const Stretch& stretch, const WindowOptions& options);

} // namespace spall::signal
