// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/wording.h"

#include <fmt/format.h>

namespace spall::report {

namespace {

std::string text(const std::string& value)
{
    return value.empty() ? wording::notKnown() : value;
}

Table modelFacts(const pipeline::Model& model)
{
    const train::ParameterCounts& parameters = model.weights.parameters;
    const signal::WindowOptions& window = model.settings.window;
    Table table;
    table.kind = Table::Kind::Facts;
    table.rows = {
        {"Preset", model.settings.preset},
        {"Seed", count(static_cast<std::int64_t>(model.settings.seed.value))},
        {"Rate", hertzText(model.rate)},
        {"Window",
         fmt::format("{} samples ({}), step {}",
                     count(window.length),
                     durationText(duration(window.length, model.rate)),
                     count(window.step))},
        {"Parameters",
         fmt::format("encoder {}, generator {}, signal critic {}, latent critic {}",
                     count(parameters.encoder),
                     count(parameters.generator),
                     count(parameters.signalCritic),
                     count(parameters.latentCritic))},
        {"Windows",
         fmt::format("{} to learn from, {} to calibrate with",
                     count(model.learnWindows),
                     count(model.calibrateWindows))},
        {"Epochs",
         fmt::format("{}, weights of epoch {} kept",
                     count(static_cast<std::int64_t>(model.history.epochs.size())),
                     count(model.history.bestEpoch))},
        {"Training took",
         fmt::format("{}, {} windows a second",
                     durationText(model.history.elapsed),
                     compact(model.history.windowsPerSecond))},
        {"What stopped it", text(model.history.stoppedBecause)},
        {"Weight of the critic", percent(model.calibration.criticWeight)},
        {"Why that weight", text(model.calibration.criticVerdict)},
    };
    return table;
}

std::string rangeText(SampleRange range, Hertz rate)
{
    return range.isEmpty() ? std::string("none")
                           : durationText(duration(range.first, rate)) + " \u2013 " +
                                 durationText(duration(range.last, rate));
}

Table learnedTable(const pipeline::Model& model)
{
    Table table;
    table.title = "What it learned from";
    table.heads = {"Recording", "Learned", "Left unseen", "SHA-256"};
    for (const pipeline::LearnedPart& part : model.learned) {
        table.rows.push_back({fileName(part.path) + ", " + text(part.channel),
                              rangeText(part.learn, model.rate),
                              rangeText(part.unseen, model.rate),
                              text(part.sha256)});
    }
    return table;
}

/// Leaves of a JSON tree as rows of "a.b.c" and value.
void flatten(const nlohmann::json& node, const std::string& name, Table& table)
{
    if (node.is_object()) {
        for (const auto& [key, child] : node.items()) {
            flatten(child, name.empty() ? key : name + "." + key, table);
        }
        return;
    }
    const std::string value =
        node.is_string() ? node.get<std::string>()
                         : node.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    table.rows.push_back({name, value == "null" ? wording::notKnown() : value});
}

} // namespace

Section modelSection(const Findings& findings)
{
    const pipeline::Model& model = *findings.model;
    Section section;
    section.heading = wording::kModel;
    section.blocks.push_back(modelFacts(model));
    section.blocks.push_back(learnedTable(model));
    if (!model.history.epochs.empty()) {
        section.blocks.push_back(cycleCurves(model.history));
        section.blocks.push_back(adversarialCurves(model.history));
    }
    for (const std::string& note : model.history.notes) {
        section.blocks.push_back(Paragraph{note, Paragraph::Kind::Bullet});
    }
    return section;
}

Section settingsSection(const Findings& findings)
{
    Table preset;
    preset.title = "Preset " + findings.model->settings.preset;
    preset.kind = Table::Kind::Facts;
    flatten(findings.model->weights.preset, "", preset);
    Section section;
    section.heading = wording::kSettings;
    if (!preset.rows.empty()) {
        section.blocks.push_back(std::move(preset));
    }
    return section;
}

} // namespace spall::report
