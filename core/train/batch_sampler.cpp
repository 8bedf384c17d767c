// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/batch_sampler.h"

#include <algorithm>
#include <sstream>

namespace spall::train {
namespace {

void appendWindow(std::vector<float>& out,
                  std::span<const double> samples,
                  score::Standardiser scaling,
                  double sign)
{
    for (const double sample : samples) {
        out.push_back(static_cast<float>(sign * scaling.apply(sample)));
    }
}

} // namespace

BatchSampler::BatchSampler(std::span<const signal::Stretch> stretches,
                           score::Standardiser scaling,
                           const DrawOptions& options,
                           Seed seed)
    : m_scaling{scaling}, m_options{options}, m_engine{makeEngine(seed)}
{
    for (const signal::Stretch& stretch : stretches) {
        if (stretch.range.size() >= options.length) {
            m_sources.push_back({stretch, m_starts});
            m_starts += stretch.range.size() - options.length + 1;
        }
    }
}

std::vector<float> BatchSampler::draw(std::int64_t count)
{
    std::vector<float> windows;
    windows.reserve(static_cast<std::size_t>(count * m_options.length));
    for (std::int64_t i = 0; i < count; ++i) {
        const auto samples = drawSamples();
        const bool isTurned = m_options.polarity == nn::Polarity::Random && uniform(m_engine) < 0.5;
        appendWindow(windows, samples, m_scaling, isTurned ? -1.0 : 1.0);
    }
    return windows;
}

std::span<const double> BatchSampler::drawSamples()
{
    const auto length = static_cast<std::size_t>(m_options.length);
    if (m_options.recordings == nn::Recordings::Alike) {
        const auto which = uniformIndex(m_engine, static_cast<std::int64_t>(m_sources.size()));
        const signal::Stretch& stretch = m_sources[static_cast<std::size_t>(which)].stretch;
        const auto start = uniformIndex(m_engine, stretch.range.size() - m_options.length + 1);
        return stretch.samples().subspan(static_cast<std::size_t>(start), length);
    }
    const std::int64_t start = uniformIndex(m_engine, m_starts);
    const auto after = std::upper_bound(
        m_sources.begin(), m_sources.end(), start, [](std::int64_t at, const Source& source) {
            return at < source.firstStart;
        });
    const Source& source = *std::prev(after);
    return source.stretch.samples().subspan(static_cast<std::size_t>(start - source.firstStart),
                                            length);
}

std::string BatchSampler::state() const
{
    return engineText(m_engine);
}

bool BatchSampler::restore(const std::string& state)
{
    return restoreEngine(m_engine, state);
}

std::vector<float> evenWindows(std::span<const signal::Stretch> stretches,
                               score::Standardiser scaling,
                               SampleCount length,
                               std::int64_t most)
{
    std::vector<std::span<const double>> places;
    const SampleCount step = std::max<SampleCount>(1, length / 2);
    for (const signal::Stretch& stretch : stretches) {
        for (SampleIndex start = 0; start + length <= stretch.range.size(); start += step) {
            places.push_back(stretch.samples().subspan(static_cast<std::size_t>(start),
                                                       static_cast<std::size_t>(length)));
        }
    }
    const auto found = static_cast<std::int64_t>(places.size());
    const std::int64_t count = std::min(found, most);
    std::vector<float> windows;
    windows.reserve(static_cast<std::size_t>(count * length));
    for (std::int64_t i = 0; i < count; ++i) {
        appendWindow(windows, places[static_cast<std::size_t>(i * found / count)], scaling, 1.0);
    }
    return windows;
}

std::string engineText(const RandomEngine& engine)
{
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << engine;
    return out.str();
}

bool restoreEngine(RandomEngine& engine, const std::string& text)
{
    std::istringstream in{text};
    in.imbue(std::locale::classic());
    RandomEngine read;
    if (!(in >> read)) {
        return false;
    }
    engine = read;
    return true;
}

} // namespace spall::train
