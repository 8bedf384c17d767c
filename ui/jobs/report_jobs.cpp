// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/report_jobs.h"

#include "core/report/report.h"
#include "ui/print/report_painter.h"

#include <QDateTime>

namespace spall::ui {

namespace {

report::ReportInput inputOf(const Document& document, const QString& title)
{
    report::ReportInput input;
    input.model = document.model();
    input.scored = document.scored();
    input.labels = document.labels();
    input.decision = document.decision();
    input.date = QDateTime::currentDateTime().toString(Qt::ISODate).toStdString();
    input.choices.title = title.toStdString();
    return input;
}

} // namespace

ReportJobs::ReportJobs(Document& document, JobRunner& runner, QObject* parent)
    : QObject(parent), m_document(document), m_runner(runner)
{
}

bool ReportJobs::canCompose() const
{
    return m_document.model() && !m_document.scored().empty();
}

void ReportJobs::preview(const QString& title, int dpi)
{
    m_runner.drop(m_preview);
    m_preview = m_runner.start<std::vector<QImage>>(
        tr("composing the report"),
        [input = inputOf(m_document, title),
         dpi](const pipeline::Observer&) -> Result<std::vector<QImage>> {
            const auto report = report::compose(input);
            if (!report) {
                return fail(report.error());
            }
            return renderPages(*report, dpi);
        },
        [this](Result<std::vector<QImage>> pages) {
            m_preview = 0;
            if (pages) {
                Q_EMIT previewed(*pages);
            } else {
                Q_EMIT failed(pages.error());
            }
        });
}

void ReportJobs::exportPdf(const QString& title, const QString& path)
{
    m_runner.start<int>(
        tr("writing the report"),
        [input = inputOf(m_document, title), path](const pipeline::Observer&) -> Result<int> {
            const auto report = report::compose(input);
            if (!report) {
                return fail(report.error());
            }
            return writePdf(*report, path);
        },
        [this, path](Result<int> pages) {
            if (pages) {
                Q_EMIT exported(path, *pages);
            } else {
                Q_EMIT failed(pages.error());
            }
        });
}

} // namespace spall::ui
