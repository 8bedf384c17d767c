// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signal/fault_family.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace spall::ui {

/// What the envelope of a stretch says about the parts of a bearing.
struct FamilyVerdict {
    signal::FamilyFinding overall;      ///< over several bands: only this may name a part
    signal::FamilyFinding inBand;       ///< in the band that is looked at
    std::optional<double> healthyShare; ///< of the same lines in healthy signal, same band
};

/// "outer race", "inner race", "rolling element".
[[nodiscard]] QString partName(signal::FaultKind kind);

/// The nearest family and how much it explains in one line; names a part only when it is clear.
[[nodiscard]] QString familyTitle(const signal::FamilyFinding& finding);

/// Under the title: how much is explained, where the lines lie, what healthy signal shows; empty
/// when no line stands out.
[[nodiscard]] QStringList familyDetails(const FamilyVerdict& verdict);

} // namespace spall::ui
