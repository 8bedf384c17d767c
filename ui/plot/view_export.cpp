// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/view_export.h"

#include "ui/jobs/guarded.h"
#include "ui/plot/plot.h"
#include "ui/plot/plot_style.h"
#include "ui/text/messages.h"

#include <QFileDialog>
#include <QFutureWatcher>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QProgressDialog>
#include <QPromise>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QThreadPool>
#include <QToolTip>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <utility>

namespace spall::ui {

namespace {

constexpr int kExportTitleRow = 26;
constexpr qreal kPictureScale = 2.0;
constexpr std::size_t kRowsAtOnce = 4096; ///< between two looks at whether to go on

tl::unexpected<Error> cannotWrite(const QString& path, const QString& reason)
{
    return fail(ErrorCode::WriteFailed,
                "the file cannot be written",
                path.toStdString(),
                reason.isEmpty() ? std::string("choose another folder") : reason.toStdString());
}

void paintTitle(QPainter& painter, const Plot& plot)
{
    painter.fillRect(QRect(0, 0, plot.width(), plot.height() + kExportTitleRow),
                     faded(Ink::Surface, 1));
    painter.setFont(boldLabelFont());
    painter.setPen(faded(Ink::Text, 1.0));
    painter.drawText(QRect(10, 0, plot.width() - 20, kExportTitleRow),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     plot.accessibleName());
}

Status exportSvg(Plot& plot, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return cannotWrite(path, file.errorString());
    }
    const QSize size = plot.size() + QSize(0, kExportTitleRow);
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(plot.accessibleName());
    plot.paintOn(
        generator, kExportTitleRow, [&plot](QPainter& painter) { paintTitle(painter, plot); });
    return file.commit() ? Status{} : Status{cannotWrite(path, file.errorString())};
}

/// Rows of a table as text, each with its line break.
std::string linesOf(const PlotTable& table, std::size_t first, std::size_t last)
{
    std::string text;
    for (std::size_t at = first; at < last; ++at) {
        const char* between = "";
        for (const double value : table.row(at)) {
            text += std::exchange(between, ",");
            if (std::isfinite(value)) {
                fmt::format_to(std::back_inserter(text), "{}", value);
            }
        }
        text += '\n';
    }
    return text;
}

void tellOutcome(Plot& plot, const QString& path, const Status& written)
{
    QToolTip::showText(plot.mapToGlobal(QPoint(12, 12)),
                       written ? Plot::tr("Saved %1").arg(path) : errorText(written.error()),
                       &plot);
}

/// Writes the numbers of a plot in another thread; what takes long shows how far it is.
void writeBeside(Plot& plot, const QString& path)
{
    auto* watcher = new QFutureWatcher<Status>(&plot);
    auto* progress = new QProgressDialog(&plot);
    progress->setLabelText(Plot::tr("Saving %1").arg(path));
    QObject::connect(
        progress, &QProgressDialog::canceled, watcher, [watcher] { watcher->future().cancel(); });
    QObject::connect(watcher,
                     &QFutureWatcher<Status>::progressValueChanged,
                     progress,
                     &QProgressDialog::setValue);
    QObject::connect(
        watcher, &QFutureWatcher<Status>::finished, &plot, [&plot, path, watcher, progress] {
            progress->deleteLater();
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0) {
                tellOutcome(plot, path, watcher->result());
            }
        });
    const auto promise = std::make_shared<QPromise<Status>>();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, table = plot.table(), path] {
        promise->start();
        promise->setProgressRange(0, 100);
        promise->addResult(guarded([&] {
            return exportTable(table, path, [&promise](int percent) {
                promise->setProgressValue(percent);
                return !promise->isCanceled();
            });
        }));
        promise->finish();
    });
    // A plot that goes takes its watcher along: nobody waits for the file any more.
    QObject::connect(
        &plot, &QObject::destroyed, [future = watcher->future()]() mutable { future.cancel(); });
}

} // namespace

Status exportPicture(Plot& plot, const QString& path)
{
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        return exportSvg(plot, path);
    }
    const QSize size = plot.size() + QSize(0, kExportTitleRow);
    QImage image((QSizeF(size) * kPictureScale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(kPictureScale);
    plot.paintOn(image, kExportTitleRow, [&plot](QPainter& painter) { paintTitle(painter, plot); });
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && image.save(&file, "PNG") && file.commit();
    return isWritten ? Status{} : Status{cannotWrite(path, file.errorString())};
}

Status
exportTable(const PlotTable& table, const QString& path, const std::function<bool(int)>& goOn)
{
    if (table.isEmpty()) {
        return fail(ErrorCode::TooFewSamples, "there are no numbers in this view");
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Text)) {
        return cannotWrite(path, file.errorString());
    }
    QStringList heading;
    for (const QString& column : table.columns) {
        heading << QLatin1Char('"') + column + QLatin1Char('"');
    }
    file.write(heading.join(QLatin1Char(',')).toUtf8() + '\n');
    for (std::size_t first = 0; first < table.count; first += kRowsAtOnce) {
        if (goOn && !goOn(static_cast<int>(100 * first / table.count))) {
            return fail(ErrorCode::Cancelled, "saving was stopped");
        }
        const std::string lines = linesOf(table, first, std::min(first + kRowsAtOnce, table.count));
        if (file.write(lines.data(), static_cast<qint64>(lines.size())) < 0) {
            break; // `commit` says why
        }
    }
    return file.commit() ? Status{} : Status{cannotWrite(path, file.errorString())};
}

void askForExport(Plot& plot, const QString& suffix)
{
    auto* dialog = new QFileDialog(&plot, Plot::tr("Save this view"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix)});
    dialog->setDefaultSuffix(suffix);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &plot, [&plot, suffix](const QString& path) {
            if (suffix == QLatin1String("csv")) {
                writeBeside(plot, path);
            } else {
                tellOutcome(plot, path, exportPicture(plot, path));
            }
        });
    dialog->open();
}

void offerExport(Plot& plot, const QPoint& at)
{
    auto* menu = new QMenu(&plot);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const QString& suffix) {
        return menu->addAction(text, &plot, [&plot, suffix] { askForExport(plot, suffix); });
    };
    add(Plot::tr("Save as picture (PNG)…"), QStringLiteral("png"));
    add(Plot::tr("Save as drawing (SVG)…"), QStringLiteral("svg"));
    add(Plot::tr("Save the numbers in view (CSV)…"), QStringLiteral("csv"))
        ->setEnabled(plot.hasNumbers());
    menu->popup(at);
}

} // namespace spall::ui
