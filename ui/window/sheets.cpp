// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sheets.h"

#include "ui/theme/theme.h"
#include "ui/window/command_list.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace spall::ui {

namespace {

struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(Sheets)
};

/// Keys that belong to a page and are no action of the window.
std::vector<std::pair<QString, QString>> pageKeys()
{
    return {
        {Sheets::tr("Train: start, pause, go on"), Sheets::tr("Space")},
        {Sheets::tr("Inspect: next, previous event"), QStringLiteral("N, P")},
        {Sheets::tr("Inspect: threshold, then nudge it"), QStringLiteral("T, ↑ ↓")},
        {Sheets::tr("Inspect: zoom in, out, whole recording"), QStringLiteral("+, −, Home")},
        {Sheets::tr("Recordings: remove from the list"), Sheets::tr("Delete")},
    };
}

QDialog* makeSheet(QWidget& window, const QString& title)
{
    auto* sheet = new QDialog(&window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowTitle(title);
    auto* layout = new QVBoxLayout(sheet);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    return sheet;
}

void finish(QDialog& sheet)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &sheet);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &sheet, &QDialog::close);
    sheet.layout()->addWidget(buttons);
    sheet.show();
}

} // namespace

void showShortcutSheet(QWidget& window)
{
    QDialog* sheet = makeSheet(window, Sheets::tr("Keyboard shortcuts"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(32);
    int row = 0;
    const auto add = [&](const QString& name, const QString& keys) {
        auto* label = new QLabel(keys, sheet);
        setLook(label, "title");
        grid->addWidget(new QLabel(name, sheet), row, 0);
        grid->addWidget(label, row, 1);
        ++row;
    };
    for (const QAction* action : window.findChildren<QAction*>()) {
        if (!action->shortcut().isEmpty() && !action->text().isEmpty()) {
            add(plainName(*action), action->shortcut().toString(QKeySequence::NativeText));
        }
    }
    for (const auto& [name, keys] : pageKeys()) {
        add(name, keys);
    }
    static_cast<QVBoxLayout*>(sheet->layout())->addLayout(grid);
    finish(*sheet);
}

void showAbout(QWidget& window)
{
    QDialog* sheet = makeSheet(window, Sheets::tr("About Spall"));
    constexpr int kIconSize = 64;
    auto* icon = new QLabel(sheet);
    icon->setPixmap(QIcon(QStringLiteral(":/icons/spall.svg")).pixmap(kIconSize, kIconSize));
    auto* title =
        new QLabel(QStringLiteral("Spall %1").arg(QCoreApplication::applicationVersion()), sheet);
    setLook(title, "large");
    auto* text = new QLabel(
        Sheets::tr(
            "Finds what does not fit in the vibration of a bearing, with a GAN that has learned "
            "what "
            "healthy looks like.\n\nSpall: the flake of metal that leaves a bearing race when it "
            "starts to fail.\n\nFree software under the GNU General Public License, version 3 or "
            "later. It uses Qt %1, Qt Charts, QCustomPlot, LibTorch, matio, FFTW and others. It "
            "does "
            "not use the network.")
            .arg(QLatin1String(qVersion())),
        sheet);
    text->setWordWrap(true);
    text->setMinimumWidth(420);
    for (QWidget* widget : std::initializer_list<QWidget*>{icon, title, text}) {
        sheet->layout()->addWidget(widget);
    }
    finish(*sheet);
}

} // namespace spall::ui
