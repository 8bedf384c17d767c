// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/write.h"

#include "core/base/file_bytes.h"
#include "core/base/platform.h"

#include <fmt/format.h>
#include <matio.h>

#include <atomic>
#include <cstdio>
#include <memory>
#include <set>
#include <system_error>

namespace spall::io {
namespace {

struct CloseMat {
    void operator()(mat_t* mat) const { Mat_Close(mat); }
};
struct FreeVariable {
    void operator()(matvar_t* variable) const { Mat_VarFree(variable); }
};

/// A column of doubles, not copied.
bool writeColumn(mat_t* mat, const std::string& name, const double* values, std::size_t count)
{
    std::size_t dims[2] = {count, 1};
    const std::unique_ptr<matvar_t, FreeVariable> variable{
        Mat_VarCreate(name.c_str(),
                      MAT_C_DOUBLE,
                      MAT_T_DOUBLE,
                      2,
                      dims,
                      const_cast<double*>(values),
                      MAT_F_DONT_COPY_DATA)};
    return variable && Mat_VarWrite(mat, variable.get(), MAT_COMPRESSION_NONE) == 0;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A legal MATLAB name (letters, digits, '_', at most 63) that is not taken yet.
std::string variableName(const std::string& channel, std::set<std::string>& taken)
{
    std::string name;
    for (const char c : channel) {
        name += isLetter(c) || (c >= '0' && c <= '9') ? c : '_';
    }
    if (name.empty() || !isLetter(name.front())) {
        name = "x" + name;
    }
    constexpr std::size_t kLongest = 56;
    name.resize(std::min(name.size(), kLongest));
    std::string candidate = name;
    for (int i = 2; !taken.insert(candidate).second; ++i) {
        candidate = fmt::format("{}_{}", name, i);
    }
    return candidate;
}

bool writeAll(const std::filesystem::path& path, const signal::Recording& recording)
{
    // A header of our own: matio's default holds the time, and the same signal shall give the same
    // bytes.
    const std::unique_ptr<mat_t, CloseMat> mat{
        Mat_CreateVer(path.string().c_str(), "MATLAB 5.0 MAT-file, written by Spall", MAT_FT_MAT5)};
    if (!mat) {
        return false;
    }
    std::set<std::string> taken{"fs", "RPM"};
    bool isWritten = true;
    for (const signal::Channel& channel : recording.channels) {
        isWritten = isWritten && writeColumn(mat.get(),
                                             variableName(channel.name, taken),
                                             channel.samples.data(),
                                             channel.samples.size());
    }
    isWritten = isWritten && writeColumn(mat.get(), "fs", &recording.rate.value.value, 1);
    if (recording.shaftSpeed) {
        isWritten =
            isWritten && writeColumn(mat.get(), "RPM", &recording.shaftSpeed->value.value, 1);
    }
    return isWritten;
}

} // namespace

Status writeMat(const std::filesystem::path& path, const signal::Recording& recording)
{
    constexpr std::size_t kMostBytes = 0x7FFF'FFFF; // an element's size is 32 bits
    if (static_cast<std::size_t>(recording.sampleCount()) > kMostBytes / sizeof(double)) {
        return fail(ErrorCode::WriteFailed,
                    "a MAT v5 file holds at most 2 GB in one signal",
                    path.string(),
                    "cut the recording into shorter files");
    }
    static std::atomic<unsigned> count{0};
    std::filesystem::path beside = path;
    beside += fmt::format(".part-{}-{}", processId(), count++);
    const auto refuse = [&](std::string what) -> Status {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        return fail(ErrorCode::WriteFailed,
                    std::move(what),
                    path.string(),
                    "choose another folder or free some space");
    };
    if (!writeAll(beside, recording)) {
        return refuse("cannot write the MAT file");
    }
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> written{
        std::fopen(beside.string().c_str(), "rb+"), &std::fclose};
    if (!written || !flushToDisk(written.get())) {
        return refuse("cannot flush the MAT file to the disk");
    }
    std::error_code error;
    std::filesystem::rename(beside, path, error);
    return error ? refuse("cannot replace the file: " + error.message()) : Status{};
}

} // namespace spall::io
