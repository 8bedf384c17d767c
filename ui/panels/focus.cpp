// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/focus.h"

#include "core/pipeline/family_reading.h"

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

/// In round numbers.
signal::Band proposedBand(Hertz rate)
{
    const double step = rate.value >= 4000.0 ? 100.0 : 1.0;
    const signal::Band band = pipeline::upperBand(rate);
    return {{std::round(band.low.value / step) * step},
            {std::round(band.high.value / step) * step}};
}

} // namespace

SignalSource sourceOf(const Entry& entry)
{
    if (entry.scored && entry.scoredPyramid) {
        return {entry.scored->recording, entry.scored->channel, entry.scoredPyramid};
    }
    return {entry.input.recording, entry.input.channel, entry.pyramid};
}

Focus::Focus(Document& document, TimeAxis& axis, QObject* parent)
    : QObject(parent), m_document(document), m_axis(axis)
{
    connect(&document, &Document::machineChanged, this, &Focus::showMachine);
    showMachine();
}

std::optional<signal::FaultFrequencies> Focus::frequencies() const
{
    if (!m_machine.bearing || !m_machine.speed) {
        return std::nullopt;
    }
    return signal::faultFrequencies(*m_machine.bearing, *m_machine.speed);
}

SignalSource Focus::healthySource() const
{
    const auto& entries = m_document.entries();
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const Entry& entry = entries[at];
        const SignalSource source = sourceOf(entry);
        if (static_cast<int>(at) != m_document.currentIndex() &&
            entry.input.role == pipeline::Role::Healthy && source.rate() == m_source.rate()) {
            return source;
        }
    }
    return {};
}

SampleRange Focus::samplesInView(SampleCount most) const
{
    if (m_source.isEmpty()) {
        return {};
    }
    const double rate = m_source.rate().value;
    const TimeRange view = m_axis.view();
    const SampleRange range =
        intersection({std::llround(view.first * rate), std::llround(view.last * rate)},
                     {0, m_source.recording->sampleCount()});
    const SampleCount surplus = std::max<SampleCount>(0, range.size() - most);
    return {range.first + surplus / 2, range.last - (surplus - surplus / 2)};
}

QString Focus::unit() const
{
    if (m_source.isEmpty()) {
        return tr("unit");
    }
    const auto& channel =
        m_source.recording->channels.at(static_cast<std::size_t>(m_source.channel));
    return channel.unit.empty() ? tr("unit") : QString::fromStdString(channel.unit);
}

void Focus::setSource(const SignalSource& source)
{
    const bool isOther =
        source.recording != m_source.recording || source.channel != m_source.channel;
    const bool isOtherRate =
        !source.isEmpty() && (m_source.isEmpty() || source.rate() != m_source.rate());
    m_source = source;
    if (!isOther) {
        return;
    }
    m_window.reset();
    if (isOtherRate) {
        m_band = proposedBand(source.rate());
    }
    Q_EMIT sourceChanged();
    showMachine();
    Q_EMIT bandChanged();
    Q_EMIT windowChanged();
}

void Focus::setBand(const signal::Band& band)
{
    if (m_source.isEmpty() || (band.low == m_band.low && band.high == m_band.high)) {
        return;
    }
    const double top = m_source.rate().value / 2.0;
    m_band.low.value = std::clamp(band.low.value, 0.0, top * 0.99);
    m_band.high.value = std::clamp(band.high.value, m_band.low.value + top * 0.005, top);
    Q_EMIT bandChanged();
}

void Focus::setSpeed(Rpm speed)
{
    if (m_document.current() && speed != m_machine.speed.value_or(Rpm{})) {
        m_document.setSpeed(m_document.currentIndex(),
                            speed.value > 0.0 ? std::optional(speed) : std::nullopt);
    }
}

void Focus::showMachine()
{
    const Entry* current = m_document.current();
    m_machine = {m_document.bearing(), current ? shaftSpeedOf(*current) : std::nullopt};
    Q_EMIT machineChanged();
}

void Focus::setFound(std::optional<signal::FaultKind> kind)
{
    Q_EMIT familyFound(kind);
}

void Focus::setWindow(std::optional<std::int64_t> window)
{
    m_window = window;
    Q_EMIT windowChanged();
}

void Focus::goTo(int entry, std::int64_t window)
{
    if (entry < 0 || entry >= static_cast<int>(m_document.entries().size())) {
        return;
    }
    m_document.setCurrentIndex(entry);
    const auto& scored = m_document.entries()[static_cast<std::size_t>(entry)].scored;
    if (!scored || window < 0 || window >= static_cast<std::int64_t>(scored->windows.size())) {
        return;
    }
    const SampleRange range = scored->windows[static_cast<std::size_t>(window)];
    const Hertz rate = scored->recording->rate.value;
    Q_EMIT stretchRequested({duration(range.first, rate).value, duration(range.last, rate).value});
    setWindow(window);
}

} // namespace spall::ui
