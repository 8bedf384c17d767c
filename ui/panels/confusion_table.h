// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/metrics.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;

namespace spall::ui {

/// Windows by truth (rows) and verdict (columns).
class ConfusionTable : public QWidget {
    Q_OBJECT
public:
    explicit ConfusionTable(QWidget* parent = nullptr);

    /// Unset while there is no model.
    void show(const std::optional<evaluate::Confusion>& confusion);

private:
    std::array<QLabel*, 4> m_cells; ///< found, missed, false alarms, rightly quiet
};

} // namespace spall::ui
