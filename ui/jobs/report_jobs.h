// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/jobs/job_runner.h"

#include <QImage>

#include <vector>

namespace spall::ui {

/// Composes the report of the document, shows its pages and writes it.
class ReportJobs : public QObject {
    Q_OBJECT
public:
    ReportJobs(Document& document, JobRunner& runner, QObject* parent = nullptr);

    /// True when there is a model and at least one scored recording.
    [[nodiscard]] bool canCompose() const;

    /// Paints the pages anew; an older preview that is still being made is dropped.
    void preview(const QString& title, int dpi);
    void exportPdf(const QString& title, const QString& path);

Q_SIGNALS:
    void previewed(const std::vector<QImage>& pages);
    void exported(const QString& path, int pages);
    void failed(const spall::Error& error);

private:
    Document& m_document;
    JobRunner& m_runner;
    JobNumber m_preview = 0;
};

} // namespace spall::ui
