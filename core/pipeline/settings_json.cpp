// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/settings_json.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace spall::pipeline {

using nlohmann::json;

namespace {

bool isShare(double value)
{
    return value >= 0.0 && value <= 1.0;
}

bool isPositive(double value)
{
    return std::isfinite(value) && value > 0.0;
}

/// Earlier builds wrote its place in the enumeration.
std::optional<score::Fusion> fusionFrom(const json& value)
{
    constexpr std::array kInOrder{
        score::Fusion::Sum, score::Fusion::Product, score::Fusion::Rec, score::Fusion::Critic};
    if (value.is_string()) {
        return score::parseFusion(value.get<std::string>());
    }
    const auto place = value.get<std::int64_t>();
    return place >= 0 && place < static_cast<std::int64_t>(kInOrder.size())
               ? std::optional(kInOrder.at(static_cast<std::size_t>(place)))
               : std::nullopt;
}

Status validate(const detect::DecisionOptions& decision)
{
    const detect::Hysteresis& hysteresis = decision.hysteresis;
    if (!isShare(decision.lambda) || !std::isfinite(decision.smoothing.value) ||
        decision.smoothing.value < 0.0) {
        return fail(ErrorCode::UnknownFormat, "lambda or the smoothing is out of its range");
    }
    if (hysteresis.need < 1 || hysteresis.need > hysteresis.of) {
        return fail(ErrorCode::UnknownFormat, "a hysteresis of N of M needs 1 <= N <= M");
    }
    return {};
}

} // namespace

json toJson(const detect::DecisionOptions& decision)
{
    json document{{"fusion", score::toString(decision.fusion)},
                  {"lambda", decision.lambda},
                  {"smoothing_s", decision.smoothing.value},
                  {"policy", detect::toString(decision.policy)},
                  {"hysteresis", {decision.hysteresis.need, decision.hysteresis.of}}};
    if (decision.dual) {
        document["dual"] = {decision.dual->rec, decision.dual->critic, decision.dual->both};
    }
    return document;
}

Result<detect::DecisionOptions> decisionFrom(const json& document)
{
    detect::DecisionOptions decision;
    const auto fusion = fusionFrom(document.at("fusion"));
    if (!fusion) {
        return fail(ErrorCode::UnknownFormat, "unknown fusion");
    }
    decision.fusion = *fusion;
    decision.lambda = document.at("lambda").get<double>();
    decision.smoothing.value = document.at("smoothing_s").get<double>();
    const auto policy = detect::parsePolicy(document.at("policy").get<std::string>());
    if (!policy) {
        return fail(policy.error());
    }
    decision.policy = *policy;
    decision.hysteresis = {document.at("hysteresis").at(0).get<int>(),
                           document.at("hysteresis").at(1).get<int>()};
    if (document.contains("dual")) {
        const json& dual = document.at("dual");
        decision.dual = {
            dual.at(0).get<double>(), dual.at(1).get<double>(), dual.at(2).get<bool>()};
    }
    if (auto status = validate(decision); !status) {
        return fail(status.error());
    }
    return decision;
}

json toJson(const TrainSettings& settings)
{
    json document{{"preset", settings.preset},
                  {"window", settings.window.length},
                  {"step", settings.window.step},
                  {"epochs", settings.epochs},
                  {"seed", settings.seed.value},
                  {"policy", detect::toString(settings.policy)}};
    if (settings.rate) {
        document["rate_hz"] = settings.rate->value;
    }
    if (settings.maxSeconds) {
        document["max_seconds"] = settings.maxSeconds->value;
    }
    return document;
}

Result<TrainSettings> settingsFrom(const json& document)
{
    TrainSettings settings;
    settings.preset = document.at("preset").get<std::string>();
    settings.window = {document.at("window").get<SampleCount>(),
                       document.at("step").get<SampleCount>()};
    settings.epochs = document.at("epochs").get<int>();
    settings.seed = Seed{document.at("seed").get<std::uint64_t>()};
    const auto policy = detect::parsePolicy(document.at("policy").get<std::string>());
    if (!policy) {
        return fail(policy.error());
    }
    settings.policy = *policy;
    if (document.contains("rate_hz")) {
        settings.rate = Hertz{document.at("rate_hz").get<double>()};
    }
    if (document.contains("max_seconds")) {
        settings.maxSeconds = Seconds{document.at("max_seconds").get<double>()};
    }
    if (auto status = signal::validate(settings.window); !status) {
        return fail(status.error());
    }
    const bool isMeant = settings.epochs >= 0 &&
                         (!settings.rate || isPositive(settings.rate->value)) &&
                         (!settings.maxSeconds || isPositive(settings.maxSeconds->value));
    if (!isMeant) {
        return fail(ErrorCode::UnknownFormat, "epochs, rate or time is out of its range");
    }
    return settings;
}

json toJson(const io::ImportChoice& choice)
{
    json document = json::object();
    for (const auto& [key, text] : {std::pair{"channel", choice.channel}, {"unit", choice.unit}}) {
        if (!text.empty()) {
            document[key] = text;
        }
    }
    if (choice.rate) {
        document["rate_hz"] = choice.rate->value;
    }
    if (choice.shaftSpeed) {
        document["rpm"] = choice.shaftSpeed->value;
    }
    if (choice.scale) {
        document["scale"] = *choice.scale;
    }
    return document;
}

Result<io::ImportChoice> importChoiceFrom(const json& document)
{
    io::ImportChoice choice;
    choice.channel = document.value("channel", std::string());
    choice.unit = document.value("unit", std::string());
    for (const char* key : {"rate_hz", "rpm", "scale"}) {
        if (document.contains(key) && !isPositive(document.at(key).get<double>())) {
            return fail(ErrorCode::UnknownFormat, fmt::format("'{}' is not above zero", key));
        }
    }
    if (document.contains("rate_hz")) {
        choice.rate = Hertz{document.at("rate_hz").get<double>()};
    }
    if (document.contains("rpm")) {
        choice.shaftSpeed = Rpm{document.at("rpm").get<double>()};
    }
    if (document.contains("scale")) {
        choice.scale = document.at("scale").get<double>();
    }
    return choice;
}

} // namespace spall::pipeline
