// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train_verdict.h"

#include "ui/text/format.h"

#include <QCoreApplication>

#include <cmath>

namespace spall::ui {

namespace {

/// Held-back error above the learned one by more than this looks like learning by heart.
constexpr double kByHeart = 1.3;

QString translated(const char* text)
{
    return QCoreApplication::translate("TrainVerdict", text);
}

} // namespace

void TrainWatch::clear()
{
    *this = {};
}

void TrainWatch::add(const train::StepReport& step)
{
    if (!step.note.empty()) {
        m_note = QString::fromStdString(step.note);
    }
    m_gradientNorm = step.losses.gradientNorm;
    m_lastLearned = step.losses.cycle;
    const bool isNew = std::isfinite(step.heldBackCycle) &&
                       (m_heldBack.empty() || step.heldBackCycle != m_heldBack.back());
    if (isNew) {
        m_heldBack.push_back(step.heldBackCycle);
        // The value of an epoch arrives with the first step of the next.
        const int epoch = std::max(1, step.epoch - 1);
        if (m_bestEpoch == 0 || step.heldBackCycle < m_best) {
            m_best = step.heldBackCycle;
            m_bestEpoch = epoch;
        }
    }
    m_epoch = step.epoch;
}

TrainVerdict TrainWatch::verdict() const
{
    if (!m_note.isEmpty()) {
        return {Ink::Alarm, translated("Worth a look."), m_note};
    }
    if (m_heldBack.empty()) {
        return {Ink::TextMuted,
                translated("Learning."),
                translated("The first judgement comes with the first epoch.")};
    }
    const QString best = translated("Best on held-back healthy windows at epoch %1, error %2.")
                             .arg(m_bestEpoch)
                             .arg(numberText(m_best));
    if (m_heldBack.back() > kByHeart * m_lastLearned && m_lastLearned > 0.0 &&
        m_epoch > m_bestEpoch + 2) {
        return {
            Ink::Alarm,
            translated("It begins to learn by heart."),
            translated("The held-back error stands above the learned one and no longer falls. %1")
                .arg(best)};
    }
    if (m_epoch - 1 > m_bestEpoch) {
        return {
            Ink::Healthy,
            translated("Training is going well."),
            translated("%1 No better since then; it stops by itself when that lasts.").arg(best)};
    }
    return {Ink::Healthy,
            translated("Training is going well."),
            translated("The held-back error still falls. %1").arg(best)};
}

TrainVerdict verdictOf(const pipeline::Model& model)
{
    const train::TrainHistory& history = model.history;
    QString text = translated("Kept epoch %1 of %2; %3.")
                       .arg(history.bestEpoch)
                       .arg(history.epochs.size())
                       .arg(QString::fromStdString(history.stoppedBecause));
    if (!model.calibration.criticVerdict.empty()) {
        text += QLatin1Char(' ') + QString::fromStdString(model.calibration.criticVerdict);
    }
    for (const std::string& note : history.notes) {
        text += QLatin1Char(' ') + QString::fromStdString(note);
    }
    return {history.notes.empty() ? Ink::Healthy : Ink::Alarm,
            history.notes.empty() ? translated("The model is trained.")
                                  : translated("The model is trained, with remarks."),
            text};
}

} // namespace spall::ui
