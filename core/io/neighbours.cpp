// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/neighbours.h"

#include "core/io/names.h"
#include "core/io/scalar_meaning.h"

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
constexpr std::array<std::string_view, 5> kUnitNames{
    "unit", "units", "yunit", "unitstring", "yunitlabel"};

/// Titles and units by the address of the struct they stand in.
struct Neighbours {
    std::map<std::string_view, std::string_view> titles;
    std::map<std::string_view, std::string_view> units;
};

Neighbours neighboursIn(const std::vector<FoundText>& texts)
{
    Neighbours found;
    for (const FoundText& text : texts) {
        const std::string plain = plainName(text.name);
        if (isOneOf(plain, kTitleNames)) {
            found.titles.emplace(ownerOf(text.name), text.value);
        } else if (isOneOf(plain, kUnitNames)) {
            found.units.emplace(ownerOf(text.name), text.value);
        }
    }
    return found;
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
    for (FoundVector& vector : contents.vectors) {
        const std::string_view owner = ownerOf(vector.name);
        // A vector that is a struct's own name, as with attributes of HDF5, may have texts too.
        for (const std::string_view place : {owner, std::string_view{vector.name}}) {
            const auto title = found.titles.find(place);
            const bool isData = place == vector.name || isOneOf(plainName(vector.name), kDataNames);
            if (title != found.titles.end() && isData && vector.title.empty()) {
                vector.title = title->second;
            }
            const auto unit = found.units.find(place);
            if (unit != found.units.end() && vector.unit.empty() && !place.empty()) {
                vector.unit = unit->second;
            }
        }
    }
    dropShared(contents.vectors);
}

} // namespace spall::io
