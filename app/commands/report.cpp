// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checks.h"
#include "app/commands/commands.h"
#include "app/commands/detectability_json.h"
#include "core/base/file_bytes.h"
#include "core/io/label_csv.h"
#include "core/report/fleet.h"
#include "core/report/report_csv.h"
#include "core/report/report_html.h"
#include "ui/print/report_painter.h"

#include <QGuiApplication>
#include <QString>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <thread>

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
    std::string detectability;
    std::string title;
    std::string machine;
    std::string company;
    std::string logo;
    std::string language = "en";
    std::string paper = "a4";
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

Result<report::ReportChoices> choicesFrom(const Options& options)
{
    report::ReportChoices choices;
    choices.title = options.title;
    choices.machine = options.machine;
    choices.company = options.company;
    const auto language = report::parseLanguage(options.language);
    const auto paper = report::parsePaper(options.paper);
    if (!language || !paper) {
        return fail(language ? paper.error() : language.error());
    }
    choices.language = *language;
    choices.paper = *paper;
    if (!options.logo.empty()) {
        auto logo = report::readPicture(options.logo);
        if (!logo) {
            return fail(logo.error());
        }
        choices.logo = std::move(*logo);
    }
    return choices;
}

/// All of the report's input but the recordings.
Result<report::ReportInput> inputFrom(const Options& options)
{
    report::ReportInput input;
    auto model = pipeline::loadModel(options.model);
    auto hash = sha256OfFile(options.model);
    if (!model || !hash) {
        return fail(model ? hash.error() : model.error());
    }
    if (auto status = checkRate(options.input, (*model)->rate); !status) {
        return fail(status.error());
    }
    auto decision = decisionFrom(options.decision, (*model)->decision);
    auto choices = choicesFrom(options);
    if (!decision || !choices) {
        return fail(decision ? choices.error() : decision.error());
    }
    input.model = std::move(*model);
    input.modelPath = options.model;
    input.modelSha256 = std::move(*hash);
    input.decision = *decision;
    input.choices = std::move(*choices);
    input.date = today();
    if (!options.labels.empty()) {
        auto labels = io::readLabels(options.labels);
        if (!labels) {
            return fail(labels.error());
        }
        input.labels = std::move(*labels);
    }
    if (!options.detectability.empty()) {
        auto grid = readDetectability(options.detectability);
        if (!grid) {
            return fail(grid.error());
        }
        input.detectability = std::move(*grid);
    }
    if (!options.input.bearing.empty()) {
        const auto bearing = signal::parseBearing(options.input.bearing);
        if (!bearing) {
            return fail(bearing.error());
        }
        input.bearing = *bearing;
    }
    return input;
}

Result<pipeline::Input> openOne(const std::string& file,
                                const Options& options,
                                const pipeline::Model& model,
                                std::stop_token stop)
{
    auto inputs = readInputs({file}, options.input, pipeline::Role::Unknown, std::move(stop));
    if (!inputs) {
        return fail(inputs.error());
    }
    pipeline::Input input = std::move(inputs->front());
    input.role = roleOf(model, *input.recording);
    return input;
}

/// Best F1 needs the scores of all recordings before it knows a threshold.
Result<report::Report> composeWithBestF1(report::ReportInput input,
                                         const Options& options,
                                         const pipeline::Observer& observer)
{
    for (const std::string& file : options.files) {
        const auto one = openOne(file, options, *input.model, observer.stop);
        if (!one) {
            return fail(one.error());
        }
        pipeline::ScoreOptions scoring;
        scoring.step = options.decision.step.value_or(0);
        scoring.plainMethods = true;
        auto scored = pipeline::scoreRecording(*input.model, *one, scoring, observer);
        if (!scored) {
            return fail(scored.error());
        }
        input.scored.push_back(std::move(*scored));
    }
    return report::compose(input);
}

/// As many recordings at a time as there are threads; each works with one.
Result<report::Report> composeSideBySide(const report::ReportInput& input,
                                         const Options& options,
                                         int workers,
                                         Console& console)
{
    const auto observer = console.observer();
    const auto threshold = pipeline::chooseThreshold(*input.model, input.decision);
    if (!threshold) {
        return fail(threshold.error());
    }
    report::FleetOptions fleet;
    fleet.count = options.files.size();
    fleet.workers = workers;
    fleet.step = options.decision.step.value_or(0);
    fleet.decision = input.decision;
    fleet.bearing = input.bearing;
    const auto open = [&](std::size_t at) {
        return openOne(options.files[at], options, *input.model, observer.stop);
    };
    auto judged = report::judgeFleet(*input.model, *threshold, fleet, open, observer);
    if (!judged) {
        return fail(judged.error());
    }
    return report::composeJudged(input, *threshold, std::move(*judged));
}

Result<report::Report> composeReport(const Options& options, GlobalOptions global, Console& console)
{
    auto input = inputFrom(options);
    if (!input) {
        return fail(input.error());
    }
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int threads = global.threads > 0 ? global.threads : cores;
    const bool isSideBySide =
        options.files.size() > 1 && input->decision.policy.kind != detect::PolicyKind::BestF1;
    global.threads = isSideBySide ? 1 : global.threads;
    if (auto status = configureEngine(global); !status) {
        return fail(status.error());
    }
    if (input->decision.policy.kind == detect::PolicyKind::BestF1) {
        return composeWithBestF1(std::move(*input), options, console.observer());
    }
    return composeSideBySide(*input, options, isSideBySide ? threads : 1, console);
}

/// Qt's own notices would stand in front of the one sentence that an error has.
void dropNotices(QtMsgType type, const QMessageLogContext& /*context*/, const QString& text)
{
    if (type == QtFatalMsg) {
        std::fputs(qPrintable(text), stderr);
    }
}

/// Fonts and painting need a Qt application; without a display its offscreen platform serves.
std::unique_ptr<QGuiApplication> offscreenApplication()
{
    static int count = 1;
    static char name[] = "spall";
    static char* words[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(dropNotices);
    return std::make_unique<QGuiApplication>(count, words);
}

Result<json> run(const Options& options, const GlobalOptions& global, Console& console)
{
    const auto composed = composeReport(options, global, console);
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
    console.line(composed->verdict);
    return json{{"path", options.out}, {"pages", *pages}, {"verdict", composed->verdict}};
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
    command.add_option("--detectability",
                       options->detectability,
                       "what 'spall detectability --json' wrote, to be put into the report");
    command.add_option("--title", options->title, "title on the first page");
    command.add_option("--machine", options->machine, "where the recordings come from");
    command.add_option("--company", options->company, "name at the head of each report");
    command.add_option("--logo", options->logo, "picture at its right: PNG, JPEG or SVG");
    command.add_option("--language", options->language, "en or zh")
        ->check(readBy(report::parseLanguage));
    command.add_option("--paper", options->paper, "a4 or letter")
        ->check(readBy(report::parsePaper));
    addInputOptions(command, options->input);
    addDecisionOptions(command, options->decision);
    return [options](const GlobalOptions& global, Console& console) {
        return run(*options, global, console);
    };
}

} // namespace spall::app
