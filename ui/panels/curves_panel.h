// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/dock_panel.h"
#include "ui/plot/curve_plot.h"

#include <memory>

namespace spall::ui {

/// ROC and precision-recall curves of the model with those of the plain methods behind it, all on
/// the same windows.
class CurvesPanel : public DockPanel {
    Q_OBJECT
public:
    explicit CurvesPanel(Focus& focus, QWidget* parent = nullptr);

    [[nodiscard]] const CurvePlot& roc() const { return *m_roc; }
    [[nodiscard]] const CurvePlot& precisionRecall() const { return *m_precision; }

protected:
    void compute() override;

private:
    void showMissing(const QString& text);
    void showPoint();

    CurvePlot* m_roc;
    CurvePlot* m_precision;
    std::shared_ptr<const Counted> m_drawn; ///< what the curves are of; null: there are none
};

} // namespace spall::ui
