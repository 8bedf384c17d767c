// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train_verdict.h"

#include "ui/text/format.h"
#include "ui/text/messages.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

/// Held-back error above the learned one by more than this looks like learning by heart.
constexpr double kByHeart = 1.3;
/// The penalty holds the slope of the critic near 1; outside of these its values mean little.
constexpr double kFlattestSlope = 0.2;
constexpr double kSteepestSlope = 4.0;
/// A critic that weighs less beside the reconstruction error does not lead the generator.
constexpr double kLeadingWeight = 0.01;
/// Epochs that a new training is given before its critic is judged.
constexpr std::size_t kSettling = 3;

struct TrainVerdicts {
    Q_DECLARE_TR_FUNCTIONS(TrainVerdicts)
};

} // namespace

bool followsCritic(const nn::Preset& preset)
{
    return preset.adversarial.signalWeight >= kLeadingWeight * preset.training.cycleWeight;
}

void TrainWatch::begin(nn::Preset preset)
{
    *this = {};
    m_preset = std::move(preset);
}

void TrainWatch::add(const train::StepReport& step)
{
    if (!step.note.empty()) {
        m_note = saidText(step.note);
    }
    addToEpoch(step);
    m_last = step;
}

void TrainWatch::addToEpoch(const train::StepReport& step)
{
    if (m_means.empty() || m_means.back().epoch != step.epoch) {
        m_means.push_back({step.epoch, 0.0, 0.0, 0});
    }
    EpochMean& mean = m_means.back();
    if (std::isfinite(step.losses.critic) && std::isfinite(step.losses.gradientNorm)) {
        ++mean.steps;
        const auto count = static_cast<double>(mean.steps);
        mean.critic += (step.losses.critic - mean.critic) / count;
        mean.gradientNorm += (step.losses.gradientNorm - mean.gradientNorm) / count;
    }
}

QString TrainWatch::criticSentence() const
{
    const bool isTrained = std::any_of(m_means.begin(), m_means.end(), [](const EpochMean& mean) {
        return mean.gradientNorm > 0.0;
    });
    if (m_means.size() <= kSettling || !isTrained) {
        return {};
    }
    if (!followsCritic(m_preset)) {
        return TrainVerdicts::tr("The critic only watches: the calibration finds out whether its "
                                 "word is worth anything.");
    }
    const double slope = m_means.back().gradientNorm;
    if (slope < kFlattestSlope || slope > kSteepestSlope) {
        return TrainVerdicts::tr("The slope of the critic is %1 where 1 is asked for: its values "
                                 "mean little as yet.")
            .arg(numberText(slope));
    }
    const double first = m_means.front().critic;
    const double now = m_means[m_means.size() - 2].critic; // the last whole epoch
    if (now <= 0.0) {
        return TrainVerdicts::tr("The critic no longer tells signal from reconstruction.");
    }
    return now < first ? TrainVerdicts::tr("The critic still tells signal from reconstruction, but "
                                           "less than at first.")
                       : TrainVerdicts::tr("The critic tells signal from reconstruction better "
                                           "than at first: it is ahead of the generator.");
}

TrainVerdict TrainWatch::heldBackVerdict() const
{
    const QString best =
        TrainVerdicts::tr("Best on held-back healthy windows at epoch %1, error %2.")
            .arg(m_last.bestEpoch)
            .arg(numberText(m_last.bestHeldBack));
    const int since = m_last.epochsDone - m_last.bestEpoch;
    if (since == 0) {
        return {Ink::Healthy,
                TrainVerdicts::tr("Training is going well."),
                TrainVerdicts::tr("The held-back error still falls. %1").arg(best)};
    }
    const double learned = m_last.losses.cycle;
    if (m_last.heldBackCycle > kByHeart * learned && learned > 0.0 && since > 1) {
        return {Ink::Alarm,
                TrainVerdicts::tr("It begins to learn by heart."),
                TrainVerdicts::tr(
                    "The held-back error stands above the learned one and no longer falls. %1")
                    .arg(best)};
    }
    QString text = TrainVerdicts::tr("%1 No better for %n epoch(s).", nullptr, since).arg(best);
    if (const int patience = m_preset.training.patience; patience > 0) {
        text += QLatin1Char(' ') +
                TrainVerdicts::tr("It stops by itself after %n of them.", nullptr, patience);
    }
    return {Ink::Healthy, TrainVerdicts::tr("The held-back error has levelled off."), text};
}

TrainVerdict TrainWatch::verdict() const
{
    if (!m_note.isEmpty()) {
        return {Ink::Alarm, TrainVerdicts::tr("Worth a look."), m_note};
    }
    if (m_last.epochsDone == 0) {
        return {Ink::TextMuted,
                TrainVerdicts::tr("Learning."),
                TrainVerdicts::tr("The first judgement comes with the first epoch.")};
    }
    if (!std::isfinite(m_last.heldBackCycle)) {
        return {Ink::TextMuted,
                TrainVerdicts::tr("Learning."),
                TrainVerdicts::tr("The recordings are too short to hold windows back: the newest "
                                  "epoch is kept.")};
    }
    TrainVerdict verdict = heldBackVerdict();
    if (const QString critic = criticSentence(); !critic.isEmpty() && verdict.ink == Ink::Healthy) {
        verdict.text += QLatin1Char(' ') + critic;
    }
    return verdict;
}

TrainVerdict verdictOf(const pipeline::Model& model)
{
    const train::TrainHistory& history = model.history;
    QString text = TrainVerdicts::tr("Kept epoch %1 of %2; %3.")
                       .arg(history.bestEpoch)
                       .arg(history.epochs.size())
                       .arg(saidText(history.stoppedBecause));
    if (!model.calibration.criticVerdict.empty()) {
        text += QLatin1Char(' ') + saidText(model.calibration.criticVerdict);
    }
    for (const std::string& note : history.notes) {
        text += QLatin1Char(' ') + saidText(note);
    }
    return {history.notes.empty() ? Ink::Healthy : Ink::Alarm,
            history.notes.empty() ? TrainVerdicts::tr("The model is trained.")
                                  : TrainVerdicts::tr("The model is trained, with remarks."),
            text};
}

} // namespace spall::ui
