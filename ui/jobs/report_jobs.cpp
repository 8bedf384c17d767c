// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/report_jobs.h"

#include "core/base/file_bytes.h"
#include "core/report/report_csv.h"
#include "core/report/report_html.h"
#include "core/report/report_json.h"
#include "ui/print/report_painter.h"

#include <QDate>

#include <filesystem>

namespace spall::ui {

namespace {

using report::Report;

std::filesystem::path nativePath(const QString& path)
{
    return path.toStdU16String();
}

/// The report with its logo read; a logo that is gone is said, not left out in silence.
Result<Report> composeWithLogo(report::ReportInput input, const QString& logoPath)
{
    if (!logoPath.isEmpty()) {
        auto logo = report::readPicture(nativePath(logoPath));
        if (!logo) {
            return fail(logo.error());
        }
        input.choices.logo = std::move(*logo);
    }
    if (auto hash = sha256OfFile(input.modelPath); !input.modelPath.empty() && hash) {
        input.modelSha256 = std::move(*hash);
    } else {
        input.modelPath.clear(); // not saved, or gone since: the session cannot name it
    }
    return report::compose(input);
}

Status writeTables(const std::filesystem::path& path, const Report& report)
{
    const std::pair<const char*, std::string> tables[]{
        {"-scores.csv", report::scoresCsv(report)},
        {"-alarms.csv", report::alarmsCsv(report)},
        {"-methods.csv", report::methodsCsv(report)},
    };
    for (const auto& [ending, text] : tables) {
        std::filesystem::path beside = path;
        beside.replace_extension();
        beside += ending;
        if (Status written = writeFileAtomically(beside, text); !written) {
            return written;
        }
    }
    return report::writeJson(path, report);
}

/// out: number of pages, 0 for what has none.
Result<int> write(const Report& report, const QString& path)
{
    const bool isHtml = path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive);
    const bool isJson = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    if (!isHtml && !isJson) {
        return writePdf(report, path);
    }
    const Status written = isHtml ? report::writeHtml(nativePath(path), report)
                                  : writeTables(nativePath(path), report);
    return written ? Result<int>(0) : fail(written.error());
}

} // namespace

ReportJobs::ReportJobs(Document& document,
                       const DetectabilityJob& detectability,
                       JobRunner& runner,
                       QObject* parent)
    : QObject(parent), m_document(document), m_detectability(detectability), m_runner(runner)
{
}

report::ReportInput ReportJobs::inputOf(const ReportWish& wish) const
{
    report::ReportInput input;
    input.model = m_document.model();
    input.modelPath = m_document.modelPath().toStdString();
    for (const Entry& entry : m_document.entries()) {
        if (entry.scored) {
            input.scored.push_back(entry.scored);
            input.speeds.push_back(entry.statedSpeed);
        }
    }
    input.labels = m_document.labels();
    input.decision = m_document.decision();
    input.bearing = m_document.bearing();
    input.detectability.methods = m_detectability.results();
    input.choices = wish.choices;
    input.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
    return input;
}

bool ReportJobs::canCompose() const
{
    return m_document.model() && !m_document.scored().empty();
}

void ReportJobs::preview(const ReportWish& wish, int dpi)
{
    m_runner.drop(m_preview);
    m_preview = m_runner.start<std::vector<QImage>>(
        tr("composing the report"),
        [input = inputOf(wish), logo = wish.logoPath, dpi](
            const pipeline::Observer&) -> Result<std::vector<QImage>> {
            const auto report = composeWithLogo(input, logo);
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

void ReportJobs::exportReport(const ReportWish& wish, const QString& path)
{
    m_runner.start<int>(
        tr("writing the report"),
        [input = inputOf(wish), logo = wish.logoPath, path](
            const pipeline::Observer&) -> Result<int> {
            const auto report = composeWithLogo(input, logo);
            if (!report) {
                return fail(report.error());
            }
            return write(*report, path);
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
