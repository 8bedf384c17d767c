// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/explain.h"

#include <QString>
#include <QStringList>

namespace spall::ui {

/// What an explanation says in words, a sentence each; never more certain than its data.
struct WhyText {
    QString verdict;       ///< the nearest fault family, or why there is none
    QStringList sentences; ///< channel, residual in time, residual in frequency, envelope
};

[[nodiscard]] WhyText
whyText(const pipeline::Explanation& explanation, const QString& limit, Hertz rate);

} // namespace spall::ui
