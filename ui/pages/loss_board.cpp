// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loss_board.h"

#include "ui/pages/loss_chart.h"

#include <QGridLayout>

namespace spall::ui {

LossBoard::LossBoard(QWidget* parent)
    : QWidget(parent),
      m_critics(new LossChart(tr("Critic: Wasserstein distance, real − reconstructed"),
                              tr("Falling towards a small positive value is healthy."),
                              {{tr("signal"), Ink::Reconstruction}, {tr("latent"), Ink::Threshold}},
                              this)),
      m_cycle(new LossChart(tr("Cycle: reconstruction error"),
                            tr("A growing gap between the two means that it learns by heart."),
                            {{tr("held back"), Ink::Alarm}, {tr("learned"), Ink::Healthy}},
                            this)),
      m_penalty(
          new LossChart(tr("Gradient penalty and norm"),
                        tr("A norm near 1 (dashed) is what the penalty asks for."),
                        {{tr("|∇ critic|"), Ink::Reconstruction}, {tr("penalty"), Ink::Signal}},
                        this)),
      m_generator(
          new LossChart(tr("Generator and encoder: adversarial loss"),
                        tr("Neither should run away while the other stands still."),
                        {{tr("generator"), Ink::Reconstruction}, {tr("encoder"), Ink::Threshold}},
                        this))
{
    m_penalty->setReference(1.0);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(10);
    grid->addWidget(m_critics, 0, 0);
    grid->addWidget(m_cycle, 0, 1);
    grid->addWidget(m_penalty, 1, 0);
    grid->addWidget(m_generator, 1, 1);
}

void LossBoard::clear()
{
    for (LossChart* chart : {m_critics, m_cycle, m_penalty, m_generator}) {
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
    for (LossChart* chart : {m_critics, m_cycle, m_penalty, m_generator}) {
        chart->setEpochs(epochs);
        chart->redraw();
    }
}

void LossBoard::add(const std::vector<train::StepReport>& steps)
{
    for (const train::StepReport& step : steps) {
        const double perEpoch = static_cast<double>(std::max<std::int64_t>(1, step.stepsPerEpoch));
        addPoint(static_cast<double>(step.step) / perEpoch, step.losses, step.heldBackCycle);
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
