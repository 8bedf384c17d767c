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

bool isDevice(std::filesystem::file_type type)
{
    using Type = std::filesystem::file_type;
    return type == Type::character || type == Type::block || type == Type::fifo ||
           type == Type::socket;
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
    if (!std::filesystem::is_regular_file(path, error)) {
        return fail(ErrorCode::FileUnreadable,
                    "this is a device or a pipe, not a file",
                    path.string(),
                    "copy it to a file first");
    }
    return fail(ErrorCode::FileUnreadable,
                "the file cannot be opened",
                path.string(),
                "check that you may read it");
}

} // namespace

Result<std::string> sha256OfFile(const std::filesystem::path& path, const std::stop_token& stop)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) { // opening a pipe waits for its writer
        return unreadable(path);
    }
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        return unreadable(path);
    }
    const DigestPtr digest = startDigest();
    std::vector<char> chunk(1U << 20U);
    while (file) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "reading was stopped", path.string());
        }
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
    if (error) { // of a pipe, too, whose opening would wait for its writer
        return unreadable(path);
    }
    std::ifstream file{path, std::ios::binary};
    if (!file) {
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

Status writePiecesAtomically(const std::filesystem::path& asked, BytePieces pieces)
{
    std::error_code error;
    const auto kind = std::filesystem::status(asked, error).type();
    const auto refuse = [&](const std::string& reason) -> Status {
        return fail(ErrorCode::WriteFailed,
                    "cannot write the file: " + reason,
                    asked.string(),
                    "choose another folder or free some space");
    };
    if (isDevice(kind)) { // a new file in its place would take the device away from everyone
        const std::string problem = writeToDevice(asked.string(), pieces);
        return problem.empty() ? Status{} : refuse(problem);
    }
    const std::filesystem::path path = std::filesystem::is_symlink(asked, error)
                                           ? std::filesystem::weakly_canonical(asked, error)
                                           : asked;
    // A name of its own for every write: two processes may save beside each other.
    static std::atomic<unsigned> count{0};
    std::filesystem::path beside = path;
    beside += ".part-" + std::to_string(processId()) + "-" + std::to_string(count++);
    std::string problem = writeNewFile(beside.string(), pieces);
    if (problem.empty()) {
        std::filesystem::rename(beside, path, error);
        problem = error ? error.message() : std::string();
    }
    if (!problem.empty()) {
        std::filesystem::remove(beside, error);
        return refuse(problem);
    }
    return {};
}

Status writeFileAtomically(const std::filesystem::path& path, std::span<const std::byte> bytes)
{
    return writePiecesAtomically(path, std::span{&bytes, 1});
}

Status writeFileAtomically(const std::filesystem::path& path, const std::string& text)
{
    return writeFileAtomically(path, std::as_bytes(std::span{text}));
}

} // namespace spall
