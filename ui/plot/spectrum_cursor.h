// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <QString>

#include <optional>
#include <vector>

namespace spall::ui {

/// How the cursor of a spectrum reads it.
enum class CursorKind {
    Plain,    ///< the frequency under the pointer
    Delta,    ///< from a place that was clicked to the pointer
    Harmonic, ///< multiples of the frequency under the pointer, or of the one clicked
    Sideband  ///< lines at equal distances on both sides of the place that was clicked
};

/// The cursor of a spectrum: a kind, a place that a click has pinned, and what follows from both.
class SpectrumCursor {
public:
    static constexpr int kHarmonics = 10;
    static constexpr int kSidebands = 4;

    void setKind(CursorKind kind);
    [[nodiscard]] CursorKind kind() const { return m_kind; }
    /// A click: pins a place, or lets go of it.
    void click(Hertz place);
    [[nodiscard]] std::optional<Hertz> pinned() const { return m_pinned; }

    /// Where lines are drawn for a pointer at a frequency; empty for a plain cursor.
    [[nodiscard]] std::vector<Hertz> lines(Hertz pointer) const;
    /// What stands beside the pointer: "Δ 12.3 Hz", "3 × 107.3 Hz".
    [[nodiscard]] QString text(Hertz pointer) const;

private:
    CursorKind m_kind = CursorKind::Plain;
    std::optional<Hertz> m_pinned;
};

} // namespace spall::ui
