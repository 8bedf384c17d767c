// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/label_names.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>
#include <vector>

namespace spall::ui {

namespace {

/// As they stand in files of labels.
constexpr std::array kNames{QT_TRANSLATE_NOOP("spall::ui::LabelPanel", "healthy"),
                            QT_TRANSLATE_NOOP("spall::ui::LabelPanel", "inner race"),
                            QT_TRANSLATE_NOOP("spall::ui::LabelPanel", "outer race"),
                            QT_TRANSLATE_NOOP("spall::ui::LabelPanel", "rolling element"),
                            QT_TRANSLATE_NOOP("spall::ui::LabelPanel", "cage"),
                            QT_TRANSLATE_NOOP("spall::ui::LabelPanel", "faulty"),
                            QT_TRANSLATE_NOOP("spall::ui::LabelPanel", "other")};

} // namespace

QString labelText(const std::string& name)
{
    const bool isOffered = std::find(kNames.begin(), kNames.end(), name) != kNames.end();
    return isOffered ? QCoreApplication::translate("spall::ui::LabelPanel", name.c_str())
                     : QString::fromStdString(name);
}

std::string labelName(signal::FaultKind kind)
{
    switch (kind) {
    case signal::FaultKind::OuterRace:
        return "outer race";
    case signal::FaultKind::InnerRace:
        return "inner race";
    case signal::FaultKind::Element:
        break;
    }
    return "rolling element";
}

std::string labelFile(const Document& document, const Entry& entry)
{
    const std::filesystem::path path = entry.input.recording->provenance.path;
    const auto& entries = document.entries();
    const bool hasNamesake = std::any_of(entries.begin(), entries.end(), [&](const Entry& other) {
        const std::filesystem::path its = other.input.recording->provenance.path;
        return its != path && its.filename() == path.filename();
    });
    const std::filesystem::path folder = path.parent_path().filename();
    return (hasNamesake ? folder / path.filename() : path.filename()).generic_string();
}

std::vector<std::pair<std::size_t, io::Label>> labelsOf(const Document& document,
                                                        const Entry& entry)
{
    std::vector<std::pair<std::size_t, io::Label>> labels;
    for (std::size_t at = 0; at < document.labels().size(); ++at) {
        if (io::isOf(document.labels()[at], entry.input.recording->provenance.path)) {
            labels.emplace_back(at, document.labels()[at]);
        }
    }
    return labels;
}

QMenu* askForLabelName(QWidget& parent,
                       const QPoint& at,
                       const QString& present,
                       const std::string& likely,
                       std::function<void(const QString&)> chosen)
{
    auto* menu = new QMenu(&parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    std::vector<std::string> names(kNames.begin(), kNames.end());
    std::stable_partition(
        names.begin(), names.end(), [&likely](const auto& name) { return name == likely; });
    for (const std::string& name : names) {
        menu->addAction(
            labelText(name), &parent, [chosen, name] { chosen(QString::fromStdString(name)); });
    }
    auto* text = new QLineEdit(present);
    text->setPlaceholderText(QCoreApplication::translate("spall::ui::LabelPanel", "another name…"));
    text->setAccessibleName(
        QCoreApplication::translate("spall::ui::LabelPanel", "Name of the label"));
    auto* free = new QWidgetAction(menu);
    free->setDefaultWidget(text);
    menu->addAction(free);
    QObject::connect(
        text, &QLineEdit::returnPressed, menu, [menu, text, chosen = std::move(chosen)] {
            chosen(text->text());
            menu->close();
        });
    menu->popup(at);
    if (!present.isEmpty()) {
        text->setFocus();
        text->selectAll();
    }
    return menu;
}

} // namespace spall::ui
