// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/spectrum_cursor.h"

#include "ui/text/format.h"

#include <cmath>

namespace spall::ui {

void SpectrumCursor::setKind(CursorKind kind)
{
    m_kind = kind;
    m_pinned.reset();
}

void SpectrumCursor::click(Hertz place)
{
    if (m_kind == CursorKind::Plain) {
        return;
    }
    if (m_pinned) {
        m_pinned.reset();
    } else {
        m_pinned = place;
    }
}

std::vector<Hertz> SpectrumCursor::lines(Hertz pointer) const
{
    std::vector<Hertz> lines;
    switch (m_kind) {
    case CursorKind::Plain:
        break;
    case CursorKind::Delta:
        if (m_pinned) {
            lines.push_back(*m_pinned);
        }
        break;
    case CursorKind::Harmonic: {
        const Hertz fundamental = m_pinned.value_or(pointer);
        for (int harmonic = 1; harmonic <= kHarmonics; ++harmonic) {
            lines.push_back({harmonic * fundamental.value});
        }
        break;
    }
    case CursorKind::Sideband:
        for (int side = -kSidebands; m_pinned && side <= kSidebands; ++side) {
            lines.push_back({m_pinned->value + side * (pointer.value - m_pinned->value)});
        }
        break;
    }
    return lines;
}

QString SpectrumCursor::text(Hertz pointer) const
{
    const QString here = frequencyText(pointer);
    if (!m_pinned) {
        return here;
    }
    const Hertz apart{std::abs(pointer.value - m_pinned->value)};
    switch (m_kind) {
    case CursorKind::Plain:
        break;
    case CursorKind::Delta:
        return QStringLiteral("Δ %1").arg(frequencyText(apart));
    case CursorKind::Harmonic:
        return QStringLiteral("%1 × %2").arg(numberText(pointer.value / m_pinned->value),
                                             frequencyText(*m_pinned));
    case CursorKind::Sideband:
        return QStringLiteral("%1 ± %2").arg(frequencyText(*m_pinned), frequencyText(apart));
    }
    return here;
}

} // namespace spall::ui
