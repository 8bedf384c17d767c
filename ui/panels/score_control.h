// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QSpinBox;

namespace spall::ui {

/// How channel scores become alarms: the weight λ between reconstruction and critic, smoothing in
/// seconds, and N of M.
class ScoreControl : public QWidget {
    Q_OBJECT
public:
    explicit ScoreControl(Document& document, QWidget* parent = nullptr);

private:
    void showDecision();
    void showCritic();
    void changeLambda(int position);
    void changeSmoothing(double seconds);
    void changeHysteresis();
    [[nodiscard]] QWidget* makeRules();

    Document& m_document;
    QSlider* m_lambda;
    QLabel* m_lambdaText;
    QLabel* m_critic;
    QDoubleSpinBox* m_smoothing = nullptr;
    QSpinBox* m_need = nullptr;
    QSpinBox* m_of = nullptr;
};

} // namespace spall::ui
