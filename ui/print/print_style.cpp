// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/print_style.h"

#include "core/report/palette.h"

#include <QFontDatabase>
#include <QStringList>

#include <cmath>

namespace spall::ui::print {

namespace {

struct TextStyle {
    double points = 9.0;
    QFont::Weight weight = QFont::Normal;
};

TextStyle styleOf(TextRole role)
{
    switch (role) {
    case TextRole::Title:
        return {20.0, QFont::Bold};
    case TextRole::Verdict:
        return {15.0, QFont::DemiBold};
    case TextRole::Heading:
        return {14.0, QFont::Bold};
    case TextRole::SubHeading:
        return {9.5, QFont::DemiBold};
    case TextRole::Body:
        return {9.5, QFont::Normal};
    case TextRole::Small:
        return {7.5, QFont::Normal};
    case TextRole::CardValue:
        return {17.0, QFont::Bold};
    case TextRole::Table:
        return {8.0, QFont::Normal};
    case TextRole::TableHead:
        return {8.0, QFont::DemiBold};
    }
    return {};
}

QStringList families()
{
    const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return {QStringLiteral("Inter"),
            system,
            QStringLiteral("DejaVu Sans"),
            QStringLiteral("Noto Sans CJK SC")};
}

} // namespace

Sheet sheetOf(report::Paper paper)
{
    Sheet sheet;
    if (paper == report::Paper::Letter) {
        sheet.size = QSizeF(8.5 * kUnitsPerInch, 11.0 * kUnitsPerInch);
    }
    return sheet;
}

QFont fontOf(TextRole role)
{
    const TextStyle style = styleOf(role);
    QFont font;
    font.setFamilies(families());
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(static_cast<int>(std::lround(style.points * kPoint)));
    font.setWeight(style.weight);
    // Hinting would fit the letters to a screen that the page never sees.
    font.setHintingPreference(QFont::PreferNoHinting);
    // Inter swaps hyphens and brackets beside digits for shapes that have no code point of their
    // own: they would be missing from the text that a reader selects or searches.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QColor inkOf(std::string_view colourRole)
{
    const std::string_view name = report::colourOf(colourRole);
    return QColor(QLatin1String(name.data(), static_cast<int>(name.size())));
}

QColor textInk()
{
    return {0x1B, 0x23, 0x30};
}

QColor mutedInk()
{
    return {0x5B, 0x64, 0x72};
}

QColor hairlineInk()
{
    return {0xE1, 0xE5, 0xEB};
}

QColor surfaceInk()
{
    return {0xF4, 0xF6, 0xF9};
}

} // namespace spall::ui::print
