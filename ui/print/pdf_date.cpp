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
    // Of the same length, so that the file's table of positions stays true: digits, then the zone,
    // which Qt writes as one letter where the clock is set to universal time.
    const qsizetype length = end - start - key.size();
    const QByteArray zone = length < digits.size() + 7 ? "Z" : "+00'00'";
    const QByteArray value = (digits + zone).leftJustified(length, ' ', true);
    return pdf.replace(start + key.size(), length, value);
}

} // namespace spall::ui::print
