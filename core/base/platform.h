// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdio>
#include <span>
#include <string>

namespace spall {

/// Pieces of a file, in the order in which they stand in it.
using BytePieces = std::span<const std::span<const std::byte>>;

/// Writes a new file of these bytes down to the disk. Where the system can, the file gets its name
/// only when it is whole, so that a process killed meanwhile leaves nothing behind. out: empty, or
/// what the system says is wrong; the file may then be there in part. Platform file.
[[nodiscard]] std::string writeNewFile(const std::string& path, BytePieces pieces);

/// Writes to what is there already and is no plain file: a device or a pipe. out: as of
/// `writeNewFile`. Platform file.
[[nodiscard]] std::string writeToDevice(const std::string& path, BytePieces pieces);

/// Makes a full disk or a closed pipe an error of the write instead of the end of the process.
/// Platform file.
void reportWriteErrors();

/// Number of this process. Platform file.
[[nodiscard]] long processId();

/// Largest resident memory of this process so far, in MiB; 0 where unknown. Platform file.
[[nodiscard]] double peakMemoryMb();

/// Free memory of the machine in bytes; 0 where unknown. Platform file.
[[nodiscard]] long long availableMemory();

/// Lets freed memory, blocks above 32 MiB apart, wait for the next allocation instead of going back
/// to the system at once: where batch follows batch, fetching the same pages anew is dear. Called
/// before threads are made; nothing where the system has no such choice. Platform file.
void keepFreedMemory();

/// Gives what was freed and kept back to the system: when recordings are closed, their memory is
/// somebody else's. Platform file.
void giveBackFreedMemory();

/// File name of the BLAS library that this process has loaded; empty where unknown. Platform file.
[[nodiscard]] std::string loadedBlas();

/// True when the stream is a terminal that a person reads. Platform file.
[[nodiscard]] bool isTerminal(std::FILE* file);

/// From now on the calling thread, and those that it starts, get the processor only where the other
/// threads leave it; nothing where the system cannot do so. Platform file.
void giveWay();

} // namespace spall
