// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspect_page.h"

#include "ui/pages/waiting_view.h"
#include "ui/panels/dock.h"
#include "ui/panels/dock_panel.h"
#include "ui/panels/label_panel.h"
#include "ui/panels/recordings_panel.h"
#include "ui/panels/signal_view.h"
#include "ui/panels/threshold_panel.h"
#include "ui/plot/plot.h"
#include "ui/plot/view_export.h"
#include "ui/text/messages.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>

#include <utility>

namespace spall::ui {

namespace {

constexpr int kLeftWidth = 264;
constexpr int kRightWidth = 352;
constexpr int kDockHeight = 250; ///< at least: lower, its views tell nothing
constexpr double kKeyZoom = 0.7;
constexpr double kKeyPan = 0.2; ///< of the view

} // namespace

InspectPage::InspectPage(Document& document, DetectabilityJob* detectability, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_focus(document, m_axis),
      m_recordings(new RecordingsPanel(document)),
      m_signal(new SignalView(m_focus)),
      m_threshold(new ThresholdPanel(document)),
      m_dock(new Dock(m_focus, detectability))
{
    arrangeParts();
    connectParts();
    makeActions();
    addViewActions();
    showState();
}

void InspectPage::arrangeParts()
{
    auto* centre = new QSplitter(Qt::Vertical);
    centre->setObjectName(QStringLiteral("inspectCentre"));
    centre->setHandleWidth(8);
    centre->setChildrenCollapsible(false);
    m_dock->setMinimumHeight(kDockHeight);
    centre->addWidget(m_signal);
    centre->addWidget(m_dock);
    centre->setStretchFactor(0, 7);
    centre->setStretchFactor(1, 3);
    centre->setSizes({600, 290});
    m_recordings->setFixedWidth(kLeftWidth);
    m_threshold->setFixedWidth(kRightWidth);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(10);
    row->addWidget(m_recordings);
    row->addWidget(centre, 1);
    row->addWidget(m_threshold);
}

void InspectPage::connectParts()
{
    connect(m_recordings, &RecordingsPanel::eventChosen, m_signal, &SignalView::goTo);
    connect(&m_recordings->labels(), &LabelPanel::stretchRequested, m_signal, &SignalView::goTo);
    connect(
        m_signal, &SignalView::stretchSelected, &m_recordings->labels(), &LabelPanel::askForLabel);
    connect(
        &m_recordings->labels(), &LabelPanel::labelAsked, m_signal, &SignalView::forgetSelection);
    connect(&m_focus, &Focus::sourceChanged, this, [this] { m_focus.setFound(std::nullopt); });
    connect(&m_focus, &Focus::familyFound, &m_recordings->labels(), &LabelPanel::setFound);
    connect(m_signal, &SignalView::labelResized, &m_recordings->labels(), &LabelPanel::resizeLabel);
    connect(m_signal, &SignalView::thresholdDragged, m_threshold, &ThresholdPanel::moveThreshold);
    connect(m_signal, &SignalView::thresholdReleased, &m_document, &Document::endGesture);
    connect(m_signal, &SignalView::wayChosen, this, &InspectPage::trainRequested);
    connect(m_signal, &SignalView::windowChosen, this, &InspectPage::askWhy);
    connect(m_recordings, &RecordingsPanel::windowChosen, &m_focus, [this](std::int64_t window) {
        m_focus.setWindow(window);
    });
    for (const auto change : {&Document::recordingsChanged,
                              &Document::currentChanged,
                              &Document::modelChanged,
                              &Document::judgementChanged}) {
        connect(&m_document, change, this, &InspectPage::showState);
    }
}

/// A click on an alarm asks why; a click on a quiet window just goes there.
void InspectPage::askWhy(std::int64_t window)
{
    m_focus.setWindow(window);
    const auto at = static_cast<std::size_t>(m_document.currentIndex());
    const auto& decisions = m_document.judgement().decisions;
    if (at < decisions.size() && static_cast<std::size_t>(window) < decisions[at].alarms.size() &&
        decisions[at].alarms[static_cast<std::size_t>(window)] != 0) {
        m_dock->showWhy();
    }
}

void InspectPage::addKey(const QString& text,
                         const QList<QKeySequence>& keys,
                         std::function<void()> act)
{
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
}

void InspectPage::makeActions()
{
    const auto middle = [this] {
        return (m_axis.view().first + m_axis.view().last) / 2.0;
    };
    const auto focus = [this, middle] {
        return m_axis.cursor().value_or(middle());
    };
    addKey(tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}, [this, focus] {
        m_axis.zoom(kKeyZoom, focus());
    });
    addKey(
        tr("Zoom out"), {Qt::Key_Minus}, [this, focus] { m_axis.zoom(1.0 / kKeyZoom, focus()); });
    addKey(tr("Whole recording"), {Qt::Key_Home}, [this] { m_axis.showWhole(); });
    addKey(
        tr("Earlier"), {Qt::Key_Left}, [this] { m_axis.pan(-kKeyPan * m_axis.view().length()); });
    addKey(tr("Later"), {Qt::Key_Right}, [this] { m_axis.pan(kKeyPan * m_axis.view().length()); });
    addKey(tr("Next event"), {Qt::Key_N}, [this, middle] { m_recordings->stepEvent(1, middle()); });
    addKey(tr("Previous event"), {Qt::Key_P}, [this, middle] {
        m_recordings->stepEvent(-1, middle());
    });
    m_recordings->labels().setTimeAxis(m_axis);
    addActions(m_recordings->labels().commands());
    addKey(tr("Threshold"), {Qt::Key_T}, [this] { m_threshold->focusThreshold(); });
}

void InspectPage::addViewActions()
{
    addKey(tr("Ask why a window is flagged"), {Qt::Key_W}, [this] { m_dock->showWhy(); });
    addKey(tr("Look at the envelope spectrum"), {Qt::Key_E}, [this] { m_dock->showEnvelope(); });
    for (DockPanel* view : m_dock->views()) {
        addKey(tr("Show the view: %1").arg(Dock::nameOf(*view)), {}, [this, view] {
            m_dock->show(*view);
        });
    }
    addKey(tr("Next view"), {Qt::Key_BracketRight}, [this] { m_dock->step(1); });
    addKey(tr("Previous view"), {Qt::Key_BracketLeft}, [this] { m_dock->step(-1); });
    addKey(tr("Put the view beside the others"), {Qt::Key_B}, [this] { m_dock->putBeside(); });
    addKey(tr("Give the view a window of its own"), {QKeySequence(tr("Shift+B"))}, [this] {
        m_dock->toggleWindow();
    });
    addKey(tr("All views in one row of tabs"), {QKeySequence(tr("Ctrl+B"))}, [this] {
        m_dock->gather();
    });
    addKey(tr("Mark a place to measure from"), {Qt::Key_M}, [this] { m_signal->toggleMark(); });
    addKey(tr("Listen to what is in view"), {Qt::Key_Space}, [this] { m_signal->listen(); });
    addKey(tr("Save the view under the pointer…"), {QKeySequence(tr("Ctrl+Shift+E"))}, [this] {
        for (Plot* plot : findChildren<Plot*>()) {
            if (plot->isVisible() && plot->underMouse()) {
                offerExport(*plot, QCursor::pos());
                return;
            }
        }
    });
}

void InspectPage::setProblemSource(ProblemOf problemOf)
{
    m_problemOf = std::move(problemOf);
    showState();
}

void InspectPage::setTraining(bool isTraining)
{
    if (m_isTraining != isTraining) {
        m_isTraining = isTraining;
        showState();
    }
}

void InspectPage::showState()
{
    const Entry* current = m_document.current();
    if (!current) {
        return;
    }
    if (!m_document.model() && m_isTraining) {
        m_signal->sayInsteadOfScores(
            tr("The model is being trained. The scores come by themselves when it is done."),
            tr("Go to Train"));
        return;
    }
    if (!m_document.model()) {
        m_signal->sayInsteadOfScores(
            tr("There is no model yet. Train one on healthy recordings to see the score of "
               "each window."),
            tr("Go to Train"));
        return;
    }
    const Error* problem = m_problemOf ? m_problemOf(*current) : nullptr;
    m_signal->sayInsteadOfScores(problem ? scoringProblem(*problem, *current->input.recording)
                                         : tr("The scores of this recording are being computed."),
                                 {});
}

} // namespace spall::ui
