// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/label_names.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

#include <filesystem>
#include <utility>

namespace spall::ui {

QString labelText(const std::string& name)
{
    if (name == "healthy") {
        return QCoreApplication::translate("spall::ui::LabelPanel", "healthy");
    }
    if (name == "faulty") {
        return QCoreApplication::translate("spall::ui::LabelPanel", "faulty");
    }
    return name == "other" ? QCoreApplication::translate("spall::ui::LabelPanel", "other")
                           : QString::fromStdString(name);
}

std::string labelFile(const Entry& entry)
{
    return std::filesystem::path(entry.input.recording->provenance.path).filename().string();
}

std::vector<std::pair<std::size_t, io::Label>> labelsOf(const Document& document,
                                                        const Entry& entry)
{
    std::vector<std::pair<std::size_t, io::Label>> labels;
    const std::string file = labelFile(entry);
    for (std::size_t at = 0; at < document.labels().size(); ++at) {
        if (document.labels()[at].file == file) {
            labels.emplace_back(at, document.labels()[at]);
        }
    }
    return labels;
}

void askForLabelName(QWidget& parent,
                     const QPoint& at,
                     const QString& present,
                     std::function<void(const QString&)> chosen)
{
    auto* menu = new QMenu(&parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* name : {"healthy", "faulty", "other"}) {
        menu->addAction(
            labelText(name), &parent, [chosen, name] { chosen(QString::fromLatin1(name)); });
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
}

} // namespace spall::ui
