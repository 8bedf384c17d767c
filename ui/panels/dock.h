// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <vector>

class QDockWidget;
class QMainWindow;

namespace spall::ui {

class DetectabilityJob;
class DockPanel;
class EnvelopePanel;
class Focus;
class WhyPanel;

/// The views under the plots. They start as tabs; each can be dragged out of the row, beside the
/// others or into a window of its own, and the arrangement is kept with the session. One more of
/// them is a line in `addPanels`.
class Dock : public QFrame {
    Q_OBJECT
public:
    explicit Dock(Focus& focus,
                  DetectabilityJob* detectability = nullptr,
                  QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<DockPanel*>& views() const { return m_views; }
    /// The view that was looked at last; what the commands below speak of.
    [[nodiscard]] DockPanel* current() const { return m_current; }
    [[nodiscard]] static QString nameOf(const DockPanel& view);
    [[nodiscard]] static bool isInWindow(const DockPanel& view);

    void show(DockPanel& view);
    void showWhy();
    [[nodiscard]] EnvelopePanel& envelope() const { return *m_envelope; }
    void showEnvelope();
    /// The next (+1) or previous (−1) view.
    void step(int direction);

    /// Puts the current view into a second row of tabs on the right, or back from there.
    void putBeside();
    /// Takes the current view into a window of its own, or back from there.
    void toggleWindow();
    /// All views in one row of tabs, in their first order.
    void gather();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addPanels(Focus& focus, DetectabilityJob* detectability);
    void add(DockPanel* panel, const char* id, const QString& name, const QString& explanation);
    void tabAlong(QDockWidget& dock, Qt::DockWidgetArea area);
    /// A view among tabs has its name there, any other in a title of its own.
    void refreshTitles();
    void dressTabBars();
    bool showTabTip(QObject* tabBar, const QEvent& event) const;

    QMainWindow* m_area;
    std::vector<DockPanel*> m_views; ///< in their first order
    DockPanel* m_current = nullptr;
    EnvelopePanel* m_envelope = nullptr;
    WhyPanel* m_why = nullptr;
    QTimer m_titles;
};

} // namespace spall::ui
