// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/truth.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

namespace spall::pipeline {
namespace {

constexpr signed char kNotJudged = -1;
constexpr signed char kHealthy = 0;
constexpr signed char kFaulty = 1;

signed char truthOfRole(Role role)
{
    return role == Role::Healthy ? kHealthy : role == Role::Faulty ? kFaulty : kNotJudged;
}

signed char truthOfLabel(const std::string& name)
{
    if (name == "healthy") {
        return kHealthy;
    }
    constexpr std::array kFaults{
        "faulty", "fault", "inner race", "outer race", "rolling element", "ball", "cage"};
    return std::find(kFaults.begin(), kFaults.end(), name) == kFaults.end() ? kNotJudged : kFaulty;
}

/// The labels of the recording's own file.
std::vector<const io::Label*> labelsOf(const ScoredRecording& scored,
                                       std::span<const io::Label> labels)
{
    std::vector<const io::Label*> own;
    for (const io::Label& label : labels) {
        if (io::isOf(label, scored.recording->provenance.path)) {
            own.push_back(&label);
        }
    }
    return own;
}

signed char truthElsewhere(Role role, const std::vector<const io::Label*>& labels)
{
    const signed char truth = truthOfRole(role);
    const bool isContradicted =
        std::any_of(labels.begin(), labels.end(), [truth](const io::Label* label) {
            const signed char said = truthOfLabel(label->name);
            return said != kNotJudged && said != truth;
        });
    return isContradicted ? kNotJudged : truth;
}

/// Where the second half of the windows of one truth begins; nothing when there are none.
std::optional<SampleIndex>
middleOf(const ScoredRecording& scored, const Truth& truth, signed char side)
{
    std::vector<SampleIndex> starts;
    for (std::size_t at = 0; at < truth.size(); ++at) {
        if (truth[at] == side) {
            starts.push_back(scored.windows[at].first);
        }
    }
    return starts.empty() ? std::nullopt : std::optional{starts[starts.size() / 2]};
}

/// Takes windows that share samples with the validation half out of the test half: first those
/// behind its windows, then those in front of them.
void partFromValidation(const ScoredRecording& scored, Halves& halves)
{
    SampleIndex reached = 0;
    for (std::size_t at = 0; at < scored.windows.size(); ++at) {
        if (halves.validation[at] != kNotJudged) {
            reached = scored.windows[at].last;
        } else if (scored.windows[at].first < reached) {
            halves.test[at] = kNotJudged;
        }
    }
    std::optional<SampleIndex> next;
    for (std::size_t at = scored.windows.size(); at-- > 0;) {
        if (halves.validation[at] != kNotJudged) {
            next = scored.windows[at].first;
        } else if (next && scored.windows[at].last > *next) {
            halves.test[at] = kNotJudged;
        }
    }
}

} // namespace

Truth truthOfWindows(const ScoredRecording& scored, std::span<const io::Label> labels)
{
    const auto own = labelsOf(scored, labels);
    const double toFileRate = scored.fileRate.value / scored.recording->rate.value.value;
    Truth truth(scored.windows.size(), truthElsewhere(scored.role, own));
    for (std::size_t at = 0; at < truth.size(); ++at) {
        if (scored.learned[at] != 0) {
            truth[at] = kNotJudged; // never reported on what was learned from
            continue;
        }
        const SampleRange window = scored.windows[at];
        const auto middle = static_cast<SampleIndex>(
            0.5 * toFileRate * static_cast<double>(window.first + window.last));
        for (const io::Label* label : own) { // in samples of the file
            truth[at] = label->range.contains(middle) ? truthOfLabel(label->name) : truth[at];
        }
    }
    return truth;
}

Halves halve(const ScoredRecording& scored, const Truth& truth)
{
    Halves halves{Truth(truth.size(), kNotJudged), Truth(truth.size(), kNotJudged)};
    for (const signed char side : {kHealthy, kFaulty}) {
        const auto middle = middleOf(scored, truth, side);
        for (std::size_t at = 0; middle && at < truth.size(); ++at) {
            if (truth[at] != side) {
                continue;
            }
            if (scored.windows[at].last <= *middle) {
                halves.validation[at] = side;
            } else if (scored.windows[at].first >= *middle) {
                halves.test[at] = side;
            }
        }
    }
    partFromValidation(scored, halves);
    return halves;
}

Truth countedTruth(const ScoredRecording& scored,
                   std::span<const io::Label> labels,
                   detect::PolicyKind policy)
{
    Truth truth = truthOfWindows(scored, labels);
    return policy == detect::PolicyKind::BestF1 ? halve(scored, truth).test : truth;
}

} // namespace spall::pipeline
