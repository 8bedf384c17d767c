// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/print_style.h"

#include <QColor>
#include <QPointF>
#include <QString>

#include <memory>
#include <string>

class QPainter;
class QTextLayout;

namespace spall::ui::print {

/// Text wrapped to a width, measured once and painted as text (selectable in a PDF). A word that is
/// wider than the line is broken. Cheap to copy.
class TextBlock {
public:
    enum class Align { Left, Right };

    TextBlock(
        const QString& text, TextRole role, QColor ink, double width, Align align = Align::Left);
    TextBlock(const std::string& text,
              TextRole role,
              QColor ink,
              double width,
              Align align = Align::Left);

    [[nodiscard]] double height() const { return m_height; }
    void paint(QPainter& painter, QPointF topLeft) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    QColor m_ink;
    double m_height = 0.0;
};

/// Width of a text on one line.
[[nodiscard]] double textWidth(const std::string& text, TextRole role);

/// A text cut to a width, with an ellipsis where something is missing.
[[nodiscard]] std::string cutToWidth(const std::string& text, TextRole role, double width);

/// Paints one line of text; `anchor` is its left end, middle or right end on the base line.
enum class Anchor { Left, Middle, Right };
void paintLine(QPainter& painter,
               const std::string& text,
               TextRole role,
               QColor ink,
               QPointF anchor,
               Anchor at = Anchor::Left);

} // namespace spall::ui::print
