// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace spall::ui {

class NoticeBar;
class ReportChoicesCard;

/// Page 4: the report as it will be printed, what can be chosen about it, and the way out.
class ReportPage : public QWidget {
    Q_OBJECT
public:
    explicit ReportPage(Workbench& bench, QWidget* parent = nullptr);

    /// Asks where to and as what (PDF, HTML, data), and writes.
    void chooseExport();
    void exportTo(const QString& path);
    /// What was written of the session as it is now; empty when it has changed since.
    [[nodiscard]] QString exportedPath() const { return m_isCurrent ? m_path : QString(); }
    [[nodiscard]] ReportChoicesCard& choices() { return *m_choices; }

Q_SIGNALS:
    void exported();
    void outdated(); ///< what was written is no longer what the session says

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeChoices();
    [[nodiscard]] QWidget* makePreview();
    void refreshSoon();
    void refresh();
    void showPages(const std::vector<QImage>& pages);
    void showExported(const QString& path, int pages);
    [[nodiscard]] QString contents() const;

    Workbench& m_bench;
    NoticeBar* m_notice;
    ReportChoicesCard* m_choices = nullptr;
    QLabel* m_contents = nullptr;
    QPushButton* m_export = nullptr;
    QLabel* m_result = nullptr;
    QPushButton* m_open = nullptr;
    QLabel* m_pageCount = nullptr;
    QWidget* m_paper = nullptr;
    QVBoxLayout* m_pages = nullptr;
    QTimer m_later;
    bool m_isStale = true;
    bool m_isCurrent = false;  ///< the file says what the session says
    bool m_hasChanged = false; ///< since the newest export began
    QString m_path;
};

} // namespace spall::ui
