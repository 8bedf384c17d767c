// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "core/report/wording.h"

namespace spall::report {

namespace {

std::string shaftText(const signal::Recording& recording)
{
    if (!recording.shaftSpeed) {
        return wording::notKnown();
    }
    return decimal(recording.shaftSpeed->value.value, 0) + "\u00A0rpm, " +
           wording::source(recording.shaftSpeed->source);
}

std::string channelText(const pipeline::ScoredRecording& scored)
{
    const auto at = static_cast<std::size_t>(scored.channel);
    if (at >= scored.recording->channels.size()) {
        return wording::notKnown();
    }
    const signal::Channel& channel = scored.recording->channels[at];
    return channel.unit.empty() ? channel.name : channel.name + " (" + channel.unit + ")";
}

std::string orNotKnown(const std::string& text)
{
    return text.empty() ? wording::notKnown() : text;
}

} // namespace

Section recordingsSection(const Findings& findings)
{
    Table signals;
    signals.heads = {"Recording", "Role", "Channel", "Length", "Rate", "Shaft"};
    Table files;
    files.title = "Where they come from";
    files.heads = {"File", "Format", "SHA-256"};
    std::vector<Block> warnings;
    for (std::size_t i = 0; i < findings.recordings.size(); ++i) {
        const pipeline::ScoredRecording& scored = *findings.recordings[i].scored;
        const signal::Recording& recording = *scored.recording;
        const std::string name = nameOf(findings, i);
        signals.rows.push_back(
            {name,
             wording::role(scored.role),
             channelText(scored),
             durationText(duration(recording.sampleCount(), recording.rate.value)),
             hertzText(recording.rate.value) + ", " + wording::source(recording.rate.source),
             shaftText(recording)});
        files.rows.push_back({orNotKnown(recording.provenance.path),
                              orNotKnown(recording.provenance.format),
                              orNotKnown(recording.provenance.sha256)});
        if (!signal::isStated(recording.rate.source)) {
            warnings.push_back(Paragraph{
                wording::guessedRate(name, hertzText(recording.rate.value), recording.rate.reason),
                Paragraph::Kind::Bullet});
        }
        for (const std::string& warning : recording.warnings) {
            warnings.push_back(Paragraph{name + ": " + warning, Paragraph::Kind::Bullet});
        }
    }
    Section section;
    section.heading = wording::kRecordings;
    section.blocks = {signals, files};
    section.blocks.insert(section.blocks.end(), warnings.begin(), warnings.end());
    return section;
}

} // namespace spall::report
