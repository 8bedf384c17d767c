// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sound/clip.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace spall::ui {

namespace {

constexpr double kLoudest = 0.7;

std::vector<double> levelled(std::span<const double> samples)
{
    double sum = 0.0;
    double count = 0.0;
    for (const double sample : samples) {
        sum += std::isfinite(sample) ? sample : 0.0;
        count += std::isfinite(sample) ? 1.0 : 0.0;
    }
    const double mean = count > 0.0 ? sum / count : 0.0;
    double peak = 0.0;
    std::vector<double> level;
    level.reserve(samples.size());
    for (const double sample : samples) {
        level.push_back(std::isfinite(sample) ? sample - mean : 0.0);
        peak = std::max(peak, std::abs(level.back()));
    }
    for (double& value : level) {
        value *= peak > 0.0 ? kLoudest / peak : 0.0;
    }
    return level;
}

} // namespace

QByteArray makeClip(std::span<const double> samples, Hertz rate, double speed)
{
    if (samples.empty() || !(rate.value > 0.0) || !(speed > 0.0)) {
        return {};
    }
    const auto level = levelled(samples);
    const double step = rate.value * speed / kSoundRate;
    const auto length = static_cast<qsizetype>(static_cast<double>(level.size()) / step);
    QByteArray clip(length * qsizetype{2}, Qt::Uninitialized);
    auto* out = reinterpret_cast<std::int16_t*>(clip.data());
    for (qsizetype at = 0; at < length; ++at) {
        const double place = static_cast<double>(at) * step;
        const auto before = std::min(static_cast<std::size_t>(place), level.size() - 1);
        const std::size_t after = std::min(before + 1, level.size() - 1);
        const double share = place - static_cast<double>(before);
        const double value = level[before] * (1.0 - share) + level[after] * share;
        out[at] = static_cast<std::int16_t>(std::lround(value * 32767.0));
    }
    return clip;
}

} // namespace spall::ui
