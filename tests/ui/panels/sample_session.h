// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

namespace spall::ui::test {

/// How much of the walk the sample has been through.
enum class Upto { Opened, Scored, Evaluated };

/// Fills a document with a simulated bench: two healthy and two faulty recordings. The scores are
/// log band energies in healthy deviations, the reconstruction is a moving average: simple formulas
/// that behave as a model's would.
void fillSample(Document& document, Upto upto);

/// A scored recording made from samples by the same formulas.
[[nodiscard]] pipeline::ScoredPtr scoreBySimpleFormula(const pipeline::Input& input);

} // namespace spall::ui::test
