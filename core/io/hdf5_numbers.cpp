// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/hdf5_numbers.h"

#include "core/base/platform.h"
#include "core/io/hdf5_handle.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace spall::io::hdf5 {
namespace {

/// Zlib packs at most about 1030 to 1; what claims more was never written.
constexpr hsize_t kMostInflation = 1100;

bool isNumber(hid_t type)
{
    const H5T_class_t kind = H5Tget_class(type);
    return kind == H5T_INTEGER || kind == H5T_FLOAT;
}

/// Numbers in one member of a record: 1, the length of a short array of them, or 0 for what is
/// neither.
hsize_t numbersIn(hid_t type)
{
    if (isNumber(type)) {
        return 1;
    }
    hsize_t length = 0;
    if (H5Tget_class(type) != H5T_ARRAY || H5Tget_array_ndims(type) != 1 ||
        H5Tget_array_dims2(type, &length) < 0 || length > kMostMatrixChannels) {
        return 0;
    }
    const Type element{H5Tget_super(type)};
    return element && isNumber(element.get()) ? length : 0;
}

std::string nameOfMember(hid_t type, unsigned member)
{
    char* text = H5Tget_member_name(type, member);
    std::string name = text == nullptr ? "" : text;
    H5free_memory(text);
    return name;
}

/// Python writes complex numbers as records of "r" and "i", MATLAB of "real" and "imag".
bool isComplex(hid_t type)
{
    if (H5Tget_nmembers(type) != 2) {
        return false;
    }
    const std::string first = nameOfMember(type, 0);
    const std::string second = nameOfMember(type, 1);
    return (first == "r" && second == "i") || (first == "real" && second == "imag");
}

bool isVirtualElsewhere(hid_t properties)
{
    std::size_t count = 0;
    if (H5Pget_layout(properties) != H5D_VIRTUAL) {
        return false;
    }
    if (H5Pget_virtual_count(properties, &count) < 0) {
        return true;
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::array<char, 8> name{};
        if (H5Pget_virtual_filename(properties, i, name.data(), name.size()) != 1 ||
            name[0] != '.') {
            return true; // '.' is the file itself
        }
    }
    return false;
}

} // namespace

std::string obstacleOf(hid_t data)
{
    const Properties properties{H5Dget_create_plist(data)};
    if (!properties || H5Pget_external_count(properties.get()) > 0 ||
        isVirtualElsewhere(properties.get())) {
        return kElsewhere;
    }
    const int filters = H5Pget_nfilters(properties.get());
    for (int i = 0; i < filters; ++i) {
        std::array<char, 64> name{};
        unsigned flags = 0;
        std::size_t values = 0;
        const H5Z_filter_t filter = H5Pget_filter2(properties.get(),
                                                   static_cast<unsigned>(i),
                                                   &flags,
                                                   &values,
                                                   nullptr,
                                                   name.size() - 1,
                                                   name.data(),
                                                   nullptr);
        if (filter < 0 || H5Zfilter_avail(filter) <= 0) {
            return fmt::format(
                " (packed with the filter '{}', which is not here: save it with gzip)",
                name[0] == '\0' ? std::to_string(filter) : name.data());
        }
    }
    return {};
}

NumberReader::NumberReader(FileContents& contents)
    : m_contents(contents),
      m_bytesLeft(static_cast<hsize_t>(std::max(availableMemory() / 2, 1LL << 30)))
{
}

bool NumberReader::isWithinMemory(hid_t data, hsize_t count)
{
    if (count / kMostInflation > H5Dget_storage_size(data) ||
        count > m_bytesLeft / sizeof(double)) {
        return false;
    }
    m_bytesLeft -= count * sizeof(double);
    return true;
}

void NumberReader::addNumbers(hid_t data, std::array<hsize_t, 2> dims, const std::string& address)
{
    const hsize_t count = dims[1] == 0 ? 0 : dims[0] * dims[1];
    const bool isOverflowing = dims[1] != 0 && count / dims[1] != dims[0];
    const bool isNarrow = areChannels(std::min(dims[0], dims[1]), std::max(dims[0], dims[1]));
    if (count == 0) {
        return;
    }
    if (isOverflowing || !isNarrow || !isWithinMemory(data, count)) {
        m_contents.leftOut.push_back(fmt::format("{} ({} x {})", address, dims[1], dims[0]));
        return;
    }
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

void NumberReader::addRecords(hid_t data, std::array<hsize_t, 2> dims, const std::string& address)
{
    const Type type{H5Dget_type(data)};
    if (isComplex(type.get())) {
        m_contents.leftOut.push_back(fmt::format("{} (complex)", address));
        return;
    }
    if (std::min(dims[0], dims[1]) != 1) {
        m_contents.leftOut.push_back(fmt::format("{} (records in a matrix)", address));
        return;
    }
    const int members = H5Tget_nmembers(type.get());
    for (int member = 0; member < members; ++member) {
        addMember(data, static_cast<unsigned>(member), std::max(dims[0], dims[1]), address);
    }
}

void NumberReader::addMember(hid_t data, unsigned member, hsize_t rows, const std::string& address)
{
    const Type type{H5Dget_type(data)};
    const Type own{H5Tget_member_type(type.get(), member)};
    const hsize_t numbers = own ? numbersIn(own.get()) : 0;
    const std::string name = nameOfMember(type.get(), member);
    if (numbers == 0 || rows == 0 || name.empty()) {
        return;
    }
    const bool isArray = H5Tget_class(own.get()) == H5T_ARRAY;
    const Type wanted{isArray ? H5Tarray_create2(H5T_NATIVE_DOUBLE, 1, &numbers)
                              : H5Tcopy(H5T_NATIVE_DOUBLE)};
    const Type memory{H5Tcreate(H5T_COMPOUND, static_cast<std::size_t>(numbers) * sizeof(double))};
    const std::string full = fmt::format("{}.{}", address, name);
    if (rows > m_bytesLeft / sizeof(double) / numbers || !isWithinMemory(data, rows * numbers)) {
        m_contents.leftOut.push_back(fmt::format("{} ({} x {})", full, rows, numbers));
        return;
    }
    std::vector<double> values(static_cast<std::size_t>(rows * numbers));
    if (H5Tinsert(memory.get(), name.c_str(), 0, wanted.get()) < 0 ||
        H5Dread(data, memory.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0) {
        m_contents.warnings.push_back(
            fmt::format("'{}' is damaged in the file and was left out.", full));
        return;
    }
    if (rows == 1 && numbers == 1) {
        m_contents.scalars.push_back({full, values.front()});
    } else if (numbers == 1 || rows == 1) {
        m_contents.vectors.push_back({full, {}, std::move(values), {}, {}});
    } else {
        addColumns(values, {rows, numbers}, full);
    }
}

/// The short side are the channels; MATLAB's columns are rows here.
void NumberReader::addColumns(const std::vector<double>& values,
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

} // namespace spall::io::hdf5
