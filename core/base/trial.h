// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>

namespace spall {

/// Makes ready to do `work` in processes that are thrown away, so that a crash of a library on a
/// damaged file costs nothing. Called once, before threads are made: the process that waits for
/// trials is a copy of this one as it is now, since a copy of a process with many threads could
/// wait for ever for what another thread held. It ends with this one. Platform file.
void prepareTrials(void (*work)(const std::string& argument));

/// Does the prepared work in a process of its own: false where that crashed or was stopped. True
/// at once where nothing was prepared. One thread at a time. Platform file.
[[nodiscard]] bool survivesTrial(const std::string& argument, const std::stop_token& stop);

} // namespace spall
