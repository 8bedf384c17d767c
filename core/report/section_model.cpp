// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/sentences.h"
#include "core/report/terms.h"

namespace spall::report {

namespace {

Table modelFacts(const Words& words, const pipeline::Model& model)
{
    const train::ParameterCounts& parameters = model.weights.parameters;
    const signal::WindowOptions& window = model.settings.window;
    const train::TrainHistory& history = model.history;
    Table table;
    table.kind = Table::Kind::Facts;
    table.rows = {
        {words(Phrase::Preset), model.settings.preset},
        {words(Phrase::Seed), count(static_cast<std::int64_t>(model.settings.seed.value))},
        {words(Phrase::Rate), hertzText(model.rate)},
        {words(Phrase::WindowColumn),
         words(Phrase::WindowText,
               {count(window.length),
                durationText(duration(window.length, model.rate)),
                count(window.step)})},
        {words(Phrase::Parameters),
         words(Phrase::ParametersText,
               {count(parameters.encoder),
                count(parameters.generator),
                count(parameters.signalCritic),
                count(parameters.latentCritic)})},
        {words(Phrase::WindowsUsed),
         words(Phrase::WindowsUsedText,
               {count(model.learnWindows), count(model.calibrateWindows)})},
        {words(Phrase::Epochs),
         words(
             Phrase::EpochsText,
             {count(static_cast<std::int64_t>(history.epochs.size())), count(history.bestEpoch)})},
        {words(Phrase::TrainingTook),
         words(Phrase::TrainingTookText,
               {durationText(history.elapsed), compact(history.windowsPerSecond)})},
        {words(Phrase::WhatStoppedIt),
         orNotKnown(words, sentenceIn(words, history.stoppedBecause))},
        {words(Phrase::CriticWeight), percent(model.calibration.criticWeight)},
        {words(Phrase::CriticReason),
         orNotKnown(words, sentenceIn(words, model.calibration.criticVerdict))},
    };
    return table;
}

/// Losses of the epoch whose weights were kept; nothing when none was.
void addLosses(Table& table, const Words& words, const train::TrainHistory& history)
{
    for (const train::EpochReport& epoch : history.epochs) {
        if (epoch.epoch == history.bestEpoch) {
            table.rows.push_back({words(Phrase::FinalLosses),
                                  words(Phrase::FinalLossesText,
                                        {compact(epoch.losses.cycle),
                                         compact(epoch.heldBackCycle),
                                         compact(epoch.losses.critic),
                                         compact(epoch.losses.generator),
                                         compact(epoch.losses.penalty)})});
        }
    }
}

std::string rangeText(const Words& words, SampleRange range, Hertz rate)
{
    return range.isEmpty() ? words(Phrase::None)
                           : durationText(duration(range.first, rate)) + " \u2013 " +
                                 durationText(duration(range.last, rate));
}

Table learnedTable(const Words& words, const pipeline::Model& model)
{
    Table table;
    table.title = words(Phrase::LearnedTitle);
    table.heads = {words(Phrase::RecordingColumn),
                   words(Phrase::Learned),
                   words(Phrase::LeftUnseen),
                   "SHA-256"};
    for (const pipeline::LearnedPart& part : model.learned) {
        const std::string name = fileName(part.path) + ", " + orNotKnown(words, part.channel);
        table.rows.push_back({part.isForCalibration ? words(Phrase::ForCalibration, {name}) : name,
                              rangeText(words, part.learn, model.rate),
                              rangeText(words, part.unseen, model.rate),
                              orNotKnown(words, part.sha256)});
    }
    return table;
}

/// Leaves of a JSON tree as rows of "a.b.c" and value.
void flatten(const Words& words, const nlohmann::json& node, const std::string& name, Table& table)
{
    if (node.is_object()) {
        for (const auto& [key, child] : node.items()) {
            flatten(words, child, name.empty() ? key : name + "." + key, table);
        }
        return;
    }
    const std::string value =
        node.is_string() ? sentenceIn(words, node.get<std::string>())
                         : node.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    table.rows.push_back({name, value == "null" ? words(Phrase::NotKnown) : value});
}

std::string judgementText(const Findings& findings)
{
    const Words& words = findings.words;
    const detect::DecisionOptions& decision = findings.decision;
    const std::string rule = hysteresisText(words, decision.hysteresis);
    return decision.dual ? words(Phrase::JudgementDual, {rule, dualText(words, *decision.dual)})
                         : words(Phrase::JudgementText, {rule});
}

} // namespace

Section methodSection(const Findings& findings)
{
    const Words& words = findings.words;
    const pipeline::Model& model = *findings.model;
    Section section;
    section.heading = words(Phrase::HeadMethod);
    section.blocks = {Paragraph{words(Phrase::MethodText,
                                      {words.windows(model.learnWindows),
                                       count(model.settings.window.length),
                                       hertzText(model.rate)})},
                      Paragraph{words(Phrase::ScoreText)},
                      Paragraph{words(Phrase::CalibrationText)},
                      Paragraph{judgementText(findings)}};
    return section;
}

Section modelSection(const Findings& findings)
{
    const Words& words = findings.words;
    const pipeline::Model& model = *findings.model;
    Table facts = modelFacts(words, model);
    addLosses(facts, words, model.history);
    Section section;
    section.heading = words(Phrase::HeadModel);
    section.blocks.push_back(std::move(facts));
    section.blocks.push_back(learnedTable(words, model));
    if (model.history.epochs.size() > 1) { // a single epoch is a point, and stands in the table
        section.blocks.push_back(cycleCurves(model.history, words));
        section.blocks.push_back(adversarialCurves(model.history, words));
    }
    for (const std::string& note : model.history.notes) {
        section.blocks.push_back(Paragraph{sentenceIn(words, note), Paragraph::Kind::Bullet});
    }
    return section;
}

Section settingsSection(const Findings& findings)
{
    const Words& words = findings.words;
    Table preset;
    preset.title = words(Phrase::PresetTitle, {findings.model->settings.preset});
    preset.kind = Table::Kind::Facts;
    flatten(words, findings.model->weights.preset, "", preset);
    Section section;
    section.heading = words(Phrase::HeadSettings);
    if (!preset.rows.empty()) {
        section.blocks.push_back(std::move(preset));
    }
    return section;
}

} // namespace spall::report
