// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"

#include "app/checks.h"
#include "app/commands/commands.h"
#include "app/usage.h"
#include "core/base/version.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
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
    constexpr std::int64_t kMostThreads = 4096;
    constexpr std::int64_t kMostMegabytes = std::int64_t{1} << 30;
    command.add_flag("--json", options.json, "one JSON object on standard output");
    command.add_flag("--quiet", options.quiet, "no progress, no remarks");
    command.add_option("--seed", options.seed, "the number the run can be repeated from")
        ->check(seedNumber());
    command.add_option("--threads", options.threads, "threads to use (default: all cores)")
        ->check(wholeNumber(1, kMostThreads));
    command.add_option("--device", options.device, "auto, cpu or cuda")
        ->check(oneOf({"auto", "cpu", "cuda"}));
    command.add_option("--memory", options.memoryMb, "memory budget in MB")
        ->check(wholeNumber(1, kMostMegabytes));
}

bool isCommandName(std::string_view word)
{
    return std::any_of(commands().begin(), commands().end(), [&](const Command& command) {
        return word == command.name;
    });
}

bool isQuestion(std::string_view word)
{
    constexpr std::array<std::string_view, 3> kQuestions{"--help", "-h", "--version"};
    return std::find(kQuestions.begin(), kQuestions.end(), word) != kQuestions.end();
}

/// Options that belong to the window's toolkit, with one dash or two.
bool isToolkitOption(std::string_view word)
{
    constexpr std::array<std::string_view, 14> kNames{"platform",
                                                      "platformpluginpath",
                                                      "platformtheme",
                                                      "plugin",
                                                      "style",
                                                      "stylesheet",
                                                      "session",
                                                      "display",
                                                      "geometry",
                                                      "qwindowgeometry",
                                                      "qwindowtitle",
                                                      "qwindowicon",
                                                      "reverse",
                                                      "widgetcount"};
    const auto name = word.substr(std::min(word.find_first_not_of('-'), word.size()));
    return std::find(kNames.begin(), kNames.end(), name.substr(0, name.find('='))) != kNames.end();
}

/// A word that can be neither a file nor an option of the window: a command that does not exist.
bool isMisspelt(std::string_view word)
{
    if (word.starts_with('-')) {
        return !isToolkitOption(word);
    }
    std::error_code ignored;
    return word.find_first_of("./:@\\") == std::string_view::npos &&
           !std::filesystem::exists(word, ignored);
}

std::vector<std::string> commandNames()
{
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        names.emplace_back(command.name);
    }
    return names;
}

/// Answers --help and --version.
int answer(const CLI::App& app, const CLI::Success& question, Console& console)
{
    const int status = app.exit(question, std::cout, std::cerr);
    std::cout.flush();
    return std::cout ? status : console.finish(fail(cannotAnswer()));
}

} // namespace

bool isCommandLine(int argc, char** argv)
{
    if (argc < 2) {
        return false;
    }
    const std::string_view first = argv[1];
    return isQuestion(first) || isCommandName(first) || isMisspelt(first);
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
    const std::vector<std::string> words(argv, argv + argc);
    const auto refuse = [&](const Error& error) {
        options.json = std::find(words.begin(), words.end(), "--json") != words.end();
        Console console{options};
        return console.finish(fail(error));
    };
    if (argc > 1 && !isQuestion(argv[1]) && !isCommandName(argv[1])) {
        return refuse(unknownCommand(words[1], commandNames()));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& question) {
        Console console{options};
        return answer(app, question, console);
    } catch (const CLI::ParseError& error) {
        return refuse(usageError(error, app));
    }
    Console console{options};
    try {
        return console.finish((*chosen)(options, console));
    } catch (const std::bad_alloc&) {
        return console.finish(fail(ErrorCode::NotEnoughMemory,
                                   "the memory of this machine does not suffice",
                                   {},
                                   "choose a shorter window or fewer recordings at a time"));
    } catch (const std::exception& error) { // a promise that did not hold: told, never a crash
        return console.finish(fail(ErrorCode::Internal,
                                   error.what(),
                                   {},
                                   "please report this with the command that led to it"));
    }
}

} // namespace spall::app
