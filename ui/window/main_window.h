// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"

#include <QMainWindow>

#include <array>

class QStackedWidget;

namespace spall::ui {

class Actions;
class CommandList;
struct FileChoice;
class InspectPage;
class RecordingsPage;
class ReportPage;
class StepBar;
class TrainPage;
class WaitingView;

/// The window: wires pages, actions and the workbench together and does nothing else.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    enum class Page { Recordings, Train, Inspect, Report };

    MainWindow(SettingsStore& settings, const QString& dataFolder);

    void showPage(Page page);
    [[nodiscard]] Page page() const;
    void open(const QStringList& files);

    [[nodiscard]] Workbench& bench() { return m_bench; }
    [[nodiscard]] Actions& actionSet() { return *m_actions; }
    [[nodiscard]] TrainPage& trainPage() { return *m_train; }
    [[nodiscard]] InspectPage& inspectPage() { return *m_inspect; }
    [[nodiscard]] ReportPage& reportPage() { return *m_report; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHeader();
    void addPage(QWidget* page);
    void connectActions();
    void connectView();
    void connectDocument();
    void chooseRecordings();
    void chooseToOpen(const FileChoice& choice);
    void chooseModelToSave();
    void saveModel(const QString& path);
    void search();
    void refresh();
    void refreshSteps();
    void refreshWaiting();
    void tell(const QString& text);

    Workbench m_bench;
    Actions* m_actions;
    StepBar* m_steps = nullptr;
    QStackedWidget* m_stack;
    std::array<QStackedWidget*, 4> m_frames{}; ///< a page, or what it waits for
    std::array<WaitingView*, 4> m_waiting{};
    std::size_t m_pageCount = 0;
    RecordingsPage* m_recordings;
    TrainPage* m_train;
    InspectPage* m_inspect;
    ReportPage* m_report;
    CommandList* m_commands;
};

} // namespace spall::ui
