// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/cwru.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace spall::io {
namespace {

/// True when the number stands in the text with no further digit beside it, leading zeros aside.
bool namesRecord(std::string_view text, std::string_view record)
{
    while (record.size() > 1 && record.front() == '0') {
        record.remove_prefix(1);
    }
    for (auto at = text.find(record); at != std::string_view::npos;
         at = text.find(record, at + 1)) {
        std::size_t before = at;
        while (before > 0 && text[before - 1] == '0') {
            --before;
        }
        const std::size_t behind = at + record.size();
        const bool startsHere = before == 0 || !isDigit(text[before - 1]);
        if (startsHere && (behind == text.size() || !isDigit(text[behind]))) {
            return true;
        }
    }
    return false;
}

} // namespace

CwruName parseCwruName(std::string_view variable)
{
    if (variable.size() < 7 || variable.front() != 'X') {
        return {};
    }
    std::size_t end = 1;
    while (end < variable.size() && isDigit(variable[end])) {
        ++end;
    }
    const std::string_view record = variable.substr(1, end - 1);
    const std::string_view rest = variable.substr(end);
    if (record.size() < 3) {
        return {};
    }
    if (rest == "RPM") {
        return {record, rest};
    }
    for (const std::string_view quantity : {"DE_time", "FE_time", "BA_time"}) {
        if (rest.size() > 1 && rest.substr(1) == quantity) {
            return {record, quantity};
        }
    }
    return {};
}

std::vector<std::string> cwruRecords(const std::vector<FoundVector>& vectors)
{
    std::vector<std::string> records;
    for (const FoundVector& vector : vectors) {
        const std::string record{parseCwruName(vector.name).record};
        if (!record.empty() && std::find(records.begin(), records.end(), record) == records.end()) {
            records.push_back(record);
        }
    }
    return records;
}

std::string keepOneCwruRecord(FileContents& contents, std::string_view fileName)
{
    const std::vector<std::string> records = cwruRecords(contents.vectors);
    if (records.empty()) {
        return {};
    }
    const auto named = std::find_if(records.begin(), records.end(), [&](const std::string& record) {
        return namesRecord(fileName, record);
    });
    const std::string kept = named == records.end() ? records.front() : *named;
    if (records.size() > 1) {
        contents.warnings.push_back(
            fmt::format("The file holds the signals of records {}; {} is used because {}.",
                        fmt::join(records, " and "),
                        kept,
                        named == records.end() ? "it comes first (name another with ::VARIABLE)"
                                               : "its number stands in the file name"));
        std::erase_if(contents.vectors, [&](const FoundVector& vector) {
            return parseCwruName(vector.name).record != kept;
        });
    }
    return kept;
}

} // namespace spall::io
