// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_topics.h"

#include "ui/text/language.h"

#include <QFile>
#include <QWidget>

#include <array>
#include <utility>

namespace spall::ui {

namespace {

/// Which page speaks of which class, the inner ones as well as the pages around them.
constexpr std::array kTopics{
    std::pair{"RecordingsPage", "recordings"},
    std::pair{"RecordingsPanel", "inspect"},
    std::pair{"TrainPage", "train"},
    std::pair{"LossBoard", "losses"},
    std::pair{"InspectPage", "inspect"},
    std::pair{"SignalView", "inspect"},
    std::pair{"ScorePlot", "score"},
    std::pair{"ThresholdPanel", "threshold"},
    std::pair{"ScoreControl", "score"},
    std::pair{"MethodBars", "methods"},
    std::pair{"LabelPanel", "labels"},
    std::pair{"EnvelopePanel", "envelope"},
    std::pair{"ScatterPanel", "score"},
    std::pair{"ReportPage", "report"},
    std::pair{"SessionNotice", "sessions"},
    std::pair{"DockPanel", "views"},
};

} // namespace

QString helpTopicOf(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget()) {
        // The class itself before those that it is made from.
        for (const auto* meta = widget->metaObject(); meta; meta = meta->superClass()) {
            const QString name =
                QString::fromLatin1(meta->className()).section(QLatin1Char(':'), -1);
            for (const auto& [className, topic] : kTopics) {
                if (name == QLatin1String(className)) {
                    return QString::fromLatin1(topic);
                }
            }
        }
    }
    return QStringLiteral("start");
}

QStringList helpTopics()
{
    return QStringLiteral(
               "start recordings train losses inspect threshold score labels envelope views "
               "methods report sessions glossary")
        .split(QLatin1Char(' '));
}

QString helpText(const QString& topic)
{
    const QLatin1String language(spokenLanguage() == Language::Chinese ? "zh" : "en");
    QFile file(QStringLiteral(":/help/%1/%2.md").arg(language, topic));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList helpedClasses()
{
    QStringList names;
    for (const auto& [className, topic] : kTopics) {
        names.append(QString::fromLatin1(className));
    }
    return names;
}

} // namespace spall::ui
