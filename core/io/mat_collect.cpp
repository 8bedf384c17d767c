// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat_collect.h"

#include "core/io/mat_tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

namespace spall::io {
namespace {

constexpr std::size_t kMostMatlabCells = 10'000;

template <typename T>
void appendValues(const void* data, std::size_t first, std::size_t step, std::vector<double>& into)
{
    const T* values = static_cast<const T*>(data);
    for (std::size_t i = 0; i < into.size(); ++i) {
        into[i] = static_cast<double>(values[first + i * step]);
    }
}

/// `count` values of an array from `first` on, `step` apart, as double; empty for unknown types.
std::vector<double>
valuesOf(const matvar_t& array, std::size_t first, std::size_t step, std::size_t count)
{
    std::vector<double> values(count);
    const void* data = array.data;
    switch (array.data_type) {
    case MAT_T_DOUBLE:
        appendValues<double>(data, first, step, values);
        break;
    case MAT_T_SINGLE:
        appendValues<float>(data, first, step, values);
        break;
    case MAT_T_INT8:
        appendValues<std::int8_t>(data, first, step, values);
        break;
    case MAT_T_UINT8:
        appendValues<std::uint8_t>(data, first, step, values);
        break;
    case MAT_T_INT16:
        appendValues<std::int16_t>(data, first, step, values);
        break;
    case MAT_T_UINT16:
        appendValues<std::uint16_t>(data, first, step, values);
        break;
    case MAT_T_INT32:
        appendValues<std::int32_t>(data, first, step, values);
        break;
    case MAT_T_UINT32:
        appendValues<std::uint32_t>(data, first, step, values);
        break;
    case MAT_T_INT64:
        appendValues<std::int64_t>(data, first, step, values);
        break;
    case MAT_T_UINT64:
        appendValues<std::uint64_t>(data, first, step, values);
        break;
    default:
        values.clear();
        break;
    }
    return values;
}

bool isNumericClass(matio_classes arrayClass)
{
    return arrayClass >= MAT_C_DOUBLE && arrayClass <= MAT_C_UINT64;
}

class Collector {
public:
    explicit Collector(FileContents& contents) : m_contents(contents) {}

    void visit(const matvar_t& variable, const std::string& name, int depth)
    {
        const std::size_t count = elementCount(variable);
        if (depth > kDeepestNesting || variable.data == nullptr || count == 0) {
            return;
        }
        if (variable.class_type == MAT_C_STRUCT) {
            visitStruct(variable, name, count, depth);
        } else if (variable.class_type == MAT_C_CELL) {
            visitCell(variable, name, count, depth);
        } else if (isNumericClass(variable.class_type)) {
            addNumbers(variable, name, count);
        } else if (variable.class_type == MAT_C_CHAR) {
            addText(variable, name, count);
        } else if (variable.class_type == MAT_C_SPARSE) {
            m_contents.leftOut.push_back(fmt::format("{0} (a sparse array: save full({0}))", name));
        }
    }

private:
    /// Product of the dimensions; 0 when it does not agree with the bytes read.
    static std::size_t elementCount(const matvar_t& variable)
    {
        if (variable.rank < 1 || variable.dims == nullptr) {
            return 0;
        }
        std::size_t count = 1;
        for (const std::size_t extent :
             std::span{variable.dims, static_cast<std::size_t>(variable.rank)}) {
            if (extent != 0 && count > SIZE_MAX / extent) {
                return 0;
            }
            count *= extent;
        }
        const bool isPlain = isNumericClass(variable.class_type) && variable.isComplex == 0;
        if (isPlain && variable.nbytes < count * Mat_SizeOf(variable.data_type)) {
            return 0;
        }
        return count;
    }

    void
    visitStruct(const matvar_t& variable, const std::string& name, std::size_t count, int depth)
    {
        const unsigned fields = Mat_VarGetNumberOfFields(const_cast<matvar_t*>(&variable));
        char* const* names = Mat_VarGetStructFieldnames(&variable);
        for (std::size_t at = 0; at < std::min(count, kMostMatlabCells); ++at) {
            const std::string owner = count == 1 ? name : fmt::format("{}({})", name, at + 1);
            for (unsigned field = 0; field < fields; ++field) {
                const matvar_t* child =
                    Mat_VarGetStructFieldByIndex(const_cast<matvar_t*>(&variable), field, at);
                if (child != nullptr && names[field] != nullptr) {
                    visit(*child, fmt::format("{}.{}", owner, names[field]), depth + 1);
                }
            }
        }
    }

    void visitCell(const matvar_t& variable, const std::string& name, std::size_t count, int depth)
    {
        for (std::size_t at = 0; at < std::min(count, kMostMatlabCells); ++at) {
            const matvar_t* child =
                Mat_VarGetCell(const_cast<matvar_t*>(&variable), static_cast<int>(at));
            if (child != nullptr) {
                visit(*child, fmt::format("{}{{{}}}", name, at + 1), depth + 1);
            }
        }
    }

    /// Names and units are short, of plain letters for the most part; others become '?'.
    void addText(const matvar_t& text, const std::string& name, std::size_t count)
    {
        constexpr std::size_t kLongest = 200;
        const std::size_t width = Mat_SizeOf(text.data_type);
        const bool isOneLine = text.rank == 2 && text.dims[0] == 1;
        if (!isOneLine || count > kLongest || width == 0 || width > 2 ||
            text.nbytes < count * width || m_contents.texts.size() >= kMostMatlabCells) {
            return;
        }
        std::string value;
        for (std::size_t i = 0; i < count; ++i) {
            const auto* bytes = static_cast<const unsigned char*>(text.data);
            unsigned code = bytes[i * width];
            if (width == 2) {
                std::uint16_t both = 0;
                std::memcpy(&both, bytes + 2 * i, sizeof both);
                code = both;
            }
            value.push_back(code >= 32 && code != 127 && code < 256 ? static_cast<char>(code)
                                                                    : '?');
        }
        m_contents.texts.push_back({name, std::move(value)});
    }

    void addNumbers(const matvar_t& array, const std::string& name, std::size_t count)
    {
        if (array.isComplex != 0) {
            m_contents.leftOut.push_back(fmt::format("{} (complex)", name));
            return;
        }
        if (count == 1) {
            const std::vector<double> value = valuesOf(array, 0, 1, 1);
            if (!value.empty()) {
                m_contents.scalars.push_back({name, value.front()});
            }
            return;
        }
        const std::span extents{array.dims, static_cast<std::size_t>(array.rank)};
        const std::size_t longest = *std::max_element(extents.begin(), extents.end());
        if (extents.size() > 2 && longest != count) { // its columns would be mixed
            m_contents.leftOut.push_back(
                fmt::format("{} ({} dimensions: save one signal of it)", name, extents.size()));
            return;
        }
        const std::size_t rows = array.dims[0];
        const std::size_t columns = count / std::max<std::size_t>(rows, 1);
        if (rows == 1 || columns == 1) {
            addVector(name, valuesOf(array, 0, 1, count));
        } else if (areChannels(columns, rows) && columns < rows) {
            for (std::size_t column = 0; column < columns; ++column) {
                addVector(fmt::format("{}(:,{})", name, column + 1),
                          valuesOf(array, column * rows, 1, rows));
            }
        } else if (areChannels(rows, columns)) {
            for (std::size_t row = 0; row < rows; ++row) {
                addVector(fmt::format("{}({},:)", name, row + 1),
                          valuesOf(array, row, rows, columns));
            }
        } else {
            m_contents.leftOut.push_back(fmt::format("{} ({} x {})", name, rows, columns));
        }
    }

    void addVector(const std::string& name, std::vector<double> samples)
    {
        if (!samples.empty()) {
            m_contents.vectors.push_back({name, {}, std::move(samples), {}, {}});
        }
    }

    FileContents& m_contents;
};

} // namespace

void collectVariable(const matvar_t& variable, FileContents& contents)
{
    // MATLAB keeps its own notes in a variable without a name.
    if (variable.name != nullptr && variable.name[0] != '\0') {
        Collector{contents}.visit(variable, variable.name, 0);
    }
}

} // namespace spall::io
