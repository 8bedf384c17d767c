// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/score_control.h"

#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr int kPositions = 100;
constexpr int kLongestRule = 50; ///< windows of the N-of-M rule

QLabel* mutedLabel(const QString& text)
{
    auto* label = new QLabel(text);
    setLook(label, "muted");
    return label;
}

} // namespace

ScoreControl::ScoreControl(Document& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_lambda(new QSlider(Qt::Horizontal)),
      m_lambdaText(mutedLabel({})),
      m_critic(mutedLabel({}))
{
    m_lambda->setRange(0, kPositions);
    m_lambda->setAccessibleName(tr("Weight of reconstruction against critic"));
    m_lambda->setToolTip(
        tr("λ: the score is λ · reconstruction + (1 − λ) · critic, both in standard "
           "deviations of healthy windows."));
    m_lambdaText->setAlignment(Qt::AlignCenter);
    m_critic->setWordWrap(true);
    auto* ends = new QHBoxLayout;
    ends->addWidget(new QLabel(tr("reconstruction")));
    ends->addStretch();
    ends->addWidget(m_lambdaText);
    ends->addStretch();
    ends->addWidget(new QLabel(tr("critic")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(ends);
    column->addWidget(m_lambda);
    column->addWidget(m_critic);
    column->addWidget(makeRules());
    connect(m_lambda, &QSlider::valueChanged, this, &ScoreControl::changeLambda);
    connect(m_lambda, &QSlider::sliderReleased, this, [this] { m_document.endGesture(); });
    connect(&m_document, &Document::decisionChanged, this, &ScoreControl::showDecision);
    connect(&m_document, &Document::modelChanged, this, &ScoreControl::showCritic);
    showDecision();
    showCritic();
}

QWidget* ScoreControl::makeRules()
{
    auto* rules = new QWidget;
    m_smoothing = new QDoubleSpinBox;
    m_smoothing->setRange(0.0, 60.0);
    m_smoothing->setSingleStep(0.1);
    m_smoothing->setDecimals(1);
    m_smoothing->setSuffix(tr(" s"));
    m_smoothing->setToolTip(tr("Scores are averaged over this time before they are judged."));
    m_need = new QSpinBox;
    m_of = new QSpinBox;
    for (QSpinBox* box : {m_need, m_of}) {
        box->setRange(1, kLongestRule);
        box->setToolTip(tr("An alarm needs N of the last M windows above the threshold."));
    }
    // One step of undo for a number, and no half-typed one: "12" over 5 is not 1 of 1 first.
    for (QAbstractSpinBox* box :
         std::initializer_list<QAbstractSpinBox*>{m_smoothing, m_need, m_of}) {
        box->setKeyboardTracking(false);
    }
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_need->setAccessibleName(tr("Windows needed for an alarm"));
    m_of->setAccessibleName(tr("Windows looked at for an alarm"));
    auto* line = new QHBoxLayout(rules);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(mutedLabel(tr("smooth")));
    line->addWidget(m_smoothing);
    line->addStretch();
    line->addWidget(mutedLabel(tr("alarm at")));
    line->addWidget(m_need);
    line->addWidget(mutedLabel(tr("of")));
    line->addWidget(m_of);
    connect(m_smoothing, &QDoubleSpinBox::valueChanged, this, &ScoreControl::changeSmoothing);
    connect(m_need, &QSpinBox::valueChanged, this, &ScoreControl::changeHysteresis);
    connect(m_of, &QSpinBox::valueChanged, this, &ScoreControl::changeHysteresis);
    return rules;
}

void ScoreControl::showDecision()
{
    const detect::DecisionOptions& decision = m_document.decision();
    const QSignalBlocker silentLambda(m_lambda);
    const QSignalBlocker silentSmoothing(m_smoothing);
    const QSignalBlocker silentNeed(m_need);
    const QSignalBlocker silentOf(m_of);
    m_lambda->setValue(static_cast<int>(std::lround((1.0 - decision.lambda) * kPositions)));
    m_lambdaText->setText(tr("λ = %1").arg(QLocale().toString(decision.lambda, 'f', 2)));
    m_smoothing->setValue(decision.smoothing.value);
    m_need->setValue(decision.hysteresis.need);
    m_of->setValue(decision.hysteresis.of);
    const bool isSum = decision.fusion == score::Fusion::Sum;
    m_lambda->setEnabled(isSum && !decision.dual);
}

void ScoreControl::showCritic()
{
    const auto model = m_document.model();
    const QString verdict = model ? saidText(model->calibration.criticVerdict) : QString();
    m_critic->setText(verdict);
    m_critic->setVisible(!verdict.isEmpty());
}

void ScoreControl::changeLambda(int position)
{
    detect::DecisionOptions decision = m_document.decision();
    decision.lambda = 1.0 - static_cast<double>(position) / kPositions;
    m_document.setDecision(decision, tr("weight λ"));
    if (!m_lambda->isSliderDown()) {
        m_document.endGesture();
    }
}

void ScoreControl::changeSmoothing(double seconds)
{
    detect::DecisionOptions decision = m_document.decision();
    decision.smoothing = Seconds{seconds};
    m_document.setDecision(decision, tr("smoothing"));
    m_document.endGesture();
}

void ScoreControl::changeHysteresis()
{
    detect::DecisionOptions decision = m_document.decision();
    const bool isNeedLarger = m_need->value() > m_of->value();
    const bool fromNeed = sender() == m_need;
    decision.hysteresis.of = isNeedLarger && fromNeed ? m_need->value() : m_of->value();
    decision.hysteresis.need = isNeedLarger && !fromNeed ? m_of->value() : m_need->value();
    m_document.setDecision(decision, tr("alarm rule"));
    m_document.endGesture();
}

} // namespace spall::ui
