// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace spall::ui::print {

/// A line of a PDF's outline.
struct Bookmark {
    QString text;
    int page = 0;     ///< from 0
    double top = 0.0; ///< points above the lower edge of the page
};

/// The PDF with an outline and its language ("en"), added as an incremental update (ISO 32000-1,
/// 7.5.6), because Qt's writer knows no bookmarks. A PDF that is not laid out as Qt lays it out
/// comes back as it is.
[[nodiscard]] QByteArray
withOutline(QByteArray pdf, const std::vector<Bookmark>& bookmarks, const QByteArray& language);

} // namespace spall::ui::print
