// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/hdf5_reader.h"

#include "core/base/platform.h"

#include <fmt/format.h>
#include <hdf5.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <span>
#include <string_view>
#include <utility>

namespace spall::io {
namespace {

constexpr int kDeepestNesting = 32;
constexpr hsize_t kMostChannels = 32;
constexpr hsize_t kMostCells = 10'000;
/// Zlib packs at most about 1030 to 1; what claims more was never written.
constexpr hsize_t kMostInflation = 1100;
constexpr std::string_view kSignature{"\x89HDF\r\n\x1a\n", 8};

/// An identifier of the library that is closed with the function given.
template <herr_t (*close)(hid_t)> class Handle {
public:
    explicit Handle(hid_t id) : m_id(id) {}
    ~Handle()
    {
        if (m_id >= 0) {
            close(m_id);
        }
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    [[nodiscard]] hid_t get() const { return m_id; }
    explicit operator bool() const { return m_id >= 0; }

private:
    hid_t m_id;
};
using File = Handle<&H5Fclose>;
using Object = Handle<&H5Oclose>;
using Attribute = Handle<&H5Aclose>;
using Space = Handle<&H5Sclose>;
using Type = Handle<&H5Tclose>;

/// The library is not thread-safe in every build, and its error stack is global.
std::mutex& libraryMutex()
{
    static std::mutex mutex;
    return mutex;
}

class Visitor {
public:
    Visitor(FileContents& contents, const std::stop_token& stop)
        : m_contents(contents),
          m_stop(stop),
          m_bytesLeft(static_cast<hsize_t>(std::max(availableMemory() / 2, 1LL << 30)))
    {
    }

    void visitRoot(hid_t root)
    {
        visitAttributes(root, {});
        visitGroup(root, {}, 0);
    }

private:
    void visitGroup(hid_t group, const std::string& address, int depth)
    {
        H5G_info_t info{};
        if (depth > kDeepestNesting || H5Gget_info(group, &info) < 0) {
            return;
        }
        for (hsize_t i = 0; i < std::min(info.nlinks, kMostCells) && !m_stop.stop_requested();
             ++i) {
            std::array<char, 256> name{};
            const ssize_t length = H5Lget_name_by_idx(group,
                                                      ".",
                                                      H5_INDEX_NAME,
                                                      H5_ITER_NATIVE,
                                                      i,
                                                      name.data(),
                                                      name.size(),
                                                      H5P_DEFAULT);
            // '#refs#' and '#subsystem#' are MATLAB's own; cells lead into the former.
            if (length <= 0 || name.front() == '#') {
                continue;
            }
            const Object child{H5Oopen(group, name.data(), H5P_DEFAULT)};
            visit(child.get(),
                  address.empty() ? name.data() : address + "." + name.data(),
                  depth + 1);
        }
    }

    void visit(hid_t object, const std::string& address, int depth)
    {
        const H5I_type_t kind = object < 0 ? H5I_BADID : H5Iget_type(object);
        if (kind == H5I_GROUP || kind == H5I_DATASET) {
            visitAttributes(object, address);
        }
        if (kind == H5I_GROUP) {
            visitGroup(object, address, depth);
        } else if (kind == H5I_DATASET) {
            visitData(object, address, depth);
        }
    }

    void visitData(hid_t data, const std::string& address, int depth)
    {
        const Type type{H5Dget_type(data)};
        const Space space{H5Dget_space(data)};
        if (!type || !space || H5Sget_simple_extent_type(space.get()) == H5S_NULL ||
            H5Aexists(data, "MATLAB_empty") > 0) {
            return;
        }
        const int rank = H5Sget_simple_extent_ndims(space.get());
        std::array<hsize_t, 2> dims{1, 1};
        if (rank > 2) {
            m_contents.leftOut.push_back(fmt::format("{} ({} dimensions)", address, rank));
            return;
        }
        if (rank > 0 && H5Sget_simple_extent_dims(space.get(), dims.data(), nullptr) < 0) {
            return;
        }
        if (rank == 1) {
            dims = {1, dims[0]};
        }
        const H5T_class_t kind = H5Tget_class(type.get());
        if (kind == H5T_REFERENCE) {
            visitCells(data, dims[0] * dims[1], address, depth);
        } else if ((kind == H5T_INTEGER || kind == H5T_FLOAT) && isText(data)) {
            addCharacters(data, dims[0] * dims[1], address);
        } else if (kind == H5T_INTEGER || kind == H5T_FLOAT) {
            addNumbers(data, dims, address);
        } else if (kind == H5T_STRING && dims[0] * dims[1] == 1) {
            addText(address, textOf(type.get(), [data](hid_t memory, void* into) {
                        return H5Dread(data, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, into);
                    }));
        }
    }

    void visitCells(hid_t data, hsize_t count, const std::string& address, int depth)
    {
        if (depth > kDeepestNesting || count > kMostCells) {
            return;
        }
        std::vector<hobj_ref_t> references(static_cast<std::size_t>(count));
        if (H5Dread(data, H5T_STD_REF_OBJ, H5S_ALL, H5S_ALL, H5P_DEFAULT, references.data()) < 0) {
            return;
        }
        for (std::size_t i = 0; i < references.size(); ++i) {
            const Object child{H5Rdereference2(data, H5P_DEFAULT, H5R_OBJECT, &references[i])};
            visit(child.get(), fmt::format("{}{{{}}}", address, i + 1), depth + 1);
        }
    }

    static constexpr std::size_t kLongestText = 200;

    void addText(const std::string& address, std::string text)
    {
        if (!text.empty() && text.size() <= kLongestText && m_contents.texts.size() < kMostCells) {
            m_contents.texts.push_back({address, std::move(text)});
        }
    }

    /// One text of fixed or of variable length.
    template <typename Read> static std::string textOf(hid_t type, const Read& read)
    {
        const std::size_t size = H5Tget_size(type);
        if (H5Tis_variable_str(type) > 0) {
            char* text = nullptr;
            const Type memory{H5Tcopy(type)};
            if (read(memory.get(), static_cast<void*>(&text)) < 0 || text == nullptr) {
                return {};
            }
            std::string value{text, std::char_traits<char>::length(text)};
            H5free_memory(text);
            return value;
        }
        if (size == 0 || size > kLongestText) {
            return {};
        }
        std::string value(size + 1, '\0');
        if (read(type, static_cast<void*>(value.data())) < 0) {
            return {};
        }
        value.resize(std::min(value.find('\0'), size));
        return value;
    }

    /// MATLAB's texts: a number for each letter.
    void addCharacters(hid_t data, hsize_t count, const std::string& address)
    {
        std::array<std::uint16_t, kLongestText> codes{};
        if (count > codes.size() ||
            H5Dread(data, H5T_NATIVE_UINT16, H5S_ALL, H5S_ALL, H5P_DEFAULT, codes.data()) < 0) {
            return;
        }
        std::string text;
        for (const std::uint16_t code : std::span{codes}.first(static_cast<std::size_t>(count))) {
            text.push_back(code >= 32 && code < 127 ? static_cast<char>(code) : '?');
        }
        addText(address, std::move(text));
    }

    /// Single numbers and texts beside a data set or a group: "signal.sample_rate".
    void visitAttributes(hid_t object, const std::string& address)
    {
        const int count = H5Aget_num_attrs(object);
        constexpr int kMostAttributes = 256;
        for (int i = 0; i < std::min(count, kMostAttributes); ++i) {
            const Attribute attribute{H5Aopen_by_idx(object,
                                                     ".",
                                                     H5_INDEX_NAME,
                                                     H5_ITER_NATIVE,
                                                     static_cast<hsize_t>(i),
                                                     H5P_DEFAULT,
                                                     H5P_DEFAULT)};
            std::array<char, 128> name{};
            if (!attribute || H5Aget_name(attribute.get(), name.size(), name.data()) <= 0 ||
                std::string_view{name.data()}.starts_with("MATLAB_")) {
                continue;
            }
            addAttribute(attribute.get(),
                         address.empty() ? name.data() : address + "." + name.data());
        }
    }

    void addAttribute(hid_t attribute, const std::string& address)
    {
        const Type type{H5Aget_type(attribute)};
        const Space space{H5Aget_space(attribute)};
        if (!type || !space || H5Sget_simple_extent_npoints(space.get()) != 1) {
            return;
        }
        const H5T_class_t kind = H5Tget_class(type.get());
        double value = 0.0;
        if ((kind == H5T_INTEGER || kind == H5T_FLOAT) &&
            H5Aread(attribute, H5T_NATIVE_DOUBLE, &value) >= 0) {
            m_contents.scalars.push_back({address, value});
        } else if (kind == H5T_STRING) {
            addText(address, textOf(type.get(), [attribute](hid_t memory, void* into) {
                        return H5Aread(attribute, memory, into);
                    }));
        }
    }

    /// MATLAB stores text as numbers and says so beside them.
    static bool isText(hid_t data)
    {
        if (H5Aexists(data, "MATLAB_class") <= 0) {
            return false;
        }
        const Attribute attribute{H5Aopen(data, "MATLAB_class", H5P_DEFAULT)};
        const Type type{attribute ? H5Aget_type(attribute.get()) : -1};
        std::array<char, 16> text{};
        if (!type || H5Tis_variable_str(type.get()) > 0 || H5Tget_size(type.get()) >= text.size()) {
            return false;
        }
        return H5Aread(attribute.get(), type.get(), text.data()) >= 0 &&
               std::string_view{text.data()} == "char";
    }

    void addNumbers(hid_t data, std::array<hsize_t, 2> dims, const std::string& address)
    {
        const hsize_t count = dims[1] == 0 ? 0 : dims[0] * dims[1];
        const bool isOverflowing = dims[1] != 0 && count / dims[1] != dims[0];
        const hsize_t stored = H5Dget_storage_size(data);
        const bool isNarrow = std::min(dims[0], dims[1]) <= kMostChannels;
        if (count == 0) {
            return;
        }
        if (isOverflowing || !isNarrow || count / kMostInflation > stored ||
            count > m_bytesLeft / sizeof(double)) {
            m_contents.leftOut.push_back(fmt::format("{} ({} x {})", address, dims[1], dims[0]));
            return;
        }
        m_bytesLeft -= count * sizeof(double);
        std::vector<double> values(static_cast<std::size_t>(count));
        if (H5Dread(data, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0) {
            m_contents.warnings.push_back(
                fmt::format("'{}' is damaged in the file and was left out.", address));
            return;
        }
        if (count == 1) {
            m_contents.scalars.push_back({address, values.front()});
        } else if (dims[0] == 1 || dims[1] == 1) {
            m_contents.vectors.push_back({address, {}, std::move(values), {}, {}});
        } else {
            addColumns(values, dims, address);
        }
    }

    /// The short side are the channels; MATLAB's columns are rows here.
    void addColumns(const std::vector<double>& values,
                    std::array<hsize_t, 2> dims,
                    const std::string& address)
    {
        const bool isTransposed = dims[0] < dims[1];
        const auto channels = static_cast<std::size_t>(std::min(dims[0], dims[1]));
        const auto length = static_cast<std::size_t>(std::max(dims[0], dims[1]));
        for (std::size_t channel = 0; channel < channels; ++channel) {
            std::vector<double> samples(length);
            for (std::size_t i = 0; i < length; ++i) {
                samples[i] = values[isTransposed ? channel * length + i : i * channels + channel];
            }
            m_contents.vectors.push_back(
                {fmt::format("{}(:,{})", address, channel + 1), {}, std::move(samples), {}, {}});
        }
    }

    FileContents& m_contents;
    const std::stop_token& m_stop;
    hsize_t m_bytesLeft;
};

} // namespace

ReaderDescription Hdf5Reader::describe() const
{
    return {"HDF5 or MATLAB v7.3 file", {".mat", ".h5", ".hdf5", ".hdf"}};
}

Match Hdf5Reader::probe(std::span<const std::byte> head,
                        const std::filesystem::path& /*path*/) const
{
    const std::string_view text{reinterpret_cast<const char*>(head.data()), head.size()};
    for (const std::size_t at : {0U, 512U, 1024U, 2048U}) {
        if (text.size() >= at + kSignature.size() &&
            text.substr(at, kSignature.size()) == kSignature) {
            return Match::Certain;
        }
    }
    return Match::No;
}

Result<FileContents> Hdf5Reader::read(const std::filesystem::path& path,
                                      const std::stop_token& stop) const
{
    const std::scoped_lock lock{libraryMutex()};
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    const File file{H5Fopen(path.string().c_str(), H5F_ACC_RDONLY, H5P_DEFAULT)};
    if (!file) {
        return fail(ErrorCode::FileUnreadable,
                    "the HDF5 file is damaged or cut",
                    path.string(),
                    "copy or export the file again");
    }
    FileContents contents;
    contents.format = path.extension() == ".mat" ? "MAT v7.3" : "HDF5";
    const Object root{H5Oopen(file.get(), "/", H5P_DEFAULT)};
    Visitor{contents, stop}.visitRoot(root.get());
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "reading was stopped", path.string());
    }
    return contents;
}

} // namespace spall::io
