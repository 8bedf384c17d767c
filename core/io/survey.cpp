// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/survey.h"

#include "core/io/axes.h"
#include "core/io/channel_choice.h"
#include "core/io/encoding.h"
#include "core/io/file_contents.h"
#include "core/io/neighbours.h"
#include "core/io/selection.h"

#include <fmt/format.h>

namespace spall::io {
namespace {

std::vector<std::string> namesOf(const FileContents& contents)
{
    std::vector<std::string> names;
    for (const FoundVector& vector : contents.vectors) {
        names.push_back(asUtf8(vector.name));
    }
    return names;
}

/// Tells the signals from the rest and calls them what a recording does: both stand in one order.
void takeSignals(FileContents& contents, Survey& survey)
{
    const std::vector<std::string> written = namesOf(contents);
    numberRepeatedNames(contents.vectors);
    const std::vector<std::string> numbered = namesOf(contents);
    std::size_t next = 0;
    for (SurveyedVariable& variable : survey.variables) {
        if (next < written.size() && variable.name == written[next]) {
            variable.taken = TakenFor::Signal;
            variable.name = numbered[next++];
        }
    }
}

void addOthers(const FileContents& contents, Survey& survey)
{
    for (const FoundScalar& scalar : contents.scalars) {
        survey.variables.push_back({asUtf8(scalar.name),
                                    {},
                                    {},
                                    fmt::format("= {:.10g}", scalar.value),
                                    TakenFor::Number,
                                    0.0});
    }
    for (const FoundText& text : contents.texts) {
        survey.variables.push_back({asUtf8(text.name),
                                    {},
                                    {},
                                    fmt::format("\"{}\"", asUtf8(text.value)),
                                    TakenFor::Text,
                                    0.0});
    }
    for (const std::string& name : contents.leftOut) {
        survey.variables.push_back({asUtf8(name), {}, {}, {}, TakenFor::Nothing, 0.0});
    }
}

} // namespace

Result<Survey> surveyFile(const std::filesystem::path& path, const std::stop_token& stop)
{
    InputSpec spec{path, {}, {}};
    Result<FileContents> contents = readContents(spec, {}, stop);
    if (!contents) {
        return fail(contents.error());
    }
    nameByNeighbours(*contents);
    Survey survey{contents->format, {}};
    for (const FoundVector& vector : contents->vectors) {
        survey.variables.push_back(
            {asUtf8(vector.name),
             asUtf8(vector.title),
             asUtf8(vector.unit),
             fmt::format("{} samples", vector.samples.size()),
             TakenFor::Axis,
             vibrationLikeness(
                 vector.title.empty() ? vector.name : vector.title, vector.unit, vector.samples)
                 .score});
    }
    takeOutAxes(*contents);
    takeSignals(*contents, survey);
    addOthers(*contents, survey);
    return survey;
}

} // namespace spall::io
