// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/dock.h"

#include "ui/panels/curves_panel.h"
#include "ui/panels/detectability_panel.h"
#include "ui/panels/envelope_panel.h"
#include "ui/panels/kurtogram_panel.h"
#include "ui/panels/mistakes_panel.h"
#include "ui/panels/scatter_panel.h"
#include "ui/panels/spectrogram_panel.h"
#include "ui/panels/spectrum_panel.h"
#include "ui/panels/trend_panel.h"
#include "ui/panels/why_panel.h"
#include "ui/theme/theme.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace spall::ui {

Dock::Dock(Focus& focus, QWidget* parent) : QFrame(parent), m_tabs(new QTabWidget)
{
    setLook(this, "card");
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Views"));
    auto* inside = new QVBoxLayout(this);
    inside->setContentsMargins(4, 4, 4, 4);
    inside->addWidget(m_tabs);
    addPanels(focus);
}

void Dock::addPanels(Focus& focus)
{
    m_why = new WhyPanel(focus);
    m_detectability = new DetectabilityPanel(focus);
    add(new EnvelopePanel(focus),
        tr("Envelope"),
        tr("Spectrum of the squared envelope of a band: regular impacts show as lines"));
    add(m_why,
        tr("Why flagged?"),
        tr("What stands behind the score of a window, and which part of the bearing it points to"));
    add(new MistakesPanel(focus),
        tr("Mistakes"),
        tr("Events that the present threshold misses, and its false alarms"));
    add(new ScatterPanel(focus),
        tr("Rec × critic"),
        tr("Reconstruction score against critic score, window by window"));
    add(new CurvesPanel(focus),
        tr("ROC / PR"),
        tr("What every threshold would give, for this model and the plain methods"));
    add(m_detectability,
        tr("Detectability"),
        tr("The smallest defect you would catch, on your machine"));
    add(new SpectrumPanel(focus), tr("Spectrum"), tr("Averaged power spectrum of the view"));
    add(new SpectrogramPanel(focus), tr("Spectrogram"), tr("Spectra over time"));
    add(new KurtogramPanel(focus),
        tr("Kurtogram"),
        tr("Which band is most impulsive: a good one for the envelope"));
    add(new TrendPanel(focus),
        tr("Trend"),
        tr("RMS, peak, crest factor, kurtosis and score over the whole recording"));
}

void Dock::add(DockPanel* panel, const QString& name, const QString& explanation)
{
    const int at = m_tabs->addTab(panel, name);
    m_tabs->setTabToolTip(at, explanation);
}

void Dock::setAnalysis(JobRunner& analysis)
{
    m_detectability->setAnalysis(analysis);
}

void Dock::showWhy()
{
    m_tabs->setCurrentWidget(m_why);
}

void Dock::showEnvelope()
{
    m_tabs->setCurrentIndex(0);
}

void Dock::step(int direction)
{
    const int count = m_tabs->count();
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + direction + count) % count);
}

} // namespace spall::ui
