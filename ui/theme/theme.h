// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QWidget;

namespace spall::ui {

/// What a colour means; the same everywhere (ui.md).
enum class Ink {
    Signal,
    Reconstruction,
    Healthy,
    Alarm,
    Threshold,
    Text,
    TextMuted,
    Surface,    ///< cards
    Background, ///< behind the cards
    Field,      ///< input fields, unselected chips
    Border,
    Grid,
    OnAccent, ///< text on a filled `Reconstruction`, `Alarm` or `Threshold` shape
};

/// Sizes of text; there are no others (ui.md: 11-13 px, few large numbers).
enum class TextSize {
    Small,  ///< 11 px: notes, axis labels, units
    Body,   ///< 12 px
    Title,  ///< 13 px, headings of cards
    Large,  ///< 16 px, headings of pages
    Number, ///< 22 px, the few numbers that matter
};

/// Dresses a widget in a look that the style sheet knows: "card", "muted", "heading", "title",
/// "primary", "link", "chip", "number", "healthy", "alarm", "notice".
void setLook(QWidget* widget, const char* look);

/// Light or dark colours for widgets, QCustomPlot and Qt Charts alike.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };

    /// The theme of this process; created on first use.
    static Theme& instance();

    [[nodiscard]] bool isDark() const;
    [[nodiscard]] QColor colour(Ink ink) const;
    [[nodiscard]] QPalette palette() const;
    /// Style sheet for what the palette does not reach.
    [[nodiscard]] QString styleSheet() const;

    /// The one family of the program at one of its sizes.
    [[nodiscard]] QFont font(TextSize size, QFont::Weight weight = QFont::Normal) const;

    /// Applies palette, style and font to the application.
    void apply(Mode mode);
    /// What the desktop wants now; matters in `Mode::System` alone.
    void setSystemDark(bool dark);
    [[nodiscard]] Mode mode() const { return m_mode; }

Q_SIGNALS:
    void changed();

private:
    Theme();
    bool m_dark = false;
    bool m_systemIsDark = false; ///< as the platform's palette was before ours
    Mode m_mode = Mode::System;
    QString m_family;
};

} // namespace spall::ui
