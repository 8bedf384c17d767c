// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QToolButton>

namespace spall::ui {

/// A small switch that shows in its own colour whether it is on.
class Chip : public QToolButton {
    Q_OBJECT
public:
    Chip(const QString& text, const QString& explanation, Ink ink, QWidget* parent = nullptr);

private:
    void restyle();

    Ink m_ink;
};

} // namespace spall::ui
