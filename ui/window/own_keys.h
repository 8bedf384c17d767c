// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace spall::ui {

/// Leaves the control that has the focus the keys that it works with, where a page has given them
/// to something else: Space presses a button and opens a list, the arrows move a slider.
/// To be installed on the application.
class OwnKeys : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace spall::ui
