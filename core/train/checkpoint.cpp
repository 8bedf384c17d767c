// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/checkpoint.h"

#include "core/nn/weights.h"

#include <fmt/format.h>

#include <cmath>

namespace spall::train {
namespace {

using Json = nlohmann::json;

constexpr const char* kNets = "nets/";
constexpr const char* kBest = "best/";
constexpr const char* kGenerator = "generator/";
constexpr const char* kCritic = "critic/";
constexpr const char* kAverage = "average/";
constexpr const char* kSnapshot = "snapshot/";

/// JSON knows no NaN or infinity; both become null.
Json numberJson(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

double numberOf(const Json& json, double otherwise)
{
    return json.is_number() ? json.get<double>() : otherwise;
}

Json toJson(const Losses& losses)
{
    return Json::array({numberJson(losses.critic),
                        numberJson(losses.latentCritic),
                        numberJson(losses.generator),
                        numberJson(losses.cycle),
                        numberJson(losses.latent),
                        numberJson(losses.penalty),
                        numberJson(losses.gradientNorm)});
}

Losses lossesOf(const Json& json)
{
    const auto at = [&](std::size_t index) {
        return numberOf(json.at(index), std::numeric_limits<double>::quiet_NaN());
    };
    return {.critic = at(0),
            .latentCritic = at(1),
            .generator = at(2),
            .cycle = at(3),
            .latent = at(4),
            .penalty = at(5),
            .gradientNorm = at(6)};
}

Json historyJson(const TrainHistory& history)
{
    Json epochs = Json::array();
    for (const EpochReport& report : history.epochs) {
        epochs.push_back({{"epoch", report.epoch},
                          {"losses", toJson(report.losses)},
                          {"held_back", numberJson(report.heldBackCycle)}});
    }
    return {{"epochs", epochs}, {"best_epoch", history.bestEpoch}, {"notes", history.notes}};
}

TrainHistory historyOf(const Archive& archive, std::vector<float> watchedWindow)
{
    const Json& json = archive.document.at("history");
    TrainHistory history;
    history.watchedWindow = std::move(watchedWindow);
    for (const Json& row : json.at("epochs")) {
        history.epochs.push_back(
            {.epoch = row.at("epoch").get<int>(),
             .losses = lossesOf(row.at("losses")),
             .heldBackCycle =
                 numberOf(row.at("held_back"), std::numeric_limits<double>::quiet_NaN())});
    }
    history.bestEpoch = json.at("best_epoch").get<int>();
    history.notes = json.at("notes").get<std::vector<std::string>>();
    for (const Json& epoch : archive.document.at("snapshots")) {
        const auto& array = archive.arrays.at(kSnapshot + std::to_string(epoch.get<int>()));
        history.snapshots.push_back({.epoch = epoch.get<int>(), .reconstruction = array.single});
    }
    return history;
}

void addAll(std::map<std::string, Array>& arrays,
            const std::map<std::string, Array>& more,
            const std::string& prefix)
{
    for (const auto& [name, array] : more) {
        arrays[prefix + name] = array;
    }
}

std::map<std::string, Array> allUnder(const std::map<std::string, Array>& arrays,
                                      const std::string& prefix)
{
    std::map<std::string, Array> found;
    for (const auto& [name, array] : arrays) {
        if (name.starts_with(prefix)) {
            found.emplace(name.substr(prefix.size()), array);
        }
    }
    return found;
}

tl::unexpected<Error> damaged(const std::string& what)
{
    return fail(ErrorCode::UnknownFormat,
                "the checkpoint cannot be gone on from: " + what,
                kCheckpointKind,
                "start the training anew");
}

} // namespace

Json trainingIdentity(const TrainData& data, const nn::Preset& preset, const TrainOptions& options)
{
    Json stretches = Json::array();
    for (const signal::Stretch& stretch : data.learn) {
        stretches.push_back({{"sha256", stretch.recording->provenance.sha256},
                             {"first", stretch.range.first},
                             {"last", stretch.range.last}});
    }
    return {{"preset", nn::toJson(preset)},
            {"seed", options.seed.value},
            {"adversarial", options.adversarial},
            {"window_length", data.front.windowLength},
            {"scaling", {data.front.scaling.mean, data.front.scaling.deviation}},
            {"stretches", stretches}};
}

Archive toArchive(const TrainState& state, const Json& identity, double secondsNow)
{
    Archive archive;
    archive.kind = kCheckpointKind;
    archive.version = kCheckpointVersion;
    Json snapshots = Json::array();
    for (const Snapshot& snapshot : state.history.snapshots) {
        snapshots.push_back(snapshot.epoch);
        Array array;
        array.shape = {static_cast<std::int64_t>(snapshot.reconstruction.size())};
        array.single = snapshot.reconstruction;
        archive.arrays[kSnapshot + std::to_string(snapshot.epoch)] = std::move(array);
    }
    archive.document = {{"training", identity},
                        {"step", state.step},
                        {"critic_turns", state.criticTurns},
                        {"critic_steep", state.criticWatch.steep},
                        {"critic_flat", state.criticWatch.flat},
                        {"sampler", state.sampler.state()},
                        {"noise", engineText(state.noise)},
                        {"newest", toJson(state.newest)},
                        {"epoch_sum", toJson(state.epochSum)},
                        {"best_error", numberJson(state.bestError)},
                        {"rate_scale", state.rateScale},
                        {"setbacks", state.setbacks},
                        {"seconds", secondsNow},
                        {"history", historyJson(state.history)},
                        {"snapshots", snapshots}};
    addAll(archive.arrays, nn::weightsOf(state.nets), kNets);
    addAll(archive.arrays, state.best, kBest);
    state.generator.store(archive.arrays, kGenerator);
    state.critic.store(archive.arrays, kCritic);
    state.average.store(archive.arrays, kAverage);
    return archive;
}

Status restore(TrainState& state, const Archive& archive, const Json& identity)
{
    const Json& document = archive.document;
    if (document.value("training", Json{}) != identity) {
        return damaged("it belongs to another training");
    }
    for (const Status& part : {nn::loadWeights(state.nets, allUnder(archive.arrays, kNets)),
                               state.generator.restore(archive.arrays, kGenerator),
                               state.critic.restore(archive.arrays, kCritic),
                               state.average.restore(archive.arrays, kAverage)}) {
        if (!part) {
            return part;
        }
    }
    try {
        if (!state.sampler.restore(document.at("sampler").get<std::string>()) ||
            !restoreEngine(state.noise, document.at("noise").get<std::string>())) {
            return damaged("its random numbers are not readable");
        }
        state.step = document.at("step").get<std::int64_t>();
        state.criticTurns = document.at("critic_turns").get<int>();
        state.criticWatch = {document.at("critic_steep").get<int>(),
                             document.at("critic_flat").get<int>()};
        state.newest = lossesOf(document.at("newest"));
        state.epochSum = lossesOf(document.at("epoch_sum"));
        state.bestError =
            numberOf(document.at("best_error"), std::numeric_limits<double>::infinity());
        state.rateScale = document.at("rate_scale").get<double>();
        state.setbacks = document.at("setbacks").get<int>();
        state.secondsBefore = document.at("seconds").get<double>();
        state.history = historyOf(archive, std::move(state.history.watchedWindow));
    } catch (const std::exception& exception) { // what nlohmann::json throws on a missing key
        return damaged(exception.what());
    }
    state.best = allUnder(archive.arrays, kBest);
    return {};
}

} // namespace spall::train
