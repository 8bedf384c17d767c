// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/compose.h"
#include "core/io/extension.h"
#include "core/io/readers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace {

using spall::io::Reader;

/// The reader that names the extension this target was built for.
const Reader* fuzzedReader()
{
    const auto readers = spall::io::allReaders();
    const auto found = std::find_if(readers.begin(), readers.end(), [](const Reader* reader) {
        const auto extensions = reader->describe().extensions;
        return std::find(extensions.begin(), extensions.end(), SPALL_FUZZ_EXTENSION) !=
               extensions.end();
    });
    return found == readers.end() ? nullptr : *found;
}

/// A file in memory: readers take paths.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t* data, std::size_t size) : m_file(memfd_create("fuzz", 0))
    {
        if (m_file < 0 || write(m_file, data, size) != static_cast<ssize_t>(size)) {
            std::abort();
        }
    }
    ~MemoryFile() { close(m_file); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_file); }

private:
    int m_file;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Reader* const reader = fuzzedReader();
    if (reader == nullptr) {
        std::abort();
    }
    const MemoryFile file{data, size};
    auto contents = reader->read(file.path(), {});
    if (contents) {
        const auto recording = spall::io::compose(std::move(*contents), {file.path(), {}, {}}, {});
        static_cast<void>(recording);
    }
    return 0;
}
