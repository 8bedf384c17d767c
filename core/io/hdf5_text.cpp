// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/hdf5_text.h"

#include "core/io/hdf5_handle.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace spall::io::hdf5 {
namespace {

Type typeOf(hid_t data, bool isAttribute)
{
    return Type{isAttribute ? H5Aget_type(data) : H5Dget_type(data)};
}

bool readInto(hid_t data, bool isAttribute, hid_t memory, void* into)
{
    const herr_t status = isAttribute ? H5Aread(data, memory, into)
                                      : H5Dread(data, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, into);
    return status >= 0;
}

std::vector<std::string> variableTexts(hid_t data, bool isAttribute, hid_t type, std::size_t count)
{
    std::vector<char*> pointers(count, nullptr);
    const Type memory{H5Tcopy(type)};
    if (!readInto(data, isAttribute, memory.get(), pointers.data())) {
        return {};
    }
    std::vector<std::string> texts;
    for (char* text : pointers) {
        const std::string_view whole = text == nullptr ? std::string_view{} : text;
        texts.emplace_back(whole.size() <= kLongestText ? whole : std::string_view{});
        H5free_memory(text);
    }
    return texts;
}

std::vector<std::string> fixedTexts(hid_t data, bool isAttribute, hid_t type, std::size_t count)
{
    const std::size_t size = H5Tget_size(type);
    if (size == 0 || size > kLongestText) {
        return {};
    }
    std::string all(size * count, '\0');
    if (!readInto(data, isAttribute, type, all.data())) {
        return {};
    }
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view one = std::string_view{all}.substr(i * size, size);
        texts.emplace_back(one.substr(0, std::min(one.find('\0'), size)));
    }
    return texts;
}

} // namespace

std::vector<std::string> textsIn(hid_t data, bool isAttribute, hsize_t count)
{
    constexpr hsize_t kMostTexts = 4096;
    const Type type = typeOf(data, isAttribute);
    if (!type || H5Tget_class(type.get()) != H5T_STRING || count == 0 || count > kMostTexts) {
        return {};
    }
    const auto wanted = static_cast<std::size_t>(count);
    return H5Tis_variable_str(type.get()) > 0 ? variableTexts(data, isAttribute, type.get(), wanted)
                                              : fixedTexts(data, isAttribute, type.get(), wanted);
}

std::string attributeText(hid_t attribute)
{
    const Space space{H5Aget_space(attribute)};
    if (!space || H5Sget_simple_extent_npoints(space.get()) != 1) {
        return {};
    }
    std::vector<std::string> texts = textsIn(attribute, true, 1);
    return texts.empty() ? std::string{} : std::move(texts.front());
}

std::string attributeText(hid_t object, const char* name)
{
    if (H5Aexists(object, name) <= 0) {
        return {};
    }
    const Attribute attribute{H5Aopen(object, name, H5P_DEFAULT)};
    return attribute ? attributeText(attribute.get()) : std::string{};
}

std::string charactersIn(hid_t data, hsize_t count)
{
    std::array<std::uint16_t, kLongestText> codes{};
    if (count > codes.size() ||
        H5Dread(data, H5T_NATIVE_UINT16, H5S_ALL, H5S_ALL, H5P_DEFAULT, codes.data()) < 0) {
        return {};
    }
    std::string text;
    for (const std::uint16_t code : std::span{codes}.first(static_cast<std::size_t>(count))) {
        text.push_back(code >= 32 && code != 127 && code < 256 ? static_cast<char>(code) : '?');
    }
    return text;
}

} // namespace spall::io::hdf5
