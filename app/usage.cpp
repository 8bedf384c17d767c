// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/usage.h"

#include "app/nearest.h"

#include <fmt/format.h>

#include <algorithm>

namespace spall::app {
namespace {

/// The sub-command that was being read; the program itself when there was none.
const CLI::App& readingOf(const CLI::App& app)
{
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : *chosen.front();
}

std::string helpOf(const CLI::App& command)
{
    const bool isProgram = command.get_parent() == nullptr;
    return isProgram ? "spall --help" : fmt::format("spall {} --help", command.get_name());
}

/// "did you mean X? Y lists …", or the second half alone.
std::string hintOf(const std::string& meant, const CLI::App& command, std::string_view what)
{
    const std::string rest = fmt::format("{} lists the {}", helpOf(command), what);
    return meant.empty() ? rest : fmt::format("did you mean {}? {}", meant, rest);
}

Error unknownOption(const std::vector<std::string>& extras, const CLI::App& command)
{
    const auto found = std::find_if(extras.begin(), extras.end(), [](const std::string& word) {
        return word.starts_with('-');
    });
    if (found == extras.end()) {
        return {ErrorCode::Usage,
                fmt::format("'{}' is one argument too many", extras.front()),
                "spall " + command.get_name(),
                helpOf(command) + " shows what it takes"};
    }
    std::vector<std::string> names{"--help"};
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    const std::string word = found->substr(0, found->find('='));
    return {ErrorCode::Usage,
            fmt::format("there is no option '{}'", word),
            "spall " + command.get_name(),
            hintOf(nearest(word, names), command, "options")};
}

} // namespace

Error usageError(const CLI::ParseError& error, const CLI::App& app)
{
    const CLI::App& command = readingOf(app);
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        return unknownOption(app.remaining(true), command);
    }
    // A check's text begins with the option that it is about.
    const std::string text = error.what();
    const auto colon = text.find(": ");
    const bool isCheck =
        dynamic_cast<const CLI::ValidationError*>(&error) != nullptr && colon != std::string::npos;
    return {ErrorCode::Usage,
            isCheck ? text.substr(colon + 2) : text,
            isCheck ? text.substr(0, colon) : std::string(),
            hintOf({}, command, command.get_parent() == nullptr ? "commands" : "options")};
}

Error unknownCommand(const std::string& word, const std::vector<std::string>& names)
{
    const std::string meant = nearest(word, names);
    const bool isOption = word.starts_with('-');
    return {ErrorCode::Usage,
            isOption ? fmt::format("there is no option '{}' without a command", word)
                     : fmt::format("there is no command '{}', and no such file", word),
            {},
            meant.empty() ? "spall --help lists the commands"
                          : fmt::format("did you mean {}? spall --help lists the commands", meant)};
}

} // namespace spall::app
