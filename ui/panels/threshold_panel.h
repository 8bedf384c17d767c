// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace spall::ui {

class ConfusionTable;
class MethodBars;
class NumberCard;
class ThresholdControl;

/// The right side of the Inspect page: where the threshold stands, what it gives, and what the
/// plain methods would have given.
class ThresholdPanel : public QFrame {
    Q_OBJECT
public:
    explicit ThresholdPanel(Document& document, QWidget* parent = nullptr);

    /// Moves the threshold by hand; many moves up to `endGesture()` are one undo step.
    void moveThreshold(double threshold);
    void focusThreshold();

private:
    [[nodiscard]] QWidget* makePolicies();
    [[nodiscard]] QWidget* makeNumbers();
    [[nodiscard]] QWidget* makeVerdict();
    void choose(const detect::Policy& policy);
    void showJudgement();
    void showScores();
    void showNumbers();
    void showMissing();
    void showEvaluation();

    Document& m_document;
    detect::DecisionOptions m_shown; ///< whose scores the histograms show
    ThresholdControl* m_control;
    QWidget* m_policies = nullptr;
    QPushButton* m_rate = nullptr;
    QPushButton* m_bestF1 = nullptr;
    QPushButton* m_budget = nullptr;
    QLabel* m_problem;
    NumberCard* m_f1 = nullptr;
    NumberCard* m_recall = nullptr;
    NumberCard* m_falseRate = nullptr;
    NumberCard* m_perHour = nullptr;
    QLabel* m_precision = nullptr;
    QLabel* m_beside = nullptr;
    MethodBars* m_methods;
    QLabel* m_verdict;
    QLabel* m_limits;
    ConfusionTable* m_confusion;
};

} // namespace spall::ui
