// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

#include <QImage>
#include <QString>

#include <vector>

namespace spall::ui {

// Both need a QGuiApplication (the offscreen platform will do) and no widgets, and may run on any
// thread. Paper and preview share one layout.

/// Writes the report as a PDF on its paper: vector figures, selectable text, embedded fonts, a
/// bookmark for each section, company, title and page number at the foot of each page. Atomic: a
/// reader sees the old file or the new one. The same report gives the same bytes in one build;
/// `report.date` becomes the creation date. out: number of pages. errors: WriteFailed.
[[nodiscard]] Result<int> writePdf(const report::Report& report, const QString& path);

/// The pages of the same PDF as pictures, for the preview.
[[nodiscard]] std::vector<QImage> renderPages(const report::Report& report, int dpi);

} // namespace spall::ui
