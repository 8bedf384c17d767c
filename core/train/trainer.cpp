// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/nn/weights.h"
#include "core/train/checkpoint.h"
#include "core/train/net_weights.h"
#include "core/train/watchdog.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spall::train {
namespace {

constexpr std::int64_t kPriorWindows = 256;
constexpr double kLongestInterval = 30.0; ///< between checkpoints, in seconds
constexpr double kShortestInterval = 1.0;
/// A checkpoint that took a second to write is not written again before this many: 2 % of the time.
constexpr double kIntervalPerCost = 50.0;

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

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

Trainer::Trainer(const TrainData& data, const TrainOptions& options, StepSettings settings)
    : m_data{data},
      m_options{options},
      m_settings{std::move(settings)},
      m_heldBack{data, m_settings.device},
      m_identity(trainingIdentity(data, m_settings.preset, options)),
      m_state{freshState(data, m_settings.preset, options.seed, m_settings.device)},
      m_started{std::chrono::steady_clock::now()},
      m_saved{m_started}
{
    m_state.history.watchedWindow = m_heldBack.watched();
}

Result<Trained> Trainer::run(const StepSink& sink, const std::stop_token& stop)
{
    if (m_options.resume && !m_options.checkpoint.empty()) {
        resume();
    }
    m_lastGood = toArchive(m_state, m_identity, m_state.secondsBefore);
    while (!finished()) {
        if (const auto reason = interruption(stop)) {
            return leaveEarly(*reason);
        }
        if (advance(m_state, m_settings, stop) == Advance::Stopped) {
            continue;
        }
        ++m_stepsOfThisRun;
        const std::string note = recover();
        if (note.empty() && stepInEpoch() == 0) {
            endEpoch(m_settings.plan.stepsPerEpoch);
            m_lastGood = toArchive(m_state, m_identity, m_state.secondsBefore);
        }
        report(sink, note);
        if (secondsSince(m_saved) >= m_checkpointInterval) {
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

std::optional<std::string> Trainer::interruption(const std::stop_token& stop) const
{
    if (isOutOfTime()) {
        return "the time was up";
    }
    if (stop.stop_requested()) {
        return "stopped by the user";
    }
    return std::nullopt;
}

bool Trainer::isOutOfTime() const
{
    return m_options.maxSeconds && m_stepsOfThisRun > 0 &&
           secondsOfThisRun() >= m_options.maxSeconds->value;
}

Result<Trained> Trainer::leaveEarly(const std::string& reason)
{
    if (isOutOfTime() && epochsDone() == 0) {
        endEpoch(std::max<std::int64_t>(1, stepInEpoch())); // better than nothing
    }
    if (const Status saved = writeCheckpoint(); !saved) {
        return fail(saved.error());
    }
    if (epochsDone() == 0) {
        return fail(ErrorCode::Cancelled, "the training was stopped before its first epoch");
    }
    return conclude(epochsDone() == 1 ? fmt::format("{} after one epoch", reason)
                                      : fmt::format("{} after {} epochs", reason, epochsDone()));
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
    m_state = freshState(m_data, m_settings.preset, m_options.seed, m_settings.device);
    m_state.history.watchedWindow = std::move(watched);
    m_state.history.notes.push_back(
        fmt::format("Started anew, because {}.", restored.error().what));
}

std::string Trainer::recover()
{
    auto trouble = findTrouble(
        m_state.newest, lowestCycle(), m_state.criticWatch, m_settings.preset.adversarial);
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
        return fmt::format("the training went astray {} times, at last so: {}",
                           m_state.setbacks,
                           m_state.history.notes.back());
    }
    if (epochsDone() >= m_settings.plan.epochs) {
        return epochsDone() == 1 ? std::string("the one epoch is done")
                                 : fmt::format("all {} epochs are done", epochsDone());
    }
    const int patience = m_settings.preset.training.patience;
    if (patience > 0 && m_heldBack.hasWindows() &&
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
    const auto learned = m_state.nets->generatorParameters();
    m_state.average.swap(learned); // the average is what is judged, shown and kept
    EpochReport epoch{
        .epoch = epochsDone() + 1, .losses = {}, .heldBackCycle = m_heldBack.error(m_state.nets)};
    add(epoch.losses, m_state.epochSum, 1.0 / static_cast<double>(stepsInEpoch));
    m_state.epochSum = {};
    m_state.history.epochs.push_back(epoch);
    if (isSnapshotEpoch(epoch.epoch)) {
        m_state.history.snapshots.push_back(m_heldBack.snapshot(m_state.nets, epoch.epoch));
    }
    // Without held-back windows there is nothing to choose by, and the newest epoch is kept.
    if (!m_heldBack.hasWindows() || epoch.heldBackCycle < m_state.bestError ||
        m_state.best.empty()) {
        m_state.bestError = epoch.heldBackCycle;
        m_state.best = nn::weightsOf(m_state.nets);
        m_state.history.bestEpoch = epoch.epoch;
    }
    m_state.average.swap(learned);
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
    const TrainPlan& plan = m_settings.plan;
    sink({.step = m_state.step,
          .epoch = static_cast<int>((m_state.step - 1) / plan.stepsPerEpoch) + 1,
          .epochs = plan.epochs,
          .stepsPerEpoch = plan.stepsPerEpoch,
          .losses = m_state.newest,
          .epochsDone = epochsDone(),
          .heldBackCycle = epochs.empty() ? std::numeric_limits<double>::quiet_NaN()
                                          : epochs.back().heldBackCycle,
          .bestEpoch = m_state.history.bestEpoch,
          .bestHeldBack = m_state.bestError,
          .watched = newSnapshot(),
          .windowsPerSecond = perStep > 0.0 ? static_cast<double>(plan.batch) / perStep : 0.0,
          .elapsed = Seconds{m_state.secondsBefore + seconds},
          .left = Seconds{perStep * static_cast<double>(plan.totalSteps() - m_state.step)},
          .note = note});
}

std::shared_ptr<const WatchedEpoch> Trainer::newSnapshot() const
{
    const TrainHistory& history = m_state.history;
    if (stepInEpoch() != 0 || history.snapshots.empty() ||
        history.snapshots.back().epoch != epochsDone()) {
        return nullptr;
    }
    return std::make_shared<WatchedEpoch>(
        WatchedEpoch{history.watchedWindow, history.snapshots.back()});
}

Status Trainer::writeCheckpoint()
{
    const auto started = std::chrono::steady_clock::now();
    m_saved = started;
    if (m_options.checkpoint.empty()) {
        return {};
    }
    const double seconds = m_state.secondsBefore + secondsOfThisRun();
    const auto saved = saveArchive(m_options.checkpoint, toArchive(m_state, m_identity, seconds));
    m_checkpointInterval =
        std::clamp(kIntervalPerCost * secondsSince(started), kShortestInterval, kLongestInterval);
    return saved;
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
        history.snapshots.push_back(m_heldBack.snapshot(m_state.nets, best));
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
        seconds > 0.0 ? static_cast<double>(m_stepsOfThisRun * m_settings.plan.batch) / seconds
                      : 0.0;
    history.stoppedBecause = std::move(reason);
    return {.weights = netWeights(m_state.nets, m_settings.preset), .history = std::move(history)};
}

double Trainer::secondsOfThisRun() const
{
    return secondsSince(m_started);
}

} // namespace spall::train
