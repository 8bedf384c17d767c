// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace spall::ui {

/// A framed part of a page: heading on the left, a value or a control on the right, the rest below.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& heading, QWidget* parent = nullptr);

    void setHeading(const QString& heading);
    /// Text on the right of the heading line.
    void setTrailing(const QString& text);
    /// Widgets on the right of the heading line.
    [[nodiscard]] QHBoxLayout* headingLine() { return m_line; }
    [[nodiscard]] QVBoxLayout* body() { return m_body; }

private:
    QLabel* m_heading;
    QLabel* m_trailing;
    QHBoxLayout* m_line;
    QVBoxLayout* m_body;
};

} // namespace spall::ui
