// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/alarm_view.h"

#include "core/pipeline/family_reading.h"
#include "core/signal/kurtogram.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spall::report {

namespace {

constexpr int kLevels = 3;            ///< eight bands at most: wide enough for fast strikes
constexpr double kShownHertz = 600.0; ///< of the envelope spectrum

/// The whole spectrum when the kurtogram has too few samples to tell bands apart.
signal::Band bandOf(std::span<const double> samples, Hertz rate)
{
    const auto map = signal::kurtogram(samples, rate, kLevels);
    return map ? map->best : signal::Band{Hertz{0.0}, Hertz{0.5 * rate.value}};
}

void shorten(signal::Spectrum& envelope)
{
    const auto shown = static_cast<std::size_t>(kShownHertz / envelope.binWidth.value) + 1;
    envelope.values.resize(std::min(envelope.values.size(), shown));
}

/// Names the nearest fault family, and takes the band that shows it.
void read(AlarmView& view,
          std::span<const double> stretch,
          Hertz rate,
          const pipeline::Machine& machine)
{
    using State = FaultReading::State;
    if (!machine.speed || !machine.bearing) {
        view.reading.state = machine.speed ? State::NoBearing : State::NoSpeed;
        return;
    }
    const auto found = pipeline::readFamily({stretch, {}, rate, {}}, machine);
    if (!found) {
        return;
    }
    const signal::FamilyFinding& nearest = found->nearest;
    view.reading.state = State::Read;
    view.reading.certainty = nearest.families.empty() ? signal::Certainty::None : nearest.certainty;
    if (view.reading.hasFamily()) {
        view.reading.family = nearest.families.front();
        view.band = nearest.band;
    }
}

AlarmView viewOf(const pipeline::ScoredRecording& scored,
                 const pipeline::Decision& decision,
                 const detect::Event& event,
                 pipeline::Machine machine)
{
    AlarmView view;
    const signal::Recording& recording = *scored.recording;
    const auto& samples = recording.channels.at(static_cast<std::size_t>(scored.channel)).samples;
    const SampleRange peak = scored.windows.at(static_cast<std::size_t>(event.peakWindow));
    const auto part = [&](SampleRange range) {
        return std::span(samples).subspan(static_cast<std::size_t>(range.first),
                                          static_cast<std::size_t>(range.size()));
    };
    const auto window = part(peak);
    view.waveform.assign(window.begin(), window.end());
    const Hertz rate = recording.rate.value;
    if (!machine.speed && recording.shaftSpeed) {
        machine.speed = recording.shaftSpeed->value;
    }
    const auto stretch =
        part(pipeline::flaggedStretch(scored, decision, event.peakWindow, machine.speed));
    view.band = bandOf(stretch, rate);
    read(view, stretch, rate, machine);
    auto envelope = signal::squaredEnvelopeSpectrum(stretch, rate, view.band);
    if (!envelope) {
        return view;
    }
    view.envelope = std::move(*envelope);
    shorten(view.envelope);
    return view;
}

} // namespace

std::vector<AlarmView> alarmViews(const pipeline::ScoredRecording& scored,
                                  const pipeline::Decision& decision,
                                  const pipeline::Machine& machine,
                                  std::size_t most)
{
    std::vector<std::size_t> order(decision.events.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return decision.events[a].peakScore > decision.events[b].peakScore;
    });
    order.resize(std::min(order.size(), most));
    std::vector<AlarmView> views;
    for (const std::size_t event : order) {
        const auto peak = static_cast<std::size_t>(decision.events[event].peakWindow);
        if (peak < scored.windows.size()) {
            views.push_back(viewOf(scored, decision, decision.events[event], machine));
            views.back().event = event;
        }
    }
    return views;
}

} // namespace spall::report
