// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session_content.h"

#include <QFileInfo>

namespace spall::ui {

namespace {

std::string absolutePath(const QString& path)
{
    return QFileInfo(path).absoluteFilePath().toStdString();
}

} // namespace

pipeline::SessionRecording sessionRecordingOf(const Entry& entry)
{
    const signal::Recording& recording = *entry.input.recording;
    const signal::Provenance& provenance = recording.provenance;
    pipeline::SessionRecording saved;
    saved.file.path = absolutePath(QString::fromStdString(provenance.path));
    saved.file.sha256 = provenance.sha256;
    saved.variable = entry.variable.toStdString();
    saved.choice = entry.choice;
    saved.channel = channelOf(entry).name;
    saved.role = entry.input.role;
    if (recording.rate.source == signal::Source::Argument) {
        saved.rate = recording.rate.value;
    }
    saved.speed = entry.statedSpeed;
    return saved;
}

pipeline::Session sessionOf(const Document& document)
{
    pipeline::Session session;
    for (const Entry& entry : document.entries()) {
        session.recordings.push_back(sessionRecordingOf(entry));
    }
    if (document.model() && !document.modelPath().isEmpty()) {
        session.model = pipeline::SessionFile{absolutePath(document.modelPath()), {}, {}};
    }
    session.labels = document.labels();
    session.decision = document.decision();
    session.training = document.trainSettings();
    if (document.bearing()) {
        session.bearing = document.bearing()->name;
    }
    session.names = document.reportNames();
    session.current = document.currentIndex();
    return session;
}

int channelNamed(const signal::Recording& recording, const std::string& name)
{
    for (std::size_t i = 0; i < recording.channels.size(); ++i) {
        if (recording.channels[i].name == name) {
            return static_cast<int>(i);
        }
    }
    return recording.mainChannel;
}

} // namespace spall::ui
