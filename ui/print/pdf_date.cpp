// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/pdf_date.h"

#include <QDateTime>

namespace spall::ui::print {

QByteArray withDate(QByteArray pdf, const std::string& date)
{
    const QByteArray key = "/CreationDate (D:";
    QDateTime when = QDateTime::fromString(QString::fromStdString(date), Qt::ISODate);
    if (!when.isValid()) {
        when = QDateTime(QDate(2000, 1, 1), QTime(0, 0));
    }
    const QByteArray digits = when.toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    const qsizetype start = pdf.indexOf(key);
    const qsizetype end = start < 0 ? -1 : pdf.indexOf(')', start);
    if (end < 0) {
        return pdf;
    }
    // Of the same length, so that the file's table of positions stays true: digits, then the zone.
    const qsizetype length = end - start - key.size();
    const QByteArray zone = "+00'00'";
    QByteArray value = digits + zone;
    value = length >= value.size() ? value.leftJustified(length, ' ') : digits.left(length);
    return pdf.replace(start + key.size(), length, value);
}

} // namespace spall::ui::print
