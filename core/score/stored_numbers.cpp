// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/stored_numbers.h"

#include <algorithm>
#include <cmath>

namespace spall::score {
namespace {

/// The member of the array stored under `name`, checked.
template <typename Number>
Result<std::vector<Number>> take(const Archive& archive,
                                 const std::string& name,
                                 std::int64_t size,
                                 std::vector<Number> Array::*member)
{
    const auto found = archive.arrays.find(name);
    if (found == archive.arrays.end()) {
        return fail(damagedPart(name));
    }
    const auto& values = found->second.*member;
    const bool isOtherType =
        found->second.single.size() + found->second.real.size() != values.size();
    const bool isOtherSize = size >= 0 && static_cast<std::int64_t>(values.size()) != size;
    const auto isFinite = [](Number value) {
        return std::isfinite(value);
    };
    if (isOtherType || isOtherSize || !std::all_of(values.begin(), values.end(), isFinite)) {
        return fail(damagedPart(name));
    }
    return values;
}

} // namespace

void put(Archive& archive, const std::string& name, std::vector<double> values)
{
    const auto size = static_cast<std::int64_t>(values.size());
    archive.arrays[name] = Array{{size}, {}, std::move(values)};
}

void put(Archive& archive, const std::string& name, std::vector<float> values)
{
    const auto size = static_cast<std::int64_t>(values.size());
    archive.arrays[name] = Array{{size}, std::move(values), {}};
}

void put(Archive& archive, const std::string& name, double value)
{
    put(archive, name, std::vector{value});
}

void put(Archive& archive, const std::string& name, const Standardiser& standardiser)
{
    put(archive, name, std::vector{standardiser.mean, standardiser.deviation});
}

Result<std::vector<double>>
takeReal(const Archive& archive, const std::string& name, std::int64_t size)
{
    return take(archive, name, size, &Array::real);
}

Result<std::vector<float>>
takeSingle(const Archive& archive, const std::string& name, std::int64_t size)
{
    return take(archive, name, size, &Array::single);
}

Result<double> takeNumber(const Archive& archive, const std::string& name, double least)
{
    const auto value = takeReal(archive, name, 1);
    if (!value) {
        return fail(value.error());
    }
    if (value->front() < least) {
        return fail(damagedPart(name));
    }
    return value->front();
}

Result<Standardiser> takeStandardiser(const Archive& archive, const std::string& name)
{
    const auto values = takeReal(archive, name, 2);
    if (!values) {
        return fail(values.error());
    }
    if ((*values)[1] <= 0.0) {
        return fail(damagedPart(name));
    }
    return Standardiser{(*values)[0], (*values)[1]};
}

Result<std::int64_t>
takeInteger(const Archive& archive, const std::string& name, std::int64_t least, std::int64_t most)
{
    const auto value = takeReal(archive, name, 1);
    if (!value) {
        return fail(value.error());
    }
    const double number = value->front();
    if (number != std::floor(number) || number < static_cast<double>(least) ||
        number > static_cast<double>(most)) {
        return fail(damagedPart(name));
    }
    return static_cast<std::int64_t>(number);
}

Error damagedPart(const std::string& name)
{
    return Error{ErrorCode::UnknownFormat,
                 "the part \"" + name + "\" is missing or damaged",
                 {},
                 "take a backup, or train again"};
}

} // namespace spall::score
