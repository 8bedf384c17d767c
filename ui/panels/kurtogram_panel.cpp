// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/kurtogram_panel.h"

#include "core/signal/kurtogram.h"
#include "ui/panels/control_line.h"
#include "ui/plot/kurtogram_plot.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace spall::ui {

namespace {
constexpr SampleCount kMostSamples = 400'000;
constexpr int kLevels = 5;
} // namespace

KurtogramPanel::KurtogramPanel(Focus& focus, QWidget* parent)
    : DockPanel(focus, parent), m_plot(new KurtogramPlot), m_line(new ControlLine)
{
    auto* take = new QPushButton(tr("Take the framed band"));
    take->setToolTip(tr("Makes the most impulsive band the band of the envelope spectrum"));
    m_line->add(take);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_line);
    column->addWidget(m_plot, 1);
    m_plot->setMessage(tr("The kurtogram of what is in view appears here."));
    connect(take, &QPushButton::clicked, this, [this] {
        const auto best = m_plot->best();
        if (best) {
            this->focus().setBand(*best);
        }
    });
    connect(m_plot, &KurtogramPlot::bandChosen, &focus, &Focus::setBand);
    connect(m_plot, &KurtogramPlot::pointed, this, [this](const QString& text) {
        m_line->setNote(text.isEmpty() ? m_proposal : text);
    });
    connect(&focus, &Focus::bandChanged, this, [this] { m_plot->setChosen(this->focus().band()); });
    connect(&focus, &Focus::sourceChanged, this, [this] {
        forget();
        showLater();
    });
    connect(&focus.axis(), &TimeAxis::viewChanged, this, &KurtogramPanel::showLater);
}

void KurtogramPanel::compute()
{
    if (focus().source().isEmpty()) {
        m_plot->setMessage(tr("The kurtogram of what is in view appears here."));
        return;
    }
    run<signal::Kurtogram>(
        [source = focus().source(), range = focus().samplesInView(kMostSamples)] {
            const auto samples = source.samples().subspan(static_cast<std::size_t>(range.first),
                                                          static_cast<std::size_t>(range.size()));
            return signal::kurtogram(samples, source.rate(), kLevels);
        },
        [this](const Result<signal::Kurtogram>& kurtogram) {
            if (!kurtogram) {
                m_proposal.clear();
                m_plot->setMessage(errorText(kurtogram.error()));
            } else {
                m_proposal = tr("most impulsive: %1 – %2 · kurtosis %3 (noise has 0)")
                                 .arg(frequencyText(kurtogram->best.low),
                                      frequencyText(kurtogram->best.high),
                                      numberText(kurtogram->bestKurtosis));
                m_plot->setKurtogram(*kurtogram);
            }
            m_line->setNote(m_proposal);
        });
}

} // namespace spall::ui
