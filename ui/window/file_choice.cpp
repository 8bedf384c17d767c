// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_choice.h"

#include <QFileDialog>

#include <utility>

namespace spall::ui {

void chooseFiles(QWidget& window,
                 const SettingsStore& settings,
                 const FileChoice& choice,
                 std::function<void(const QStringList&)> chosen)
{
    auto* dialog = new QFileDialog(&window, choice.title, settings.lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(choice.filters);
    if (choice.kind == FileChoice::Kind::Save) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(choice.suffix);
    } else {
        dialog->setFileMode(choice.kind == FileChoice::Kind::OpenOne ? QFileDialog::ExistingFile
                                                                     : QFileDialog::ExistingFiles);
    }
    QObject::connect(dialog, &QFileDialog::filesSelected, &window, std::move(chosen));
    dialog->open();
}

} // namespace spall::ui
