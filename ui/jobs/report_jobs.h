// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/document/document.h"
#include "ui/jobs/detectability_job.h"
#include "ui/jobs/job_runner.h"

#include <QImage>

#include <optional>
#include <vector>

namespace spall::ui {

/// What the user chose about the report of this document.
struct ReportWish {
    report::ReportChoices choices;
    QString logoPath; ///< read when the report is made; empty: none
};

/// Composes the report of the document, shows its pages and writes it.
class ReportJobs : public QObject {
    Q_OBJECT
public:
    /// The last planted-fault grid goes into the report.
    ReportJobs(Document& document,
               const DetectabilityJob& detectability,
               JobRunner& runner,
               QObject* parent = nullptr);

    /// True when there is a model and at least one scored recording.
    [[nodiscard]] bool canCompose() const;

    /// Paints the pages anew; an older preview that is still being made is dropped.
    void preview(const ReportWish& wish, int dpi);

    /// Writes what the name of the file says: .html one page, .json everything as data with the
    /// tables as CSV beside it, anything else the PDF.
    void exportReport(const ReportWish& wish, const QString& path);

Q_SIGNALS:
    void previewed(const std::vector<QImage>& pages);
    void exported(const QString& path, int pages); ///< pages: 0 where there are none
    void failed(const spall::Error& error);

private:
    [[nodiscard]] report::ReportInput inputOf(const ReportWish& wish) const;

    Document& m_document;
    const DetectabilityJob& m_detectability;
    JobRunner& m_runner;
    JobNumber m_preview = 0;
};

} // namespace spall::ui
