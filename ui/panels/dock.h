// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QTabWidget;

namespace spall::ui {

class DetectabilityPanel;
class DockPanel;
class Focus;
class JobRunner;
class WhyPanel;

/// The tabs under the plots. One more of them is a line in `addPanels`.
class Dock : public QFrame {
    Q_OBJECT
public:
    explicit Dock(Focus& focus, QWidget* parent = nullptr);

    /// Where the tabs that run the networks may do so.
    void setAnalysis(JobRunner& analysis);
    void showWhy();
    void showEnvelope();
    /// The next (+1) or previous (−1) tab.
    void step(int direction);
    [[nodiscard]] QTabWidget& tabs() { return *m_tabs; }

private:
    void addPanels(Focus& focus);
    void add(DockPanel* panel, const QString& name, const QString& explanation);

    QTabWidget* m_tabs;
    WhyPanel* m_why = nullptr;
    DetectabilityPanel* m_detectability = nullptr;
};

} // namespace spall::ui
