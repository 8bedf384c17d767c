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

#include <algorithm>
#include <utility>
#include <vector>

namespace spall::ui {

namespace {

constexpr int kSheetColumns = 3; ///< all keys at once on the smallest screen
constexpr int kSheetGap = 24;

struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(Sheets)
};

struct Row {
    QString name;
    QString keys; ///< empty: the name heads those that follow
};

/// The part of the window in which a key is heard.
QString placeOf(const QAction& action)
{
    for (const QObject* owner = action.parent(); owner; owner = owner->parent()) {
        if (owner->inherits("spall::ui::LabelPanel")) {
            return Sheets::tr("Inspect: labels");
        }
        if (owner->inherits("spall::ui::InspectPage")) {
            return Sheets::tr("Inspect");
        }
        if (owner->inherits("spall::ui::TrainPage")) {
            return Sheets::tr("Train");
        }
        if (owner->inherits("spall::ui::RecordingsPage")) {
            return Sheets::tr("Recordings");
        }
    }
    return Sheets::tr("Everywhere");
}

/// Every action with its keys under the place where they are heard, and the keys that are none.
std::vector<Row> shortcutRows(const QWidget& window)
{
    std::vector<std::pair<QString, std::vector<Row>>> places;
    const auto add = [&places](const QString& place, const Row& row) {
        auto found = std::find_if(places.begin(), places.end(), [&place](const auto& each) {
            return each.first == place;
        });
        if (found == places.end()) {
            found = places.emplace(places.end(), place, std::vector<Row>{});
        }
        found->second.push_back(row);
    };
    for (const QAction* action : window.findChildren<QAction*>()) {
        if (!action->shortcut().isEmpty() && !action->text().isEmpty()) {
            add(placeOf(*action),
                {plainName(*action), action->shortcut().toString(QKeySequence::NativeText)});
        }
    }
    add(Sheets::tr("Inspect"), {Sheets::tr("Nudge the threshold"), QStringLiteral("T, ↑ ↓")});
    add(Sheets::tr("Train"), {Sheets::tr("Start, pause, go on"), Sheets::tr("Space")});
    std::vector<Row> rows;
    for (auto& [place, keys] : places) {
        rows.push_back({place, {}});
        rows.insert(rows.end(), keys.begin(), keys.end());
    }
    return rows;
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
    const std::vector<Row> rows = shortcutRows(window);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    const int perColumn = static_cast<int>((rows.size() + kSheetColumns - 1) / kSheetColumns);
    for (int at = 0; at < static_cast<int>(rows.size()); ++at) {
        const auto& [name, keys] = rows[static_cast<std::size_t>(at)];
        const int column = 3 * (at / perColumn); // name, keys, and a gap to the next
        auto* title = new QLabel(name, sheet);
        auto* label = new QLabel(keys, sheet);
        setLook(label, "title");
        if (keys.isEmpty()) {
            setLook(title, "heading");
        }
        grid->addWidget(title, at % perColumn, column);
        grid->addWidget(label, at % perColumn, column + 1);
        grid->setColumnMinimumWidth(column + 2, column < 3 * (kSheetColumns - 1) ? kSheetGap : 0);
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
