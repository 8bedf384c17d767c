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
#include "ui/panels/view_title.h"
#include "ui/panels/why_panel.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QDockWidget>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMainWindow>
#include <QTabBar>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace spall::ui {

namespace {

constexpr int kSettleMilliseconds = 50; ///< while a button is held, a view may be on its way
constexpr int kNarrowest = 320;         ///< two views stand beside each other on any screen
constexpr char kExplanation[] = "explanation";

QDockWidget& dockOf(const DockPanel& view)
{
    return *qobject_cast<QDockWidget*>(view.parentWidget());
}

} // namespace

Dock::Dock(Focus& focus, DetectabilityJob* detectability, QWidget* parent)
    : QFrame(parent), m_area(new QMainWindow)
{
    setLook(this, "card");
    m_area->setWindowFlags(Qt::Widget);
    m_area->setObjectName(QStringLiteral("inspectViews"));
    m_area->setDockOptions(QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks |
                           QMainWindow::GroupedDragging);
    m_area->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_area->setDocumentMode(true);
    m_area->setContextMenuPolicy(Qt::NoContextMenu);
    m_area->installEventFilter(this);
    auto* inside = new QVBoxLayout(this);
    inside->setContentsMargins(4, 4, 4, 4);
    inside->addWidget(m_area);
    m_titles.setSingleShot(true);
    connect(&m_titles, &QTimer::timeout, this, &Dock::refreshTitles);
    addPanels(focus, detectability);
    m_current = m_envelope;
    show(*m_envelope);
    refreshTitles();
}

void Dock::addPanels(Focus& focus, DetectabilityJob* detectability)
{
    m_envelope = new EnvelopePanel(focus);
    m_why = new WhyPanel(focus);
    add(m_envelope,
        "envelope",
        tr("Envelope"),
        tr("Spectrum of the squared envelope of a band: regular impacts show as lines"));
    add(m_why,
        "why",
        tr("Why flagged?"),
        tr("What stands behind the score of a window, and which part of the bearing it points to"));
    add(new MistakesPanel(focus),
        "mistakes",
        tr("Mistakes"),
        tr("Events that the present threshold misses, and its false alarms"));
    add(new ScatterPanel(focus),
        "scatter",
        tr("Rec × critic"),
        tr("Reconstruction score against critic score, window by window"));
    add(new CurvesPanel(focus),
        "curves",
        tr("ROC / PR"),
        tr("What every threshold would give, for this model and the plain methods"));
    add(new DetectabilityPanel(focus, detectability),
        "detectability",
        tr("Detectability"),
        tr("The smallest defect you would catch, on your machine"));
    add(new SpectrumPanel(focus),
        "spectrum",
        tr("Spectrum"),
        tr("Averaged power spectrum of the view"));
    add(new SpectrogramPanel(focus), "spectrogram", tr("Spectrogram"), tr("Spectra over time"));
    add(new KurtogramPanel(focus),
        "kurtogram",
        tr("Kurtogram"),
        tr("Which band is most impulsive: a good one for the envelope"));
    add(new TrendPanel(focus),
        "trend",
        tr("Trend"),
        tr("RMS, peak, crest factor, kurtosis and score over the whole recording"));
}

void Dock::add(DockPanel* panel, const char* id, const QString& name, const QString& explanation)
{
    auto* dock = new QDockWidget(name, m_area);
    dock->setObjectName(QLatin1String(id));
    dock->setProperty(kExplanation, explanation);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    dock->setWidget(panel);
    dock->toggleViewAction()->setVisible(false); // a view that is closed would be hard to find
    dock->toggleViewAction()->setEnabled(false);
    auto* title = new ViewTitle(*dock);
    dock->setTitleBarWidget(title);
    // Qt keeps covered tabs visible, far outside; hidden they neither compute nor draw.
    panel->setMinimumWidth(kNarrowest);
    QSizePolicy policy = panel->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    panel->setSizePolicy(policy);
    tabAlong(*dock, Qt::LeftDockWidgetArea);
    m_views.push_back(panel);
    connect(dock, &QDockWidget::visibilityChanged, this, [this, panel](bool isVisible) {
        panel->setVisible(isVisible);
        if (isVisible) {
            m_current = panel;
        }
    });
    connect(dock, &QDockWidget::topLevelChanged, &m_titles, qOverload<>(&QTimer::start));
    connect(dock, &QDockWidget::dockLocationChanged, &m_titles, qOverload<>(&QTimer::start));
    connect(title, &ViewTitle::backRequested, this, [this, dock, panel] {
        tabAlong(*dock, Qt::LeftDockWidgetArea);
        show(*panel);
    });
}

/// Behind the tabs that the area has, or as its first.
void Dock::tabAlong(QDockWidget& dock, Qt::DockWidgetArea area)
{
    QDockWidget* there = nullptr;
    for (const DockPanel* view : m_views) {
        QDockWidget& other = dockOf(*view);
        if (&other != &dock && !other.isFloating() && m_area->dockWidgetArea(&other) == area) {
            there = &other;
        }
    }
    dock.setFloating(false);
    m_area->addDockWidget(area, &dock);
    if (there) {
        m_area->tabifyDockWidget(there, &dock);
    }
    dock.show();
    m_titles.start();
}

QString Dock::nameOf(const DockPanel& view)
{
    return dockOf(view).windowTitle();
}

bool Dock::isInWindow(const DockPanel& view)
{
    return dockOf(view).isFloating();
}

void Dock::show(DockPanel& view)
{
    dockOf(view).raise();
    m_current = &view;
}

void Dock::showWhy()
{
    show(*m_why);
}

void Dock::showEnvelope()
{
    show(*m_envelope);
}

void Dock::step(int direction)
{
    const auto count = static_cast<std::ptrdiff_t>(m_views.size());
    const auto at = std::find(m_views.begin(), m_views.end(), m_current) - m_views.begin();
    show(*m_views[static_cast<std::size_t>((at + direction + count) % count)]);
}

void Dock::putBeside()
{
    QDockWidget& dock = dockOf(*m_current);
    DockPanel& view = *m_current;
    const bool isBeside =
        !dock.isFloating() && m_area->dockWidgetArea(&dock) == Qt::RightDockWidgetArea;
    tabAlong(dock, isBeside ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea);
    if (!isBeside) {
        const auto stays =
            std::find_if(m_views.begin(), m_views.end(), [&](const DockPanel* other) {
                return m_area->dockWidgetArea(&dockOf(*other)) == Qt::LeftDockWidgetArea;
            });
        if (stays != m_views.end()) {
            m_area->resizeDocks({&dockOf(**stays), &dock}, {1, 1}, Qt::Horizontal);
        }
    }
    show(view);
}

void Dock::toggleWindow()
{
    QDockWidget& dock = dockOf(*m_current);
    DockPanel& view = *m_current;
    if (dock.isFloating()) {
        tabAlong(dock, Qt::LeftDockWidgetArea);
    } else {
        dock.setFloating(true);
    }
    show(view);
}

void Dock::gather()
{
    DockPanel& view = *m_current;
    for (DockPanel* each : m_views) {
        QDockWidget& dock = dockOf(*each);
        dock.setFloating(false);
        m_area->addDockWidget(Qt::LeftDockWidgetArea, &dock);
        if (each != m_views.front()) {
            m_area->tabifyDockWidget(&dockOf(*m_views.front()), &dock);
        }
        dock.show();
    }
    show(view);
    m_titles.start();
}

void Dock::refreshTitles()
{
    if (QGuiApplication::mouseButtons() != Qt::NoButton) {
        m_titles.start(kSettleMilliseconds); // a title that goes now would let go of the mouse
        return;
    }
    for (const DockPanel* view : m_views) {
        QDockWidget& dock = dockOf(*view);
        auto* title = static_cast<ViewTitle*>(dock.titleBarWidget());
        const bool isTab = !dock.isFloating() && !m_area->tabifiedDockWidgets(&dock).isEmpty();
        if (title->isFolded() != isTab) {
            title->setFolded(isTab);
        }
    }
    dressTabBars();
    m_titles.setInterval(0);
}

void Dock::dressTabBars()
{
    for (QTabBar* bar : m_area->findChildren<QTabBar*>()) {
        if (bar->accessibleName().isEmpty()) { // a new one
            bar->setAccessibleName(tr("Views"));
            bar->setElideMode(Qt::ElideNone);
            bar->setUsesScrollButtons(true);
            bar->setDrawBase(false);
            bar->installEventFilter(this);
        }
    }
}

/// Qt says the name once more; the tip is to explain the view.
bool Dock::showTabTip(QObject* tabBar, const QEvent& event) const
{
    const auto* bar = qobject_cast<QTabBar*>(tabBar);
    if (!bar || event.type() != QEvent::ToolTip) {
        return false;
    }
    const auto& help = static_cast<const QHelpEvent&>(event);
    const int tab = bar->tabAt(help.pos());
    for (const DockPanel* view : m_views) {
        if (tab >= 0 && nameOf(*view) == bar->tabText(tab)) {
            QToolTip::showText(help.globalPos(), dockOf(*view).property(kExplanation).toString());
        }
    }
    return true;
}

bool Dock::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_area && event->type() == QEvent::LayoutRequest && !m_titles.isActive()) {
        m_titles.start();
    }
    return showTabTip(watched, *event) || QFrame::eventFilter(watched, event);
}

} // namespace spall::ui
