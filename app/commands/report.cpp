// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "app/commands/commands.h"
#include "core/io/label_csv.h"
#include "core/report/report_csv.h"
#include "core/report/report_html.h"
#include "ui/print/report_painter.h"

#include <QGuiApplication>
#include <QString>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>

namespace spall::app {
namespace {

using nlohmann::json;

struct Options {
    std::string model;
    std::vector<std::string> files;
    std::string out;
    std::string labels;
    std::string html;
    std::string data;
    std::string title;
    InputOptions input;
    DecisionArguments decision;
};

/// Healthy when the model has learned from this very file; else what the labels say.
pipeline::Role roleOf(const pipeline::Model& model, const signal::Recording& recording)
{
    const bool isLearned = std::any_of(
        model.learned.begin(), model.learned.end(), [&](const pipeline::LearnedPart& part) {
            return part.sha256 == recording.provenance.sha256;
        });
    return isLearned ? pipeline::Role::Healthy : pipeline::Role::Unknown;
}

std::string today()
{
    return fmt::format("{:%Y-%m-%d}", fmt::localtime(std::time(nullptr)));
}

Result<report::ReportInput> gather(const Options& options, Console& console)
{
    report::ReportInput input;
    auto model = pipeline::loadModel(options.model);
    if (!model) {
        return fail(model.error());
    }
    input.model = std::move(*model);
    auto decision = decisionFrom(options.decision, input.model->decision);
    if (!decision) {
        return fail(decision.error());
    }
    input.decision = *decision;
    if (!options.labels.empty()) {
        auto labels = io::readLabels(options.labels);
        if (!labels) {
            return fail(labels.error());
        }
        input.labels = std::move(*labels);
    }
    const auto observer = console.observer();
    auto inputs = readInputs(options.files, options.input, pipeline::Role::Unknown, observer.stop);
    if (!inputs) {
        return fail(inputs.error());
    }
    for (auto& one : *inputs) {
        one.role = roleOf(*input.model, *one.recording);
        pipeline::ScoreOptions scoring;
        scoring.step = options.decision.step.value_or(0);
        scoring.plainMethods = true;
        auto scored = pipeline::scoreRecording(*input.model, one, scoring, observer);
        if (!scored) {
            return fail(scored.error());
        }
        input.scored.push_back(std::move(*scored));
    }
    input.date = today();
    input.title = options.title;
    return input;
}

/// Fonts and painting need a Qt application; without a display its offscreen platform serves.
std::unique_ptr<QGuiApplication> offscreenApplication()
{
    static int count = 1;
    static char name[] = "spall";
    static char* words[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(count, words);
}

Result<json> run(const Options& options, const GlobalOptions& global, Console& console)
{
    if (auto status = configureEngine(global); !status) {
        return fail(status.error());
    }
    const auto input = gather(options, console);
    if (!input) {
        return fail(input.error());
    }
    const auto composed = report::compose(*input);
    if (!composed) {
        return fail(composed.error());
    }
    const auto application = offscreenApplication();
    const auto pages = ui::writePdf(*composed, QString::fromStdString(options.out));
    if (!pages) {
        return fail(pages.error());
    }
    if (!options.html.empty()) {
        if (auto status = report::writeHtml(options.html, *composed); !status) {
            return fail(status.error());
        }
    }
    if (!options.data.empty()) {
        if (auto status = report::writeData(options.data, *composed); !status) {
            return fail(status.error());
        }
    }
    console.line(fmt::format("{}: {} pages", options.out, *pages));
    return json{{"path", options.out}, {"pages", *pages}};
}

} // namespace

Run declareReport(CLI::App& command)
{
    auto options = std::make_shared<Options>();
    command.add_option("model", options->model, "model file")->required();
    command.add_option("files", options->files, "recordings")->required();
    command.add_option("--out", options->out, "PDF to write")->required();
    command.add_option("--labels", options->labels, "CSV: file,start,end,label");
    command.add_option("--html", options->html, "also as one HTML file");
    command.add_option("--data", options->data, "folder for JSON and CSV of everything in it");
    command.add_option("--title", options->title, "title on the first page");
    addInputOptions(command, options->input);
    addDecisionOptions(command, options->decision);
    return [options](const GlobalOptions& global, Console& console) {
        return run(*options, global, console);
    };
}

} // namespace spall::app
