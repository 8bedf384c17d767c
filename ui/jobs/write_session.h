// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/session.h"

#include <string>

namespace spall::ui {

/// Writes a session with its model: where that already lies (and not another one, written there
/// meanwhile), else as `newModel`. Returns the path of the model; empty: there is none.
/// errors: WriteFailed, FileUnreadable.
[[nodiscard]] Result<std::string> writeSession(const std::string& path,
                                               pipeline::Session session,
                                               const pipeline::ModelPtr& model,
                                               const std::string& newModel);

/// "pump.spall", or "pump-2.spall" and so on where that is another model: an earlier one may still
/// be wanted, and come back by undo.
[[nodiscard]] std::string freeModelPath(const std::string& wanted, const pipeline::Model& model);

} // namespace spall::ui
