// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

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
    Surface,     ///< cards
    Background,  ///< behind the cards
    Field,       ///< input fields, unselected chips
    Border,
    Grid,
};

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

    /// Applies palette, style and font to the application.
    void apply(Mode mode);

Q_SIGNALS:
    void changed();

private:
    Theme() = default;
    bool m_dark = false;
};

} // namespace spall::ui
