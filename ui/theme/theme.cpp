// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include <array>

// Q_INIT_RESOURCE declares a function, which must not end up in a namespace.
static void initResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace spall::ui {

namespace {

/// One colour in both modes, with its name in the style sheet.
struct Pigment {
    Ink ink;
    const char* name;
    QRgb light;
    QRgb dark;
};

constexpr std::array kPigments{
    Pigment{Ink::Signal, "signal", 0xFF5B6675, 0xFFA9B4C2},
    Pigment{Ink::Reconstruction, "accent", 0xFF0072B2, 0xFF56B4E9},
    Pigment{Ink::Healthy, "healthy", 0xFF009E73, 0xFF2FC79A},
    Pigment{Ink::Alarm, "alarm", 0xFFD55E00, 0xFFFF8A3D},
    Pigment{Ink::Threshold, "threshold", 0xFF9B4F96, 0xFFD591D0},
    Pigment{Ink::Text, "text", 0xFF1D2430, 0xFFE6EAF0},
    Pigment{Ink::TextMuted, "muted", 0xFF5F6B7A, 0xFF9AA5B4},
    Pigment{Ink::Surface, "surface", 0xFFFFFFFF, 0xFF1C2229},
    Pigment{Ink::Background, "background", 0xFFF5F7FA, 0xFF13171D},
    Pigment{Ink::Field, "field", 0xFFEDF1F6, 0xFF29313B},
    Pigment{Ink::Border, "border", 0xFFDCE2EA, 0xFF343D48},
    Pigment{Ink::Grid, "grid", 0xFFE7EBF0, 0xFF2A323C},
    Pigment{Ink::OnAccent, "onaccent", 0xFFFFFFFF, 0xFF0E1318},
};

int pixels(TextSize size)
{
    switch (size) {
    case TextSize::Small:
        return 11;
    case TextSize::Body:
        return 12;
    case TextSize::Title:
        return 13;
    case TextSize::Large:
        return 16;
    case TextSize::Number:
        return 22;
    }
    return 12;
}

bool isDarkPalette(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
}

} // namespace

void setLook(QWidget* widget, const char* look)
{
    widget->setProperty("look", QString::fromLatin1(look));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

Theme::Theme()
{
    initResources();
    m_systemIsDark = isDarkPalette(QGuiApplication::palette());
    const QString inter = QStringLiteral("Inter");
    m_family = QFontDatabase::families().contains(inter)
                   ? inter
                   : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

bool Theme::isDark() const
{
    return m_dark;
}

QColor Theme::colour(Ink ink) const
{
    for (const Pigment& pigment : kPigments) {
        if (pigment.ink == ink) {
            return QColor::fromRgba(m_dark ? pigment.dark : pigment.light);
        }
    }
    return {};
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, colour(Ink::Background));
    palette.setColor(QPalette::WindowText, colour(Ink::Text));
    palette.setColor(QPalette::Base, colour(Ink::Surface));
    palette.setColor(QPalette::AlternateBase, colour(Ink::Background));
    palette.setColor(QPalette::Text, colour(Ink::Text));
    palette.setColor(QPalette::PlaceholderText, colour(Ink::TextMuted));
    palette.setColor(QPalette::Button, colour(Ink::Field));
    palette.setColor(QPalette::ButtonText, colour(Ink::Text));
    palette.setColor(QPalette::BrightText, colour(Ink::Alarm));
    palette.setColor(QPalette::Highlight, colour(Ink::Reconstruction));
    palette.setColor(QPalette::HighlightedText, colour(Ink::OnAccent));
    palette.setColor(QPalette::Link, colour(Ink::Reconstruction));
    palette.setColor(QPalette::LinkVisited, colour(Ink::Reconstruction));
    palette.setColor(QPalette::ToolTipBase, colour(Ink::Field));
    palette.setColor(QPalette::ToolTipText, colour(Ink::Text));
    palette.setColor(QPalette::Light, colour(Ink::Surface));
    palette.setColor(QPalette::Midlight, colour(Ink::Grid));
    palette.setColor(QPalette::Mid, colour(Ink::Border));
    palette.setColor(QPalette::Dark, colour(Ink::Border));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faded = colour(Ink::TextMuted);
        faded.setAlphaF(0.6F);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    return palette;
}

QString Theme::styleSheet() const
{
    QFile file(QStringLiteral(":/themes/spall.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    for (const Pigment& pigment : kPigments) {
        sheet.replace(QStringLiteral("@%1@").arg(QLatin1String(pigment.name)),
                      colour(pigment.ink).name());
    }
    return sheet.replace(QStringLiteral("@mode@"),
                         m_dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

QFont Theme::font(TextSize size, QFont::Weight weight) const
{
    QFont font;
    // Named, because a system may prefer another country's shapes of the same characters.
    font.setFamilies({m_family, QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(pixels(size));
    font.setWeight(weight);
    return font;
}

void Theme::apply(Mode mode)
{
    m_mode = mode;
    m_dark = mode == Mode::Dark || (mode == Mode::System && m_systemIsDark);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(palette());
    QApplication::setFont(font(TextSize::Body));
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

void Theme::setSystemDark(bool dark)
{
    if (dark != m_systemIsDark) {
        m_systemIsDark = dark;
        if (m_mode == Mode::System) {
            apply(m_mode);
        }
    }
}

} // namespace spall::ui
