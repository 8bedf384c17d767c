// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"
#include "ui/window/view_state.h"

#include <QMainWindow>

namespace spall::ui {

class Actions;
class CommandList;
class FileActions;
class Header;
class HelpPanel;
class InspectPage;
class PageStack;
class RecordingsPage;
class ReportPage;
class SessionNotice;
class Tour;
class TrainPage;

/// The window: wires pages, actions and the workbench together and does nothing else.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    enum class Page { Recordings, Train, Inspect, Report };

    MainWindow(SettingsStore& settings, const QString& dataFolder);
    ~MainWindow() override;

    void showPage(Page page);
    [[nodiscard]] Page page() const;
    void open(const QStringList& files);

    /// The tour of the first start, unless it was seen or skipped before.
    void offerTour();

    [[nodiscard]] Workbench& bench() { return m_bench; }
    [[nodiscard]] Actions& actionSet() { return *m_actions; }
    [[nodiscard]] TrainPage& trainPage() { return *m_train; }
    [[nodiscard]] InspectPage& inspectPage() { return *m_inspect; }
    [[nodiscard]] ReportPage& reportPage() { return *m_report; }

    /// How the window looks now, for the session and for the next start.
    [[nodiscard]] ViewState viewState() const;
    void restoreView(const ViewState& view);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// Makes everything that shows text; the session and what runs are not touched.
    void build();
    void rebuild();
    void addPages();
    void connectActions();
    void connectPages();
    void connectView();
    void connectBench();
    void search();
    void showHelp();
    void refresh();
    void refreshSteps();
    void refreshTitle();
    void tell(const QString& text);

    Workbench m_bench;
    bool m_isRebuildDue = false;
    Actions* m_actions = nullptr;
    FileActions* m_files = nullptr;
    Header* m_header = nullptr;
    PageStack* m_stack = nullptr;
    SessionNotice* m_notice = nullptr;
    RecordingsPage* m_recordings = nullptr;
    TrainPage* m_train = nullptr;
    InspectPage* m_inspect = nullptr;
    ReportPage* m_report = nullptr;
    CommandList* m_commands = nullptr;
    HelpPanel* m_help = nullptr;
    Tour* m_tour = nullptr;
};

} // namespace spall::ui
