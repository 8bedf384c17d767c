// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace spall {

int exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return 2;
    case ErrorCode::FileUnreadable:
    case ErrorCode::UnknownFormat:
    case ErrorCode::NotFinite:
    case ErrorCode::VersionMismatch:
        return 3;
    case ErrorCode::TooFewSamples:
    case ErrorCode::RateTooLow:
    case ErrorCode::NotEnoughMemory:
        return 4;
    case ErrorCode::WriteFailed:
    case ErrorCode::Internal:
        return 5;
    case ErrorCode::Cancelled:
        return 130;
    }
    return 5;
}

std::string sentence(const Error& error)
{
    std::string text = error.what;
    if (!error.where.empty()) {
        text += " (" + error.where + ")";
    }
    if (!error.hint.empty()) {
        text += ": " + error.hint;
    }
    return text;
}

} // namespace spall
