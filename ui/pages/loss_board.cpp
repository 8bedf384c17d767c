// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loss_board.h"

#include "ui/pages/loss_chart.h"
#include "ui/pages/train_verdict.h"
#include "ui/text/format.h"

#include <QGridLayout>

#include <algorithm>
#include <limits>

namespace spall::ui {

namespace {

constexpr int kRoomyHeight = 390; ///< of two rows, each with a sentence and the name of its x axis

} // namespace

LossBoard::LossBoard(QWidget* parent)
    : QWidget(parent),
      m_critics(new LossChart(tr("Critic: Wasserstein distance, real − reconstructed"),
                              {{tr("signal"), Ink::Reconstruction}, {tr("latent"), Ink::Threshold}},
                              this)),
      m_cycle(new LossChart(tr("Cycle: reconstruction error"),
                            {{tr("held back"), Ink::Alarm}, {tr("learned"), Ink::Healthy}},
                            this)),
      m_penalty(
          new LossChart(tr("Gradient penalty and norm"),
                        {{tr("|∇ critic|"), Ink::Reconstruction}, {tr("penalty"), Ink::Signal}},
                        this)),
      m_generator(
          new LossChart(tr("Generator and encoder: adversarial loss"),
                        {{tr("generator"), Ink::Reconstruction}, {tr("encoder"), Ink::Threshold}},
                        this))
{
    m_cycle->setSentence(tr("A growing gap between the two means that it learns by heart."));
    m_penalty->setSentence(
        tr("The penalty pulls the norm towards 1 (dashed); while the distance is large it settles "
           "above."));
    m_penalty->setReference(1.0);
    setPreset({});
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(10);
    grid->addWidget(m_critics, 0, 0);
    grid->addWidget(m_cycle, 0, 1);
    grid->addWidget(m_penalty, 1, 0);
    grid->addWidget(m_generator, 1, 1);
}

std::array<LossChart*, 4> LossBoard::charts() const
{
    return {m_critics, m_cycle, m_penalty, m_generator};
}

void LossBoard::setPreset(const nn::Preset& preset)
{
    m_critics->setHeading(preset.adversarial.fakes == nn::Fakes::Reconstruction
                              ? tr("Critic: Wasserstein distance, real − reconstructed")
                              : tr("Critic: Wasserstein distance, real − generated"));
    if (!followsCritic(preset)) {
        const QString weight = numberText(preset.adversarial.signalWeight);
        m_critics->setSentence(
            tr("This critic only watches (weight %1 in the loss): a growing distance is expected.")
                .arg(weight));
        m_generator->setSentence(
            tr("They weigh %1 beside the reconstruction error: a drift means little.").arg(weight));
        return;
    }
    m_critics->setSentence(tr("Falling towards a small positive value is healthy."));
    m_generator->setSentence(
        preset.latentCritic.widths.empty()
            ? tr("A steady climb means that the generator falls behind the critic.")
            : tr("Neither should run away while the other stands still."));
}

void LossBoard::clear()
{
    m_epochsDone = 0;
    for (LossChart* chart : charts()) {
        chart->clear();
    }
}

void LossBoard::addPoint(double epoch, const train::Losses& losses, double heldBackCycle)
{
    m_critics->add(0, epoch, losses.critic);
    m_critics->add(1, epoch, losses.latentCritic);
    m_cycle->add(0, epoch, heldBackCycle);
    m_cycle->add(1, epoch, losses.cycle);
    m_penalty->add(0, epoch, losses.gradientNorm);
    m_penalty->add(1, epoch, losses.penalty);
    m_generator->add(0, epoch, losses.generator);
    m_generator->add(1, epoch, losses.latent);
}

void LossBoard::redraw(double epochs)
{
    for (LossChart* chart : charts()) {
        chart->setEpochs(epochs);
        chart->redraw();
    }
}

void LossBoard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    for (LossChart* chart : charts()) {
        chart->setRoomy(height() >= kRoomyHeight);
    }
}

void LossBoard::add(const std::vector<train::StepReport>& steps)
{
    for (const train::StepReport& step : steps) {
        const double perEpoch = static_cast<double>(std::max<std::int64_t>(1, step.stepsPerEpoch));
        const bool isNew = step.epochsDone > m_epochsDone; // the error of an epoch is one point
        m_epochsDone = step.epochsDone;
        addPoint(static_cast<double>(step.step) / perEpoch,
                 step.losses,
                 isNew ? step.heldBackCycle : std::numeric_limits<double>::quiet_NaN());
    }
    if (!steps.empty()) {
        redraw(steps.back().epochs);
    }
}

void LossBoard::show(const train::TrainHistory& history)
{
    clear();
    for (const train::EpochReport& epoch : history.epochs) {
        addPoint(epoch.epoch, epoch.losses, epoch.heldBackCycle);
    }
    redraw(static_cast<double>(history.epochs.size()));
}

} // namespace spall::ui
