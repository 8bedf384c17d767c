// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/session.h"
#include "ui/document/document.h"

namespace spall::ui {

/// What is open now, as a session; the model without its hash, which takes a moment to work out.
[[nodiscard]] pipeline::Session sessionOf(const Document& document);

/// A recording as a session names it.
[[nodiscard]] pipeline::SessionRecording sessionRecordingOf(const Entry& entry);

/// The channel of a recording with that name; its main channel when there is none.
[[nodiscard]] int channelNamed(const signal::Recording& recording, const std::string& name);

} // namespace spall::ui
