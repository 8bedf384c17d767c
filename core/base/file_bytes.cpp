// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_bytes.h"

#include "core/base/platform.h"

#include <openssl/evp.h>

#include <array>
#include <atomic>
#include <cstring>
#include <fstream>
#include <memory>
#include <system_error>

namespace spall {
namespace {

using DigestPtr = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

DigestPtr startDigest()
{
    DigestPtr digest{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
    return digest;
}

std::string finishDigest(EVP_MD_CTX* digest)
{
    std::array<unsigned char, 32> sum{};
    EVP_DigestFinal_ex(digest, sum.data(), nullptr);
    std::string text;
    for (const unsigned char byte : sum) {
        constexpr const char* kDigits = "0123456789abcdef";
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

tl::unexpected<Error> unreadable(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        return fail(
            ErrorCode::FileUnreadable, "there is no such file", path.string(), "check the path");
    }
    if (std::filesystem::is_directory(path, error)) {
        return fail(ErrorCode::FileUnreadable,
                    "this is a folder, not a file",
                    path.string(),
                    "name a file in it");
    }
    return fail(ErrorCode::FileUnreadable,
                "the file cannot be opened",
                path.string(),
                "check that you may read it");
}

} // namespace

Result<std::string> sha256OfFile(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    std::error_code error;
    if (!file || !std::filesystem::is_regular_file(path, error)) {
        return unreadable(path);
    }
    const DigestPtr digest = startDigest();
    std::vector<char> chunk(1U << 20U);
    while (file) {
        file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        EVP_DigestUpdate(digest.get(), chunk.data(), static_cast<std::size_t>(file.gcount()));
    }
    return finishDigest(digest.get());
}

std::string sha256(std::span<const std::byte> bytes)
{
    const DigestPtr digest = startDigest();
    EVP_DigestUpdate(digest.get(), bytes.data(), bytes.size());
    return finishDigest(digest.get());
}

Result<std::vector<std::byte>> readFile(const std::filesystem::path& path, std::size_t limit)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file{path, std::ios::binary};
    if (error || !file) {
        return unreadable(path);
    }
    if (size > limit) {
        return fail(ErrorCode::FileUnreadable,
                    "the file is larger than it can be",
                    path.string(),
                    "it was not written by this program");
    }
    std::vector<std::byte> bytes(size);
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (static_cast<std::size_t>(file.gcount()) != size) {
        return fail(ErrorCode::FileUnreadable,
                    "the file ended while it was read",
                    path.string(),
                    "another program may be writing it; try again");
    }
    return bytes;
}

Status writeFileAtomically(const std::filesystem::path& path, std::span<const std::byte> bytes)
{
    // A name of its own for every write: two processes may save beside each other.
    static std::atomic<unsigned> count{0};
    std::filesystem::path beside = path;
    beside += ".part-" + std::to_string(processId()) + "-" + std::to_string(count++);
    const auto refuse = [&](const std::string& reason) -> Status {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        return fail(ErrorCode::WriteFailed,
                    "cannot write the file: " + reason,
                    path.string(),
                    "choose another folder or free some space");
    };
    if (const std::string problem = writeNewFile(beside.string(), bytes); !problem.empty()) {
        return refuse(problem);
    }
    std::error_code error;
    std::filesystem::rename(beside, path, error);
    if (error) {
        return refuse(error.message());
    }
    return {};
}

Status writeFileAtomically(const std::filesystem::path& path, const std::string& text)
{
    return writeFileAtomically(path, std::as_bytes(std::span{text}));
}

} // namespace spall
