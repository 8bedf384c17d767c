// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/focus.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace spall::ui {

/// Which bearing, and how fast the shaft turns: a known bearing from the list or by part of its
/// name, any other by its geometry. Shows and changes the document's.
class MachineChoice : public QWidget {
    Q_OBJECT
public:
    explicit MachineChoice(Focus& focus, QWidget* parent = nullptr);

private:
    void chooseBearing();
    void showMachine();

    Focus& m_focus;
    QComboBox* m_bearing;
    QDoubleSpinBox* m_speed;
};

} // namespace spall::ui
