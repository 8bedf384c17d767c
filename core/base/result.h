// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace spall {

/// What went wrong, in classes a caller can act on; `exitCode` maps them to the command line.
enum class ErrorCode {
    Usage,           ///< an argument or option that cannot be meant
    FileUnreadable,  ///< missing, locked, truncated
    UnknownFormat,   ///< no reader knows these bytes, or they hold no signal
    NotFinite,       ///< NaN or infinite samples where numbers are needed
    VersionMismatch, ///< a model, session or checkpoint of another program version
    TooFewSamples,   ///< readable, but too short for what was asked
    RateTooLow,      ///< the recording has nothing above its own half rate
    NotEnoughMemory, ///< the memory budget cannot hold what was asked
    WriteFailed,     ///< disk full, read-only folder, unplugged drive
    Cancelled,       ///< the user stopped it; never shown as a failure
    Internal,        ///< a promise of the program that did not hold
};

/// A failure in one sentence: what, where (file, channel, sample), and how to mend it.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string what;
    std::string where;
    std::string hint;
};

/// A value or an `Error`; the only error mechanism of `core`.
template <typename T> using Result = tl::expected<T, Error>;

/// Success without a value, or an `Error`.
using Status = Result<void>;

/// Builds the failing side of a `Result`.
[[nodiscard]] inline tl::unexpected<Error>
fail(ErrorCode code, std::string what, std::string where = {}, std::string hint = {})
{
    return tl::unexpected<Error>(Error{code, std::move(what), std::move(where), std::move(hint)});
}

/// The same failure, handed up from a callee.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// Process exit status of a failure (0 done, 2 usage, 3 unreadable, 4 not enough, 5 internal,
/// 130 stopped).
[[nodiscard]] int exitCode(ErrorCode code);

/// "what (where): hint", the line printed on standard error.
[[nodiscard]] std::string sentence(const Error& error);

} // namespace spall
