// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"

#include "app/commands/commands.h"
#include "core/base/version.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace spall::app {
namespace {

const std::vector<Command>& commands()
{
    static const std::vector<Command> all{
        {"info", "what is in a file, what was guessed and why", &declareInfo},
        {"demo", "write a simulated bearing: healthy, then a growing fault", &declareDemo},
        {"train", "learn from healthy recordings and save a model", &declareTrain},
        {"score", "score every window of recordings", &declareScore},
        {"evaluate", "metrics by window and by event, the plain methods beside", &declareEvaluate},
#ifdef SPALL_WITH_UI
        {"report", "write the report of recordings", &declareReport},
#endif
        {"detectability",
         "plant faults into unseen healthy windows: how small a one is found",
         &declareDetectability},
        {"recalibrate", "new healthy statistics, same networks", &declareRecalibrate},
        {"synth", "synthetic windows from the generator", &declareSynth},
        {"bench", "how quick training, scoring and plotting are here", &declareBench},
        {"doctor", "libraries, BLAS, devices, fonts, and what is missing", &declareDoctor},
    };
    return all;
}

void addGlobalOptions(CLI::App& command, GlobalOptions& options)
{
    command.add_flag("--json", options.json, "one JSON object on standard output");
    command.add_flag("--quiet", options.quiet, "no progress, no remarks");
    command.add_option("--seed", options.seed, "the number the run can be repeated from");
    command.add_option("--threads", options.threads, "threads to use (default: all cores)")
        ->check(CLI::PositiveNumber);
    command.add_option("--device", options.device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command.add_option("--memory", options.memoryMb, "memory budget in MB")
        ->check(CLI::PositiveNumber);
}

/// Wrong usage as an `Error`, so that it is told like every other failure.
Error usageError(const CLI::ParseError& error)
{
    return {ErrorCode::Usage, error.what(), {}, "see spall --help"};
}

} // namespace

bool isCommandLine(int argc, char** argv)
{
    if (argc < 2) {
        return false;
    }
    const std::string_view first = argv[1];
    constexpr std::array<std::string_view, 3> kQuestions{"--help", "-h", "--version"};
    return std::find(kQuestions.begin(), kQuestions.end(), first) != kQuestions.end() ||
           std::any_of(commands().begin(), commands().end(), [&](const Command& command) {
               return first == command.name;
           });
}

int runCommandLine(int argc, char** argv)
{
    CLI::App app{
        "Spall finds bearing faults in vibration recordings with a GAN that has learned the "
        "healthy part.\nWithout a command it opens the window."};
    app.set_version_flag("--version", version());
    app.require_subcommand(1);
    GlobalOptions options;
    std::optional<Run> chosen;
    for (const Command& command : commands()) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        addGlobalOptions(*sub, options);
        sub->callback([&chosen, run = command.declare(*sub)] { chosen = run; });
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& question) {
        return app.exit(question);
    } catch (const CLI::ParseError& error) {
        const std::vector<std::string> words(argv, argv + argc);
        options.json = std::find(words.begin(), words.end(), "--json") != words.end();
        Console console{options};
        return console.finish(fail(usageError(error)));
    }
    Console console{options};
    try {
        return console.finish((*chosen)(options, console));
    } catch (const std::exception& error) { // a promise that did not hold: told, never a crash
        return console.finish(fail(ErrorCode::Internal,
                                   error.what(),
                                   {},
                                   "please report this with the command that led to it"));
    }
}

} // namespace spall::app
