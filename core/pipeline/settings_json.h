// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import_choice.h"
#include "core/pipeline/model.h"

#include <nlohmann/json.hpp>

// How settings are written in model files, session files and what the window remembers. The readers
// refuse what cannot be meant; a key that is missing is an exception of the JSON library, for the
// caller to catch.
namespace spall::pipeline {

[[nodiscard]] nlohmann::json toJson(const detect::DecisionOptions& decision);

/// errors: UnknownFormat, Usage (no such policy).
[[nodiscard]] Result<detect::DecisionOptions> decisionFrom(const nlohmann::json& document);

/// Without the checkpoint, which belongs to one machine.
[[nodiscard]] nlohmann::json toJson(const TrainSettings& settings);

/// errors: UnknownFormat, Usage (a window that cannot be cut, no such policy).
[[nodiscard]] Result<TrainSettings> settingsFrom(const nlohmann::json& document);

/// What is empty is left out.
[[nodiscard]] nlohmann::json toJson(const io::ImportChoice& choice);

/// errors: UnknownFormat (a number that is not above zero).
[[nodiscard]] Result<io::ImportChoice> importChoiceFrom(const nlohmann::json& document);

} // namespace spall::pipeline
