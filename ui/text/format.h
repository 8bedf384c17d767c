// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/detect/events.h"
#include "core/evaluate/metrics.h"
#include "core/signal/recording.h"

#include <QString>

#include <cstdint>

namespace spall::ui {

/// "1 234 567", in groups of three with narrow no-break spaces.
[[nodiscard]] QString countText(std::int64_t count);

/// Three significant figures without an exponent where it can be avoided: "0.0712", "12.3", "1
/// 480".
[[nodiscard]] QString numberText(double value);

/// Of whatever size, at most `figures` significant ones: "5·10⁻⁵", "−1.25·10⁹".
[[nodiscard]] QString powerText(double value, int figures);

/// "12 kHz", "25.6 kHz", "107.3 Hz".
[[nodiscard]] QString frequencyText(Hertz frequency);

/// "0.17 s", "92 s", "3 min 02 s", "1 h 05 min".
[[nodiscard]] QString durationText(Seconds duration);

/// "93.2 %"; a dash for what is not a number.
[[nodiscard]] QString percentText(double share);

/// "91.4 – 94.7 %": the interval of a rate.
[[nodiscard]] QString intervalText(const evaluate::Rate& rate);

/// "1797 rpm".
[[nodiscard]] QString speedText(Rpm speed);

/// "reconstruction > 2.5 σ and critic > 3 σ".
[[nodiscard]] QString ruleText(const detect::DualRule& rule);

/// What decides about alarms: "threshold 2.31 σ", or two thresholds where there is such a rule.
[[nodiscard]] QString limitText(double threshold, const std::optional<detect::DualRule>& dual);

/// Where a value comes from, in a word: "from the file", "guessed", "assumed".
[[nodiscard]] QString sourceText(signal::Source source);

} // namespace spall::ui
