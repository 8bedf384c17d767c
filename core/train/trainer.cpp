// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/nn/weights.h"
#include "core/train/checkpoint.h"
#include "core/train/generator_step.h"
#include "core/train/net_weights.h"
#include "core/train/watchdog.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace spall::train {
namespace {

constexpr std::int64_t kMostHeldBack = 256;
constexpr std::int64_t kPriorWindows = 256;
constexpr std::int64_t kEvaluationBatch = 32;
constexpr std::chrono::seconds kCheckpointInterval{30};
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// 1, 2, 5, 10, then each doubling: enough to see it grow, few enough to keep.
bool isSnapshotEpoch(int epoch)
{
    if (epoch == 1 || epoch == 2 || epoch == 5) {
        return true;
    }
    while (epoch > 10 && epoch % 2 == 0) {
        epoch /= 2;
    }
    return epoch == 10;
}

} // namespace

Trainer::Trainer(const TrainData& data,
                 const TrainOptions& options,
                 const nn::Preset& preset,
                 const TrainPlan& plan,
                 const nn::TorchSettings& settings)
    : m_data{data},
      m_options{options},
      m_preset{preset},
      m_plan{plan},
      m_settings{settings},
      m_identity(trainingIdentity(data, preset, options)),
      m_state{freshState(data, preset, options.seed, settings.device)},
      m_started{std::chrono::steady_clock::now()},
      m_saved{m_started}
{
    const SampleCount length = data.front.windowLength;
    const auto windows = evenWindows(data.heldBack, data.front.scaling, length, kMostHeldBack);
    const auto count = static_cast<std::int64_t>(windows.size()) / length;
    if (count > 0) {
        m_heldBack = nn::toWindows(windows, count).to(settings.device);
        m_watched = m_heldBack.narrow(0, count / 2, 1);
    } else {
        const auto learned = evenWindows(data.learn, data.front.scaling, length, 1);
        m_watched = nn::toWindows(learned, 1).to(settings.device);
    }
    m_state.history.watchedWindow = nn::toFloats(m_watched);
}

Result<Trained> Trainer::run(const StepSink& sink, const std::stop_token& stop)
{
    if (m_options.resume && !m_options.checkpoint.empty()) {
        resume();
    }
    m_lastGood = toArchive(m_state, m_identity, 0.0);
    while (!finished()) {
        const bool isOutOfTime = m_options.maxSeconds && m_stepsOfThisRun > 0 &&
                                 secondsOfThisRun() >= m_options.maxSeconds->value;
        if (isOutOfTime || stop.stop_requested()) {
            if (isOutOfTime && epochsDone() == 0) {
                endEpoch(stepInEpoch()); // a part of an epoch is better than nothing
            }
            if (const Status saved = writeCheckpoint(); !saved) {
                return fail(saved.error());
            }
            if (epochsDone() == 0) {
                return fail(ErrorCode::Cancelled,
                            "the training was stopped before its first epoch");
            }
            return conclude(fmt::format("{} after {} epochs",
                                        isOutOfTime ? "the time was up" : "stopped by the user",
                                        epochsDone()));
        }
        oneStep();
        const std::string note = recover();
        if (note.empty() && stepInEpoch() == 0) {
            endEpoch(m_plan.stepsPerEpoch);
            m_lastGood = toArchive(m_state, m_identity, 0.0);
        }
        report(sink, note);
        if (std::chrono::steady_clock::now() - m_saved >= kCheckpointInterval) {
            if (const Status saved = writeCheckpoint(); !saved) {
                return fail(saved.error());
            }
        }
    }
    if (epochsDone() == 0) {
        return fail(ErrorCode::Internal,
                    *finished(),
                    "training",
                    "lower the learning rates of the preset, or look for steps in the recording");
    }
    if (const Status saved = writeCheckpoint(); !saved) {
        return fail(saved.error());
    }
    return conclude(*finished());
}

void Trainer::resume()
{
    if (!std::filesystem::exists(m_options.checkpoint)) {
        return;
    }
    const auto archive = loadArchive(m_options.checkpoint, kCheckpointKind, kCheckpointVersion);
    Status restored = archive ? restore(m_state, *archive, m_identity)
                              : Status{tl::unexpected<Error>(archive.error())};
    if (restored) {
        return;
    }
    auto watched = std::move(m_state.history.watchedWindow);
    m_state = freshState(m_data, m_preset, m_options.seed, m_settings.device);
    m_state.history.watchedWindow = std::move(watched);
    m_state.history.notes.push_back(
        fmt::format("Started anew, because {}.", restored.error().what));
}

double Trainer::factor() const
{
    return m_state.rateScale * rateFactor(m_preset.training, m_state.step, m_plan.totalSteps());
}

torch::Tensor Trainer::drawWindows(std::int64_t count)
{
    return nn::toWindows(m_state.sampler.draw(count), count).to(m_settings.device);
}

torch::Tensor Trainer::drawNormal(std::int64_t count, std::int64_t width)
{
    auto values = torch::empty({count, width});
    float* first = values.data_ptr<float>();
    std::generate(
        first, first + values.numel(), [&] { return static_cast<float>(normal(m_state.noise)); });
    return values.to(m_settings.device);
}

torch::Tensor Trainer::drawUniform(std::int64_t count)
{
    auto values = torch::empty({count});
    float* first = values.data_ptr<float>();
    std::generate(first, first + count, [&] { return static_cast<float>(uniform(m_state.noise)); });
    return values.to(m_settings.device);
}

CriticBatch Trainer::drawCriticBatch()
{
    const std::int64_t count = m_plan.criticBatch;
    CriticBatch batch{.windows = drawWindows(count),
                      .mix = drawUniform(count),
                      .latentMix = drawUniform(count),
                      .latentReal = drawNormal(count, m_state.nets->learnedLatent()),
                      .prior = drawNormal(count, m_state.nets->latentNumbers()),
                      .dropoutSeed = std::nullopt};
    if (m_preset.signalCritic.dropout > 0.0) {
        batch.dropoutSeed = m_state.noise();
    }
    return batch;
}

void Trainer::oneStep()
{
    const nn::AdversarialPreset& adversarial = m_preset.adversarial;
    Losses& losses = m_state.newest;
    if (m_options.adversarial && m_state.step % adversarial.criticEvery == 0) {
        for (int turn = 0; turn < adversarial.criticSteps; ++turn) {
            const CriticLosses critic = criticStep(m_state.nets,
                                                   m_state.critic,
                                                   adversarial,
                                                   drawCriticBatch(),
                                                   m_plan.microBatch,
                                                   m_state.rateScale);
            losses.critic = critic.critic;
            losses.latentCritic = critic.latentCritic;
            losses.penalty = critic.penalty;
            losses.gradientNorm = critic.gradientNorm;
        }
    }
    const bool needsPrior = m_options.adversarial && adversarial.fakes == nn::Fakes::Prior;
    const GeneratorLosses generator = generatorStep(
        m_state.nets,
        m_state.generator,
        m_preset,
        drawWindows(m_plan.batch),
        needsPrior ? drawNormal(m_plan.batch, m_state.nets->latentNumbers()) : torch::Tensor{},
        m_options.adversarial ? Adversary::Present : Adversary::Absent,
        m_plan.microBatch,
        factor());
    losses.cycle = generator.cycle;
    losses.generator = generator.generator;
    losses.latent = generator.latent;
    add(m_state.epochSum, losses, 1.0);
    ++m_state.step;
    ++m_stepsOfThisRun;
}

std::string Trainer::recover()
{
    auto trouble = findTrouble(m_state.newest, lowestCycle());
    if (!trouble) {
        return {};
    }
    const int setbacks = m_state.setbacks + 1;
    const double rateScale = m_state.rateScale * kGentler;
    auto notes = m_state.history.notes;
    const auto restored = restore(m_state, m_lastGood, m_identity);
    TORCH_CHECK(restored, "the last good state could not be put back");
    m_state.setbacks = setbacks;
    m_state.rateScale = rateScale;
    m_state.history.notes = std::move(notes);
    std::string note =
        setbacks < kMostSetbacks
            ? fmt::format(
                  "{}; went back to the end of epoch {} with {:.0f} % of the learning rates.",
                  *trouble,
                  epochsDone(),
                  100.0 * rateScale)
            : fmt::format("{} for the {}rd time.", *trouble, setbacks);
    m_state.history.notes.push_back(note);
    return note;
}

std::optional<std::string> Trainer::finished() const
{
    if (m_state.setbacks >= kMostSetbacks) {
        return fmt::format("the training went astray {} times", m_state.setbacks);
    }
    if (epochsDone() >= m_plan.epochs) {
        return fmt::format("all {} epochs are done", epochsDone());
    }
    const int patience = m_preset.training.patience;
    if (patience > 0 && m_heldBack.defined() &&
        epochsDone() - m_state.history.bestEpoch >= patience) {
        return fmt::format("the held-back error has not fallen for {} epochs", patience);
    }
    return std::nullopt;
}

double Trainer::lowestCycle() const
{
    double lowest = 0.0;
    for (const EpochReport& epoch : m_state.history.epochs) {
        lowest = lowest > 0.0 ? std::min(lowest, epoch.losses.cycle) : epoch.losses.cycle;
    }
    return lowest;
}

void Trainer::endEpoch(std::int64_t stepsInEpoch)
{
    EpochReport epoch{.epoch = epochsDone() + 1, .losses = {}, .heldBackCycle = heldBackError()};
    add(epoch.losses, m_state.epochSum, 1.0 / static_cast<double>(stepsInEpoch));
    m_state.epochSum = {};
    m_state.history.epochs.push_back(epoch);
    if (isSnapshotEpoch(epoch.epoch)) {
        m_state.history.snapshots.push_back(snapshot(epoch.epoch));
    }
    // Without held-back windows there is nothing to choose by, and the newest epoch is kept.
    if (!m_heldBack.defined() || epoch.heldBackCycle < m_state.bestError || m_state.best.empty()) {
        m_state.bestError = epoch.heldBackCycle;
        m_state.best = nn::weightsOf(m_state.nets);
        m_state.history.bestEpoch = epoch.epoch;
    }
}

double Trainer::heldBackError()
{
    if (!m_heldBack.defined()) {
        return kNone;
    }
    const torch::NoGradGuard fixed;
    double sum = 0.0;
    const std::int64_t count = m_heldBack.size(0);
    for (std::int64_t first = 0; first < count; first += kEvaluationBatch) {
        const std::int64_t taken = std::min(kEvaluationBatch, count - first);
        const auto windows = m_heldBack.narrow(0, first, taken);
        const auto error = m_state.nets->cycleError(windows, m_state.nets->reconstruct(windows));
        sum += error.item<double>() * static_cast<double>(taken);
    }
    return sum / static_cast<double>(count);
}

Snapshot Trainer::snapshot(int epoch)
{
    const torch::NoGradGuard fixed;
    return {.epoch = epoch, .reconstruction = nn::toFloats(m_state.nets->reconstruct(m_watched))};
}

void Trainer::report(const StepSink& sink, const std::string& note) const
{
    if (!sink) {
        return;
    }
    const double seconds = secondsOfThisRun();
    const double perStep =
        seconds / static_cast<double>(std::max<std::int64_t>(1, m_stepsOfThisRun));
    const auto& epochs = m_state.history.epochs;
    sink({.step = m_state.step,
          .epoch = static_cast<int>((m_state.step - 1) / m_plan.stepsPerEpoch) + 1,
          .epochs = m_plan.epochs,
          .stepsPerEpoch = m_plan.stepsPerEpoch,
          .losses = m_state.newest,
          .heldBackCycle = epochs.empty() ? kNone : epochs.back().heldBackCycle,
          .windowsPerSecond = perStep > 0.0 ? static_cast<double>(m_plan.batch) / perStep : 0.0,
          .elapsed = Seconds{m_state.secondsBefore + seconds},
          .left = Seconds{perStep * static_cast<double>(m_plan.totalSteps() - m_state.step)},
          .note = note});
}

Status Trainer::writeCheckpoint()
{
    m_saved = std::chrono::steady_clock::now();
    if (m_options.checkpoint.empty()) {
        return {};
    }
    const double seconds = m_state.secondsBefore + secondsOfThisRun();
    return saveArchive(m_options.checkpoint, toArchive(m_state, m_identity, seconds));
}

Trained Trainer::conclude(std::string reason)
{
    const Status loaded = nn::loadWeights(m_state.nets, m_state.best);
    TORCH_CHECK(loaded, "the best epoch's weights could not be put back");
    TrainHistory history = m_state.history;
    const int best = history.bestEpoch;
    if (std::none_of(history.snapshots.begin(), history.snapshots.end(), [&](const Snapshot& kept) {
            return kept.epoch == best;
        })) {
        history.snapshots.push_back(snapshot(best));
        std::sort(history.snapshots.begin(),
                  history.snapshots.end(),
                  [](const Snapshot& a, const Snapshot& b) { return a.epoch < b.epoch; });
    }
    const auto windows =
        evenWindows(m_data.learn, m_data.front.scaling, m_data.front.windowLength, kPriorWindows);
    const auto count = static_cast<std::int64_t>(windows.size()) / m_data.front.windowLength;
    {
        const torch::NoGradGuard fixed;
        m_state.nets->learnPrior(
            m_state.nets->encode(nn::toWindows(windows, count).to(m_settings.device)));
    }
    const double seconds = secondsOfThisRun();
    history.elapsed = Seconds{m_state.secondsBefore + seconds};
    history.windowsPerSecond =
        seconds > 0.0 ? static_cast<double>(m_stepsOfThisRun * m_plan.batch) / seconds : 0.0;
    history.stoppedBecause = std::move(reason);
    return {.weights = netWeights(m_state.nets, m_preset), .history = std::move(history)};
}

double Trainer::secondsOfThisRun() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_started).count();
}

} // namespace spall::train
