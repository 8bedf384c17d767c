// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/view_export.h"

#include "ui/plot/plot.h"
#include "ui/plot/plot_style.h"
#include "ui/text/messages.h"

#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QTextStream>
#include <QToolTip>

#include <cmath>

namespace spall::ui {

namespace {

constexpr int kExportTitleRow = 26;
constexpr qreal kPictureScale = 2.0;

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

Status exportTable(const Plot& plot, const QString& path)
{
    const PlotTable table = plot.table();
    if (table.isEmpty()) {
        return fail(ErrorCode::TooFewSamples, "there are no numbers in this view");
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Text)) {
        return cannotWrite(path, file.errorString());
    }
    QTextStream text(&file);
    QStringList heading;
    for (const QString& column : table.columns) {
        heading << QLatin1Char('"') + column + QLatin1Char('"');
    }
    text << heading.join(QLatin1Char(',')) << '\n';
    for (const auto& row : table.rows) {
        for (std::size_t at = 0; at < row.size(); ++at) {
            text << (at > 0 ? "," : "");
            if (std::isfinite(row[at])) {
                text << QString::number(row[at], 'g', 17);
            }
        }
        text << '\n';
    }
    text.flush();
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
            const Status written = suffix == QLatin1String("csv") ? exportTable(plot, path)
                                                                  : exportPicture(plot, path);
            const QPoint place = plot.mapToGlobal(QPoint(12, 12));
            QToolTip::showText(place,
                               written ? Plot::tr("Saved %1").arg(path)
                                       : errorText(written.error()),
                               &plot);
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
