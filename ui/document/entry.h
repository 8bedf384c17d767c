// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import_choice.h"
#include "core/pipeline/analysis.h"
#include "core/signal/pyramid.h"
#include "core/signal/spectrum.h"
#include "core/signal/statistics.h"

#include <QString>

#include <memory>
#include <optional>

namespace spall::ui {

/// What the Recordings page shows of a channel; made where the file is read, off the main thread.
struct Preview {
    signal::Statistics statistics;
    signal::Spectrum spectrum; ///< power density, unit²/Hz; empty when the channel is too short
};

/// Statistics of the whole channel and its Welch spectrum; of a long channel the spectrum of its
/// first 2²² samples.
[[nodiscard]] Preview makePreview(const signal::Recording& recording, int channel);

/// The same spectrum when the rate turns out to be another.
[[nodiscard]] Preview atRate(const Preview& preview, Hertz before, Hertz after);

/// One opened recording with what the window needs to show it.
struct Entry {
    pipeline::Input input;
    QString name;                           ///< file name, made unique in the document
    QString variable;                       ///< asked for in the file; empty: none
    std::optional<io::ImportChoice> choice; ///< how it was said to be read; unset: as found
    std::optional<Rpm> statedSpeed; ///< of the shaft, said in the window; unset: as the file says
    std::shared_ptr<const signal::Pyramid> pyramid; ///< of the input's channel, at its own rate
    std::shared_ptr<const Preview> preview;         ///< null when not made yet
    pipeline::ScoredPtr scored;                     ///< null until scored with the present model
    std::shared_ptr<const signal::Pyramid> scoredPyramid; ///< of the recording at the model's rate
};

/// Speed of the shaft as stated in the window, else as the file has it; unset when neither knows.
[[nodiscard]] std::optional<Rpm> shaftSpeedOf(const Entry& entry);

/// The channel that an entry looks at.
[[nodiscard]] const signal::Channel& channelOf(const Entry& entry);

} // namespace spall::ui
