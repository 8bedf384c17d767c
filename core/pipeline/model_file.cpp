// SPDX-License-Identifier: GPL-3.0-or-later
// The model file (.spall): an archive of kind "model". Numbers of the front, the calibration, the
// networks and the plain methods are arrays; everything a person may want to read is the document.
#include "core/base/archive.h"
#include "core/pipeline/model.h"
#include "core/pipeline/settings_json.h"
#include "core/score/store.h"

#include <cmath>

namespace spall::pipeline {
namespace {

constexpr int kModelVersion =
    3; // 3: evidence sees whitened views, the front holds the whole filter
constexpr const char* kModelKind = "model";

using nlohmann::json;

json toJson(const LearnedPart& part)
{
    return {{"path", part.path},
            {"sha256", part.sha256},
            {"channel", part.channel},
            {"learn", {part.learn.first, part.learn.last}},
            {"unseen", {part.unseen.first, part.unseen.last}},
            {"for_calibration", part.isForCalibration}};
}

LearnedPart learnedFrom(const json& document)
{
    const auto range = [&](const char* name) {
        return SampleRange{document.at(name).at(0).get<SampleIndex>(),
                           document.at(name).at(1).get<SampleIndex>()};
    };
    return {document.at("path").get<std::string>(),
            document.at("sha256").get<std::string>(),
            document.at("channel").get<std::string>(),
            range("learn"),
            range("unseen"),
            document.value("for_calibration", false)};
}

json toJson(const train::Losses& losses)
{
    return {losses.critic,
            losses.latentCritic,
            losses.generator,
            losses.cycle,
            losses.latent,
            losses.penalty,
            losses.gradientNorm};
}

/// JSON has no NaN: it is written as null.
double numberOrNan(const json& value)
{
    return value.is_number() ? value.get<double>() : std::nan("");
}

train::Losses lossesFrom(const json& row)
{
    return {numberOrNan(row.at(0)),
            numberOrNan(row.at(1)),
            numberOrNan(row.at(2)),
            numberOrNan(row.at(3)),
            numberOrNan(row.at(4)),
            numberOrNan(row.at(5)),
            numberOrNan(row.at(6))};
}

Array toArray(const std::vector<float>& values)
{
    return {{static_cast<std::int64_t>(values.size())}, values, {}};
}

Array toArray(const std::vector<double>& values)
{
    return {{static_cast<std::int64_t>(values.size())}, {}, values};
}

json storeHistory(Archive& archive, const train::TrainHistory& history)
{
    json epochs = json::array();
    for (const auto& epoch : history.epochs) {
        epochs.push_back({epoch.epoch, toJson(epoch.losses), epoch.heldBackCycle});
    }
    json snapshots = json::array();
    for (const auto& snapshot : history.snapshots) {
        archive.arrays["history/snapshot/" + std::to_string(snapshots.size())] =
            toArray(snapshot.reconstruction);
        snapshots.push_back(snapshot.epoch);
    }
    archive.arrays["history/watched"] = toArray(history.watchedWindow);
    return {{"epochs", epochs},
            {"snapshots", snapshots},
            {"best_epoch", history.bestEpoch},
            {"elapsed_s", history.elapsed.value},
            {"windows_per_second", history.windowsPerSecond},
            {"stopped_because", history.stoppedBecause},
            {"notes", history.notes}};
}

train::TrainHistory loadHistory(const Archive& archive, const json& document)
{
    train::TrainHistory history;
    for (const auto& row : document.at("epochs")) {
        history.epochs.push_back(
            {row.at(0).get<int>(), lossesFrom(row.at(1)), numberOrNan(row.at(2))});
    }
    std::size_t number = 0;
    for (const auto& epoch : document.at("snapshots")) {
        const auto found = archive.arrays.find("history/snapshot/" + std::to_string(number++));
        if (found != archive.arrays.end()) {
            history.snapshots.push_back({epoch.get<int>(), found->second.single});
        }
    }
    if (const auto found = archive.arrays.find("history/watched"); found != archive.arrays.end()) {
        history.watchedWindow = found->second.single;
    }
    history.bestEpoch = document.at("best_epoch").get<int>();
    history.elapsed = Seconds{document.at("elapsed_s").get<double>()};
    history.windowsPerSecond = document.at("windows_per_second").get<double>();
    history.stoppedBecause = document.at("stopped_because").get<std::string>();
    history.notes = document.at("notes").get<std::vector<std::string>>();
    return history;
}

constexpr const char* kNet = "net/";

void storePlain(Archive& archive, json& document, const std::vector<CalibratedMethod>& methods)
{
    document["plain"] = json::array();
    for (const CalibratedMethod& plain : methods) {
        const std::string name = plain.method->name();
        document["plain"].push_back(name);
        plain.method->store(archive, "plain/" + name + "/");
        archive.arrays["healthy/" + name] = toArray(plain.healthy);
    }
}

Result<std::vector<CalibratedMethod>> loadPlain(const Archive& archive, const score::Front& front)
{
    std::vector<CalibratedMethod> methods;
    for (const auto& row : archive.document.at("plain")) {
        const auto name = row.get<std::string>();
        auto method = score::loadPlainMethod(name, front, archive, "plain/" + name + "/");
        if (!method) {
            return fail(method.error());
        }
        methods.push_back({std::move(*method), archive.arrays.at("healthy/" + name).real});
    }
    return methods;
}

Result<ModelPtr> fromArchive(const Archive& archive)
{
    const json& document = archive.document;
    auto model = std::make_shared<Model>();
    auto settings = settingsFrom(document.at("settings"));
    auto decision = decisionFrom(document.at("decision"));
    auto front = score::loadFront(archive, "front/");
    auto calibration = score::loadCalibration(archive, "calibration/");
    auto untrained = score::loadCalibration(archive, "untrained/");
    for (const Error* error : {settings ? nullptr : &settings.error(),
                               decision ? nullptr : &decision.error(),
                               front ? nullptr : &front.error(),
                               calibration ? nullptr : &calibration.error(),
                               untrained ? nullptr : &untrained.error()}) {
        if (error != nullptr) {
            return fail(*error);
        }
    }
    for (const score::Calibration* part : {&*calibration, &*untrained}) {
        if (part->evidence.viewWidths != score::residualViewWidths(*front)) {
            return fail(ErrorCode::UnknownFormat, "its band statistics do not fit its filters");
        }
    }
    if (calibration->healthy.critic.size() != calibration->healthy.rec.size()) {
        return fail(ErrorCode::UnknownFormat, "its healthy scores lack the critic");
    }
    model->settings = std::move(*settings);
    model->decision = *decision;
    model->front = std::move(*front);
    model->calibration = std::move(*calibration);
    model->untrained = std::move(*untrained);
    model->rate = Hertz{document.at("rate_hz").get<double>()};
    for (const auto& part : document.at("learned")) {
        model->learned.push_back(learnedFrom(part));
    }
    model->history = loadHistory(archive, document.at("history"));
    auto plain = loadPlain(archive, model->front);
    if (!plain) {
        return fail(plain.error());
    }
    model->plain = std::move(*plain);
    model->weights.preset = document.at("preset");
    const json& parameters = document.at("parameters");
    model->weights.parameters = {
        parameters.at(0), parameters.at(1), parameters.at(2), parameters.at(3)};
    for (const auto& [name, array] : archive.arrays) {
        if (name.starts_with(kNet)) {
            model->weights.arrays.emplace(name.substr(4), array);
        }
    }
    model->learnWindows = document.at("learn_windows").get<std::int64_t>();
    model->calibrateWindows = document.at("calibrate_windows").get<std::int64_t>();
    model->peakMemoryMb = document.at("peak_memory_mb").get<double>();
    return ModelPtr{std::move(model)};
}

} // namespace

Status saveModel(const std::filesystem::path& path, const Model& model)
{
    Archive archive{kModelKind, kModelVersion, json::object(), {}};
    json& document = archive.document;
    document["settings"] = toJson(model.settings);
    document["decision"] = toJson(model.decision);
    document["rate_hz"] = model.rate.value;
    document["learned"] = json::array();
    for (const LearnedPart& part : model.learned) {
        document["learned"].push_back(toJson(part));
    }
    document["history"] = storeHistory(archive, model.history);
    document["preset"] = model.weights.preset;
    const auto& parameters = model.weights.parameters;
    document["parameters"] = {
        parameters.encoder, parameters.generator, parameters.signalCritic, parameters.latentCritic};
    document["learn_windows"] = model.learnWindows;
    document["calibrate_windows"] = model.calibrateWindows;
    document["peak_memory_mb"] = model.peakMemoryMb;
    for (const auto& [name, array] : model.weights.arrays) {
        archive.arrays[kNet + name] = array;
    }
    score::store(archive, "front/", model.front);
    score::store(archive, "calibration/", model.calibration);
    score::store(archive, "untrained/", model.untrained);
    storePlain(archive, document, model.plain);
    return saveArchive(path, archive);
}

Result<ModelPtr> loadModel(const std::filesystem::path& path)
{
    const auto archive = loadArchive(path, kModelKind, kModelVersion);
    if (!archive) {
        return fail(archive.error());
    }
    if (archive->version < kModelVersion) {
        return fail(ErrorCode::VersionMismatch,
                    "the model was trained by an older Spall, whose scores were others",
                    path.string(),
                    "train it again on the same recordings");
    }
    const auto damaged = fail(ErrorCode::UnknownFormat,
                              "the model file is damaged",
                              path.string(),
                              "take a backup, or train again");
    try {
        auto model = fromArchive(*archive);
        if (!model) {
            Error error = model.error();
            error.where = path.string();
            return fail(std::move(error));
        }
        return model;
    } catch (const std::exception&) { // a key or array that is not there
        return damaged;
    }
}

} // namespace spall::pipeline
