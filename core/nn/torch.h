// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place that includes torch. The order matters: without ivalue.h first, clang-tidy 14
// finds an incomplete c10::IValue in torch's own headers.
// clang-format off
#include <ATen/core/ivalue.h>
#include <torch/torch.h>
// clang-format on
