// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/opened_recording.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace spall::ui {

pipeline::Role roleFromName(const QString& fileName)
{
    static const QRegularExpression faultless(
        QStringLiteral("no[ _-]?fault|fault[ _-]?free|undamaged"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression healthy(QStringLiteral("normal|healthy|baseline|good"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression faulty(
        QStringLiteral(
            "(^|[^a-z0-9])(IR|OR|B)\\d{3}(?!\\d)|fault|damage|(inner|outer)[ _-]?(race|ring)"),
        QRegularExpression::CaseInsensitiveOption);
    const QString name = QFileInfo(fileName).fileName();
    if (faultless.match(name).hasMatch()) { // first: it names what is not there
        return pipeline::Role::Healthy;
    }
    if (faulty.match(name).hasMatch()) { // a fault at normal speed must not be learned as healthy
        return pipeline::Role::Faulty;
    }
    return healthy.match(name).hasMatch() ? pipeline::Role::Healthy : pipeline::Role::Unknown;
}

Opened prepare(pipeline::Input input)
{
    Opened opened;
    const auto& samples =
        input.recording->channels.at(static_cast<std::size_t>(input.channel)).samples;
    opened.pyramid = std::make_shared<signal::Pyramid>(samples);
    opened.preview = std::make_shared<Preview>(makePreview(*input.recording, input.channel));
    opened.input = std::move(input);
    return opened;
}

Result<Opened> openRecording(const io::InputSpec& spec,
                             const io::ReadOptions& options,
                             const pipeline::Observer& observer)
{
    std::optional<io::ImportChoice> taken;
    io::ReadOptions noting = options;
    if (options.choose) {
        noting.choose = [&taken, &options](const std::string& kind) {
            return taken = options.choose(kind);
        };
    }
    auto recording = io::readRecording(spec, noting, observer.stop);
    if (!recording) {
        return fail(recording.error());
    }
    const auto role = roleFromName(QString::fromStdString((*recording)->provenance.path));
    const int channel = (*recording)->mainChannel;
    Opened opened = prepare({std::move(*recording), channel, role});
    opened.variable = QString::fromStdString(spec.variable);
    opened.choice = std::move(taken);
    return opened;
}

Entry entryOf(const Opened& opened)
{
    Entry entry;
    entry.variable = opened.variable;
    entry.choice = opened.choice;
    entry.input = opened.input;
    entry.pyramid = opened.pyramid;
    entry.preview = opened.preview;
    return entry;
}

} // namespace spall::ui
