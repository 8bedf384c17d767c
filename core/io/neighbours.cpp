// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/neighbours.h"

#include "core/io/names.h"
#include "core/io/scalar_meaning.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <set>
#include <span>
#include <string_view>

namespace spall::io {
namespace {

constexpr std::array<std::string_view, 8> kDataNames{
    "data", "values", "value", "samples", "signal", "y", "yvalues", "ydata"};
constexpr std::array<std::string_view, 7> kTitleNames{
    "name", "channelname", "label", "title", "signalname", "channel", "nichannelname"};
constexpr std::array<std::string_view, 8> kListNames{"channels",
                                                     "channelnames",
                                                     "names",
                                                     "labels",
                                                     "columns",
                                                     "columnnames",
                                                     "channellabels",
                                                     "signalnames"};
constexpr std::array<std::string_view, 5> kUnitNames{
    "unit", "units", "yunit", "unitstring", "yunitlabel"};

/// Titles and units by the address of the struct they stand in, or of the vector they are of.
struct Neighbours {
    std::map<std::string, std::string, std::less<>> titles;
    std::map<std::string, std::string, std::less<>> units;
};

/// A column of a matrix: "data(:,2)" is the second of "data".
struct MatrixColumn {
    std::string_view matrix;
    std::string_view number; ///< empty for what is no column
};

MatrixColumn columnOf(std::string_view address)
{
    const auto open = address.rfind('(');
    const auto comma = address.rfind(',');
    const bool isColumn = address.ends_with(')') && open != std::string_view::npos &&
                          comma != std::string_view::npos && comma > open &&
                          address.find(':', open) != std::string_view::npos;
    if (!isColumn) {
        return {address, {}};
    }
    std::string_view inside = address.substr(open + 1, address.size() - open - 2);
    inside = inside.starts_with(":,") ? inside.substr(2) : inside.substr(0, inside.find(','));
    return {address.substr(0, open), inside};
}

/// A text of a list and its number there: "channel_names{2}".
MatrixColumn listed(std::string_view address)
{
    const auto open = address.rfind('{');
    return address.ends_with('}') && open != std::string_view::npos
               ? MatrixColumn{address.substr(0, open),
                              address.substr(open + 1, address.size() - open - 2)}
               : MatrixColumn{address, {}};
}

/// Where a text belongs, with the number of the column where it is one of a list.
std::string placeOf(std::string_view owner, std::string_view number)
{
    return fmt::format("{}#{}", owner, number);
}

Neighbours neighboursIn(const std::vector<FoundText>& texts)
{
    Neighbours found;
    for (const FoundText& text : texts) {
        const auto [address, number] = listed(text.name);
        const std::string plain = plainName(address);
        const std::string_view owner = ownerOf(address);
        if (owner.ends_with(".quantity") && plain == "label") { // of Simcenter Testlab
            found.units.emplace(placeOf(ownerOf(owner), number), text.value);
        } else if (number.empty() ? isOneOf(plain, kTitleNames) : isOneOf(plain, kListNames)) {
            found.titles.emplace(placeOf(owner, number), text.value);
        } else if (plain.ends_with("items") && !number.empty()) { // of pandas: "block0_items"
            const std::string_view block = address.substr(0, address.size() - 5);
            found.titles.emplace(placeOf(fmt::format("{}values", block), number), text.value);
        } else if (isOneOf(plain, kUnitNames)) {
            found.units.emplace(placeOf(owner, number), text.value);
        }
    }
    return found;
}

/// Where catman writes the header of "Channel_1_Data": "Channel_1_Header"; empty for other names.
std::string headerOf(std::string_view vector)
{
    constexpr std::string_view kData = "_Data";
    return vector.ends_with(kData)
               ? fmt::format("{}_Header", vector.substr(0, vector.size() - kData.size()))
               : std::string{};
}

/// Titles that several vectors share are none.
void dropShared(std::vector<FoundVector>& vectors)
{
    std::map<std::string, int> uses;
    for (const FoundVector& vector : vectors) {
        ++uses[vector.title];
    }
    for (FoundVector& vector : vectors) {
        if (uses[vector.title] > 1) {
            vector.title.clear();
        }
    }
}

} // namespace

void nameByNeighbours(FileContents& contents)
{
    const Neighbours found = neighboursIn(contents.texts);
    std::set<std::string, std::less<>> atTop;
    for (const FoundVector& vector : contents.vectors) {
        if (ownerOf(vector.name).empty()) {
            atTop.emplace(columnOf(vector.name).matrix);
        }
    }
    for (FoundVector& vector : contents.vectors) {
        const auto [matrix, number] = columnOf(vector.name);
        const std::string header = headerOf(vector.name);
        const std::string_view owner = ownerOf(matrix);
        // A vector that is a struct's own name, as with attributes of HDF5, may have texts too.
        for (const std::string_view place : {owner, matrix, std::string_view{header}}) {
            const bool isOwn = place == matrix || place == header;
            const bool isData = isOwn || !number.empty() || isOneOf(plainName(matrix), kDataNames);
            const auto title = found.titles.find(placeOf(place, number));
            if (title != found.titles.end() && isData && vector.title.empty()) {
                vector.title = title->second;
            }
            // A unit beside everything is that of the only thing there is.
            const bool isMeant = !place.empty() || atTop.size() == 1;
            for (const std::string_view which : {number, std::string_view{}}) {
                const auto unit = found.units.find(placeOf(place, which));
                if (unit != found.units.end() && vector.unit.empty() && isMeant) {
                    vector.unit = unit->second;
                    vector.isUnitShared = which.empty() && !(isOwn && number.empty());
                }
            }
        }
    }
    dropShared(contents.vectors);
}

} // namespace spall::io
