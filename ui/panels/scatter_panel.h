// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QWidget>

namespace spall::ui {

class ScatterPlot;

/// Reconstruction × critic score of the open recordings, healthy and faulty.
class ScatterPanel : public QWidget {
    Q_OBJECT
public:
    explicit ScatterPanel(Document& document, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showPointsLater();
    void showPoints();
    void showRule();

    Document& m_document;
    ScatterPlot* m_plot;
    bool m_stale = true; ///< points have changed while the panel was hidden
};

} // namespace spall::ui
