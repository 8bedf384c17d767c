// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QSizeF>

#include <string_view>

namespace spall::ui::print {

/// Everything is laid out in tenths of a point, on paper and on the screen alike.
inline constexpr double kUnitsPerInch = 720.0;
inline constexpr double kPoint = 10.0;
inline constexpr double kMillimetre = kUnitsPerInch / 25.4;

/// A sheet with its margins.
struct Sheet {
    QSizeF size{210.0 * kMillimetre, 297.0 * kMillimetre};
    double sideMargin = 21.0 * kMillimetre;
    double topMargin = 20.0 * kMillimetre;
    double bottomMargin = 24.0 * kMillimetre; ///< holds the footer

    [[nodiscard]] QRectF content() const
    {
        return {sideMargin,
                topMargin,
                size.width() - 2.0 * sideMargin,
                size.height() - topMargin - bottomMargin};
    }
};

/// The sheet of a paper.
[[nodiscard]] Sheet sheetOf(report::Paper paper);

/// What a piece of text is for.
enum class TextRole {
    Title,
    Verdict,
    Heading,
    SubHeading,
    Body,
    Small,
    CardValue,
    Table,
    TableHead
};

/// Font of a role in layout units: Inter where it is installed, else the system's sans serif, with
/// Noto Sans CJK behind it. Needs a QGuiApplication.
[[nodiscard]] QFont fontOf(TextRole role);

[[nodiscard]] QColor inkOf(std::string_view colourRole); ///< palette role of a series or mark
[[nodiscard]] QColor textInk();
[[nodiscard]] QColor mutedInk();
[[nodiscard]] QColor hairlineInk();
[[nodiscard]] QColor surfaceInk();

} // namespace spall::ui::print
