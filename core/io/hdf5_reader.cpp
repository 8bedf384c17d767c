// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/hdf5_reader.h"

#include "core/base/trial.h"
#include "core/io/hdf5_handle.h"
#include "core/io/hdf5_numbers.h"
#include "core/io/hdf5_text.h"
#include "core/io/matlab_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <set>
#include <string_view>
#include <utility>

namespace spall::io {
namespace {

using namespace hdf5; // NOLINT(google-build-using-namespace): ours alone

constexpr int kDeepestGroups = 32;
constexpr hsize_t kMostCells = 10'000;
constexpr std::string_view kSignature{"\x89HDF\r\n\x1a\n", 8};

/// The library is not thread-safe in every build, and its error stack is global.
std::mutex& libraryMutex()
{
    static std::mutex mutex;
    return mutex;
}

/// What tells an object of the file from every other; empty where the library cannot say.
std::string identityOf(hid_t object)
{
#if H5_VERSION_GE(1, 12, 0)
    H5O_info2_t info{};
    if (H5Oget_info3(object, &info, H5O_INFO_BASIC) < 0) {
        return {};
    }
    return {reinterpret_cast<const char*>(&info.token), sizeof info.token};
#else
    H5O_info_t info{};
    if (H5Oget_info2(object, &info, H5O_INFO_BASIC) < 0) {
        return {};
    }
    return std::to_string(info.addr);
#endif
}

/// Called where a link leads to another file: counts it, and refuses.
herr_t refuseOtherFile(const char* /*parentFile*/,
                       const char* /*parentGroup*/,
                       const char* /*file*/,
                       const char* /*object*/,
                       unsigned* /*flags*/,
                       hid_t /*access*/,
                       void* refused)
{
    ++*static_cast<int*>(refused);
    return -1;
}

class Visitor {
public:
    Visitor(FileContents& contents, const std::stop_token& stop)
        : m_contents(contents),
          m_stop(stop),
          m_numbers(contents),
          m_access(H5Pcreate(H5P_LINK_ACCESS))
    {
        H5Pset_elink_cb(m_access.get(), &refuseOtherFile, &m_refused);
    }

    void visitRoot(hid_t root) { visit(root, {}, 0); }

private:
    /// What lies in the group itself comes before what it links to, so that objects go by their
    /// own names.
    void visitGroup(hid_t group, const std::string& address, int depth)
    {
        H5G_info_t info{};
        if (depth > kDeepestGroups || H5Gget_info(group, &info) < 0) {
            return;
        }
        for (const bool areHard : {true, false}) {
            for (hsize_t i = 0; i < std::min(info.nlinks, kMostCells) && !m_stop.stop_requested();
                 ++i) {
                visitLink(group, i, areHard, address, depth);
            }
        }
    }

    void visitLink(hid_t group, hsize_t index, bool isHard, const std::string& address, int depth)
    {
        std::array<char, 256> name{};
        const ssize_t length = H5Lget_name_by_idx(group,
                                                  ".",
                                                  H5_INDEX_NAME,
                                                  H5_ITER_NATIVE,
                                                  index,
                                                  name.data(),
                                                  name.size(),
                                                  H5P_DEFAULT);
        H5L_info_t link{};
        // '#refs#' and '#subsystem#' are MATLAB's own; cells lead into the former.
        if (length <= 0 || name.front() == '#' ||
            H5Lget_info(group, name.data(), &link, H5P_DEFAULT) < 0 ||
            (link.type == H5L_TYPE_HARD) != isHard) {
            return;
        }
        const std::string full = address.empty() ? name.data() : address + "." + name.data();
        const int refused = m_refused;
        const Object child{H5Oopen(group, name.data(), m_access.get())};
        if (m_refused != refused) {
            leaveOut(full, kElsewhere);
        } else if (child) {
            visit(child.get(), full, depth + 1);
        }
    }

    /// Links may lead in a circle or to one object twice: each is visited once. Cells may share
    /// what they hold, as the unit of several channels.
    void visit(hid_t object, const std::string& address, int depth, bool isCell = false)
    {
        const H5I_type_t kind = H5Iget_type(object);
        const bool isShared = isCell && kind == H5I_DATASET && !holdsCells(object);
        const std::string identity = identityOf(object);
        if (!identity.empty() && !m_seen.insert(identity).second && !isShared) {
            return;
        }
        if (kind == H5I_GROUP || kind == H5I_DATASET) {
            visitAttributes(object, address);
        }
        if (kind == H5I_GROUP) {
            visitGroup(object, address, depth);
        } else if (kind == H5I_DATASET) {
            visitData(object, address, depth);
        }
    }

    static bool holdsCells(hid_t data)
    {
        const Type type{H5Dget_type(data)};
        return type && H5Tget_class(type.get()) == H5T_REFERENCE;
    }

    void leaveOut(const std::string& address, const std::string& why)
    {
        m_contents.leftOut.push_back(address + why);
    }

    void visitData(hid_t data, const std::string& address, int depth)
    {
        const Space space{H5Dget_space(data)};
        if (!space || H5Sget_simple_extent_type(space.get()) == H5S_NULL ||
            H5Aexists(data, "MATLAB_empty") > 0) {
            return;
        }
        if (H5Aexists(data, "MATLAB_object_decode") > 0) {
            m_contents.leftOut.push_back(
                noteOfMatlabObject(address, attributeText(data, "MATLAB_class")));
            return;
        }
        if (const std::string obstacle = obstacleOf(data); !obstacle.empty()) {
            leaveOut(address, obstacle);
            return;
        }
        const int rank = H5Sget_simple_extent_ndims(space.get());
        std::array<hsize_t, 2> dims{1, 1};
        if (rank > 2) {
            leaveOut(address, fmt::format(" ({} dimensions: save one signal of it)", rank));
            return;
        }
        if (rank > 0 && H5Sget_simple_extent_dims(space.get(), dims.data(), nullptr) < 0) {
            return;
        }
        if (rank == 1) {
            dims = {1, dims[0]};
        }
        takeData(data, dims, address, depth);
    }

    void takeData(hid_t data, std::array<hsize_t, 2> dims, const std::string& address, int depth)
    {
        const Type type{H5Dget_type(data)};
        const H5T_class_t kind = H5Tget_class(type.get());
        const hsize_t count = dims[0] * dims[1];
        if (kind == H5T_REFERENCE) {
            visitCells(data, count, address, depth);
        } else if ((kind == H5T_INTEGER || kind == H5T_FLOAT) &&
                   attributeText(data, "MATLAB_class") == "char") {
            addText(address, charactersIn(data, count));
        } else if (kind == H5T_INTEGER || kind == H5T_FLOAT) {
            m_numbers.addNumbers(data, dims, address);
        } else if (kind == H5T_COMPOUND) {
            m_numbers.addRecords(data, dims, address);
        } else if (kind == H5T_STRING) {
            addTexts(address, textsIn(data, false, count));
        }
    }

    void visitCells(hid_t data, hsize_t count, const std::string& address, int depth)
    {
        if (depth > kDeepestGroups || count > kMostCells) {
            return;
        }
        std::vector<hobj_ref_t> references(static_cast<std::size_t>(count));
        if (H5Dread(data, H5T_STD_REF_OBJ, H5S_ALL, H5S_ALL, H5P_DEFAULT, references.data()) < 0) {
            return;
        }
        for (std::size_t i = 0; i < references.size(); ++i) {
            const Object child{H5Rdereference2(data, H5P_DEFAULT, H5R_OBJECT, &references[i])};
            if (child) {
                visit(child.get(), fmt::format("{}{{{}}}", address, i + 1), depth + 1, true);
            }
        }
    }

    void addText(const std::string& address, std::string text)
    {
        if (!text.empty() && m_contents.texts.size() < kMostCells) {
            m_contents.texts.push_back({address, std::move(text)});
        }
    }

    /// Several are numbered as the cells of MATLAB are.
    void addTexts(const std::string& address, std::vector<std::string> texts)
    {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            addText(texts.size() == 1 ? address : fmt::format("{}{{{}}}", address, i + 1),
                    std::move(texts[i]));
        }
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
        const hssize_t count = space ? H5Sget_simple_extent_npoints(space.get()) : 0;
        if (!type || count < 1) {
            return;
        }
        const H5T_class_t kind = H5Tget_class(type.get());
        double value = 0.0;
        if (kind == H5T_STRING) {
            addTexts(address, textsIn(attribute, true, static_cast<hsize_t>(count)));
        } else if ((kind == H5T_INTEGER || kind == H5T_FLOAT) && count == 1 &&
                   H5Aread(attribute, H5T_NATIVE_DOUBLE, &value) >= 0) {
            m_contents.scalars.push_back({address, value});
        }
    }

    FileContents& m_contents;
    const std::stop_token& m_stop;
    NumberReader m_numbers;
    Properties m_access;
    int m_refused = 0; ///< links to other files
    std::set<std::string> m_seen;
};

/// False where the library cannot open the file.
bool readAll(const std::string& path, FileContents& contents, const std::stop_token& stop)
{
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    const File file{H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT)};
    if (!file) {
        return false;
    }
    const Object root{H5Oopen(file.get(), "/", H5P_DEFAULT)};
    Visitor{contents, stop}.visitRoot(root.get());
    return true;
}

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
    FileContents contents;
    contents.format = path.extension() == ".mat" ? "MAT v7.3" : "HDF5";
    const bool isWhole = survivesTrial(std::filesystem::absolute(path).string(), stop) &&
                         readAll(path.string(), contents, stop);
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "reading was stopped", path.string());
    }
    if (!isWhole) {
        return fail(ErrorCode::FileUnreadable,
                    "the HDF5 file is damaged or cut",
                    path.string(),
                    "copy or export the file again");
    }
    return contents;
}

void tryHdf5(const std::string& path)
{
    FileContents nothing;
    (void)readAll(path, nothing, {});
}

} // namespace spall::io
