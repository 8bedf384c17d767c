// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/label_edit.h"

#include <algorithm>

namespace spall::io {

namespace {

/// The indices that name a label, each once, ascending.
std::vector<std::size_t> tidied(std::vector<std::size_t> indices, std::size_t count)
{
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    std::erase_if(indices, [count](std::size_t index) { return index >= count; });
    return indices;
}

} // namespace

Labels resized(Labels labels, std::size_t index, SampleRange range, SampleCount sampleCount)
{
    const auto [first, last] = std::minmax(range.first, range.last);
    const SampleRange kept{std::clamp<SampleIndex>(first, 0, sampleCount),
                           std::clamp<SampleIndex>(last, 0, sampleCount)};
    if (index < labels.size() && !kept.isEmpty()) {
        labels[index].range = kept;
    }
    return labels;
}

Labels renamed(Labels labels, std::size_t index, const std::string& name)
{
    if (index < labels.size() && !name.empty()) {
        labels[index].name = name;
    }
    return labels;
}

Labels split(Labels labels, std::size_t index, SampleIndex at)
{
    if (index >= labels.size() || at <= labels[index].range.first ||
        at >= labels[index].range.last) {
        return labels;
    }
    Label second = labels[index];
    second.range.first = at;
    labels[index].range.last = at;
    labels.insert(labels.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(second));
    return labels;
}

Labels removed(Labels labels, std::vector<std::size_t> indices)
{
    indices = tidied(std::move(indices), labels.size());
    for (auto index = indices.rbegin(); index != indices.rend(); ++index) {
        labels.erase(labels.begin() + static_cast<std::ptrdiff_t>(*index));
    }
    return labels;
}

Labels merged(Labels labels, std::vector<std::size_t> indices)
{
    indices = tidied(std::move(indices), labels.size());
    if (indices.size() < 2) {
        return labels;
    }
    const std::size_t kept = indices.front();
    for (const std::size_t index : indices) {
        if (labels[index].file != labels[kept].file) {
            return labels;
        }
    }
    SampleRange& whole = labels[kept].range;
    for (const std::size_t index : indices) {
        whole.first = std::min(whole.first, labels[index].range.first);
        whole.last = std::max(whole.last, labels[index].range.last);
    }
    indices.erase(indices.begin());
    return removed(std::move(labels), std::move(indices));
}

std::optional<std::size_t> neighbourOf(std::span<const Label> labels,
                                       const std::filesystem::path& recording,
                                       SampleIndex from,
                                       int direction)
{
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const SampleIndex start = labels[i].range.first;
        const bool isBeyond = direction < 0 ? start < from : start > from;
        if (!isOf(labels[i], recording) || !isBeyond) {
            continue;
        }
        const bool isNearer = !nearest || (direction < 0 ? start > labels[*nearest].range.first
                                                         : start < labels[*nearest].range.first);
        nearest = isNearer ? i : *nearest;
    }
    return nearest;
}

} // namespace spall::io
