// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/spectrogram_panel.h"

#include "core/signal/spectrogram.h"
#include "ui/panels/control_line.h"
#include "ui/plot/spectrogram_plot.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace spall::ui {

namespace {
constexpr SampleCount kMostFrames = 800; ///< about as many columns as a screen has
constexpr SampleCount kEverySample = std::numeric_limits<SampleCount>::max();
} // namespace

SpectrogramPanel::SpectrogramPanel(Focus& focus, QWidget* parent)
    : DockPanel(focus, parent),
      m_plot(new SpectrogramPlot(focus.axis())),
      m_line(new ControlLine),
      m_segment(new QComboBox)
{
    for (const int length : {128, 256, 512, 1024, 2048, 4096}) {
        m_segment->addItem(tr("%1 samples").arg(countText(length)), length);
    }
    m_segment->setCurrentIndex(2);
    m_segment->setAccessibleName(tr("Segment length"));
    m_segment->setToolTip(
        tr("Longer segments tell frequencies apart better and times worse. Hann window."));
    m_line->addLabel(tr("Hann"));
    m_line->add(m_segment);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_line);
    column->addWidget(m_plot, 1);
    m_plot->setMessage(tr("The spectrogram of what is in view appears here."));
    connect(m_segment, &QComboBox::currentIndexChanged, this, &SpectrogramPanel::showLater);
    connect(m_plot, &SpectrogramPlot::pointed, m_line, &ControlLine::setNote);
    connect(&focus, &Focus::sourceChanged, this, [this] {
        forget();
        showLater();
    });
    connect(&focus.axis(), &TimeAxis::viewChanged, this, &SpectrogramPanel::showLater);
}

void SpectrogramPanel::compute()
{
    if (focus().source().isEmpty()) {
        m_plot->setMessage(tr("The spectrogram of what is in view appears here."));
        return;
    }
    using Map = std::shared_ptr<const signal::Spectrogram>;
    const SampleRange range = focus().samplesInView(kEverySample);
    const SampleCount segment = std::max<SampleCount>(
        16, std::min<SampleCount>(m_segment->currentData().toLongLong(), range.size() / 2));
    const SampleCount step = std::max<SampleCount>(segment / 4, range.size() / kMostFrames);
    run<Map>(
        [source = focus().source(), range, segment, step]() -> Result<Map> {
            const auto samples = source.samples().subspan(static_cast<std::size_t>(range.first),
                                                          static_cast<std::size_t>(range.size()));
            auto map = signal::spectrogram(samples, source.rate(), {segment, step});
            if (!map) {
                return fail(map.error());
            }
            return std::make_shared<const signal::Spectrogram>(std::move(*map));
        },
        [this, range](const Result<Map>& map) {
            if (!map) {
                m_plot->setMessage(errorText(map.error()));
                return;
            }
            m_plot->setSpectrogram(*map,
                                   duration(range.first, focus().source().rate()).value,
                                   focus().unit() + QStringLiteral("²/Hz"));
        });
}

} // namespace spall::ui
