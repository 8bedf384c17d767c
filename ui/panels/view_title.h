// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;

namespace spall::ui {

/// The title of a view that stands alone: what it is dragged by, with a way back among the tabs.
/// Among tabs it folds away, for there the tab says the name.
class ViewTitle : public QWidget {
    Q_OBJECT
public:
    explicit ViewTitle(QDockWidget& dock);

    void setFolded(bool isFolded);
    [[nodiscard]] bool isFolded() const { return m_isFolded; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void backRequested();

private:
    bool m_isFolded = false;
};

} // namespace spall::ui
