// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/torch_engine.h"

/// Entry point of the module; the process keeps the engine until it ends.
extern "C" __attribute__((visibility("default"))) spall::train::Engine* spallCreateEngine();

spall::train::Engine* spallCreateEngine()
{
    static spall::train::TorchEngine engine;
    return &engine;
}
