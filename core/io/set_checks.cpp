// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/set_checks.h"

#include <fmt/format.h>

#include <optional>

namespace spall::io {
namespace {

std::optional<std::string> rateDoubt(std::span<const SetMember> members)
{
    for (const SetMember& healthy : members) {
        for (const SetMember& faulty : members) {
            if (healthy.isHealthy && faulty.isFaulty && healthy.rate != faulty.rate) {
                return fmt::format(
                    "'{}' (healthy) was sampled at {:g} Hz and '{}' (faulty) at {:g} "
                    "Hz: only what lies below half the lower rate can be compared.",
                    healthy.name,
                    healthy.rate.value,
                    faulty.name,
                    faulty.rate.value);
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> unitDoubt(std::span<const SetMember> members)
{
    const SetMember* first = nullptr;
    for (const SetMember& member : members) {
        if (member.unit.empty()) {
            continue;
        }
        first = first == nullptr ? &member : first;
        if (member.unit != first->unit) {
            return fmt::format("'{}' is in {} and '{}' in {}: bring them to one unit.",
                               first->name,
                               first->unit,
                               member.name,
                               member.unit);
        }
    }
    return std::nullopt;
}

/// Healthy bearings of one kind differ in level by two or three, hardly by more.
std::optional<std::string> levelDoubt(std::span<const SetMember> members)
{
    constexpr double kUnusual = 5.0;
    const SetMember* least = nullptr;
    const SetMember* most = nullptr;
    for (const SetMember& member : members) {
        if (!member.isHealthy || !(member.levels.rms > 0.0)) {
            continue;
        }
        least = least == nullptr || member.levels.rms < least->levels.rms ? &member : least;
        most = most == nullptr || member.levels.rms > most->levels.rms ? &member : most;
    }
    if (least == nullptr || most->levels.rms < kUnusual * least->levels.rms) {
        return std::nullopt;
    }
    const double factor = most->levels.rms / least->levels.rms;
    constexpr double kGravity = 9.80665;
    const bool isGravity = factor > 0.8 * kGravity && factor < 1.25 * kGravity;
    return fmt::format("The levels of the healthy '{}' and '{}' differ by a factor of {:.3g}: {}",
                       least->name,
                       most->name,
                       factor,
                       isGravity ? "as g and m/s2 do. Are the units the same?"
                                 : "are units and scale the same?");
}

std::optional<std::string> transientDoubt(const SetMember& member)
{
    constexpr double kPeaky = 15.0;    // noise stays near 4 to 5
    constexpr double kImpulsive = 8.0; // 3 for noise
    if (!member.isHealthy || member.levels.crest < kPeaky || member.levels.kurtosis < kImpulsive) {
        return std::nullopt;
    }
    return fmt::format("The healthy '{}' has transients (crest {:.1f}, kurtosis {:.1f}): knocks, "
                       "switching, or not so healthy.",
                       member.name,
                       member.levels.crest,
                       member.levels.kurtosis);
}

} // namespace

std::vector<std::string> doubtsBetween(std::span<const SetMember> members)
{
    std::vector<std::string> sentences;
    for (auto doubt : {rateDoubt(members), unitDoubt(members), levelDoubt(members)}) {
        if (doubt) {
            sentences.push_back(*doubt);
        }
    }
    for (const SetMember& member : members) {
        if (const auto doubt = transientDoubt(member)) {
            sentences.push_back(*doubt);
        }
    }
    return sentences;
}

} // namespace spall::io
