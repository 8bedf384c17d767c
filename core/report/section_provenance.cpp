// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/sentences.h"
#include "core/report/terms.h"

namespace spall::report {

namespace {

std::string shaftText(const Words& words, const JudgedRecording& judged)
{
    if (!judged.shaftSpeed) {
        return words(Phrase::NotKnown);
    }
    return words(Phrase::RestsOn,
                 {decimal(judged.shaftSpeed->value.value, 0) + "\u00A0rpm",
                  sourceName(words, judged.shaftSpeed->source)});
}

std::string channelText(const Words& words, const pipeline::ScoredRecording& scored)
{
    const auto at = static_cast<std::size_t>(scored.channel);
    if (at >= scored.recording->channels.size()) {
        return words(Phrase::NotKnown);
    }
    const signal::Channel& channel = scored.recording->channels[at];
    return channel.unit.empty() ? channel.name : channel.name + " (" + channel.unit + ")";
}

/// The rate that was worked at with its source, and the file's own where that is another.
std::string samplingText(const Words& words, const pipeline::ScoredRecording& scored)
{
    const auto& rate = scored.recording->rate;
    std::string text =
        words(Phrase::RestsOn, {hertzText(rate.value), sourceName(words, rate.source)});
    if (scored.fileRate.value > 0.0 && scored.fileRate.value != rate.value.value) {
        text = words(Phrase::RestsOn, {text, words(Phrase::RateAt, {hertzText(scored.fileRate)})});
    }
    return text;
}

/// How many of its windows the model learned from.
std::string splitText(const Words& words, const pipeline::ScoredRecording& scored)
{
    std::int64_t learned = 0;
    for (const char one : scored.learned) {
        learned += one != 0 ? 1 : 0;
    }
    const auto all = static_cast<std::int64_t>(scored.windows.size());
    return learned == 0
               ? words(Phrase::SplitUnseen)
               : words(Phrase::SplitLearned, {count(learned), words.windows(all - learned)});
}

/// The readers warn of a guess as well; here it is said with what it means.
bool tellsTheGuess(const std::string& warning, const signal::Recording& recording)
{
    const std::string& reason = recording.rate.reason;
    return !signal::isStated(recording.rate.source) && !reason.empty() &&
           warning.find(reason) != std::string::npos;
}

void addWarnings(std::vector<Block>& out, const Findings& findings, std::size_t at)
{
    const Words& words = findings.words;
    const signal::Recording& recording = *findings.recordings[at].scored->recording;
    const std::string name = nameOf(findings, at);
    const std::string colon = words.language() == Language::Chinese ? "：" : ": ";
    if (!signal::isStated(recording.rate.source)) {
        const std::string reason = recording.rate.reason.empty()
                                       ? std::string()
                                       : colon + sentenceIn(words, recording.rate.reason);
        out.push_back(
            Paragraph{words(Phrase::GuessedRate, {name, hertzText(recording.rate.value), reason}),
                      Paragraph::Kind::Bullet});
    }
    for (const std::string& warning : recording.warnings) {
        if (tellsTheGuess(warning, recording)) {
            continue;
        }
        out.push_back(Paragraph{words(Phrase::Warning, {name, sentenceIn(words, warning)}),
                                Paragraph::Kind::Bullet});
    }
}

constexpr std::size_t kMostLabels = 40;

/// Labels of the recordings reported on, in the order in which they were given.
Table labelTable(const Findings& findings)
{
    const Words& words = findings.words;
    Table table;
    table.title = words(Phrase::Labels);
    table.heads = {words(Phrase::RecordingColumn),
                   words(Phrase::Start),
                   words(Phrase::Length),
                   words(Phrase::Label)};
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const pipeline::ScoredRecording& scored = *findings.recordings[i].scored;
        const Hertz rate = scored.fileRate;
        for (const io::Label& label : findings.labels) {
            if (label.file == fileName(scored.recording->provenance.path) &&
                table.rows.size() < kMostLabels) {
                table.rows.push_back({nameOf(findings, i),
                                      durationText(duration(label.range.first, rate)),
                                      durationText(duration(label.range.size(), rate)),
                                      label.name});
            }
        }
    }
    return table;
}

} // namespace

Section provenanceSection(const Findings& findings)
{
    const Words& words = findings.words;
    Table signals;
    signals.heads = {words(Phrase::RecordingColumn),
                     words(Phrase::Role),
                     words(Phrase::Channel),
                     words(Phrase::Length),
                     words(Phrase::Rate),
                     words(Phrase::Shaft),
                     words(Phrase::Split)};
    Table files;
    files.title = words(Phrase::WhereFrom);
    files.heads = {words(Phrase::File), words(Phrase::Format), "SHA-256"};
    std::vector<Block> warnings;
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const JudgedRecording& judged = findings.recordings[i];
        const signal::Recording& recording = *judged.scored->recording;
        signals.rows.push_back({nameOf(findings, i),
                                roleName(words, judged.scored->role),
                                channelText(words, *judged.scored),
                                durationText(duration(judged.samples, recording.rate.value)),
                                samplingText(words, *judged.scored),
                                shaftText(words, judged),
                                splitText(words, *judged.scored)});
        files.rows.push_back({orNotKnown(words, recording.provenance.path),
                              orNotKnown(words, recording.provenance.format),
                              orNotKnown(words, recording.provenance.sha256)});
        addWarnings(warnings, findings, i);
    }
    Section section;
    section.heading = words(Phrase::HeadProvenance);
    section.blocks = {Paragraph{words(Phrase::ProvenanceIntroduction)}, signals, files};
    if (Table labels = labelTable(findings); !labels.rows.empty()) {
        section.blocks.emplace_back(std::move(labels));
    }
    section.blocks.insert(section.blocks.end(), warnings.begin(), warnings.end());
    return section;
}

} // namespace spall::report
