// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/confusion_table.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace spall::ui {

namespace {

QLabel* mutedLabel(const QString& text, Qt::Alignment alignment)
{
    auto* label = new QLabel(text);
    label->setAlignment(alignment);
    setLook(label, "muted");
    return label;
}

} // namespace

ConfusionTable::ConfusionTable(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->addWidget(mutedLabel(tr("alarm"), Qt::AlignCenter), 0, 1);
    grid->addWidget(mutedLabel(tr("quiet"), Qt::AlignCenter), 0, 2);
    grid->addWidget(mutedLabel(tr("faulty"), Qt::AlignLeft | Qt::AlignVCenter), 1, 0);
    grid->addWidget(mutedLabel(tr("healthy"), Qt::AlignLeft | Qt::AlignVCenter), 2, 0);
    const std::array meanings{tr("Faulty windows found"),
                              tr("Faulty windows missed"),
                              tr("Healthy windows alarmed"),
                              tr("Healthy windows left alone")};
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
        auto* label = new QLabel;
        label->setFont(Theme::instance().font(TextSize::Body, QFont::DemiBold));
        label->setAlignment(Qt::AlignCenter);
        label->setToolTip(meanings[cell]);
        label->setAccessibleName(meanings[cell]);
        auto* frame = new QFrame;
        setLook(frame, "notice");
        auto* inside = new QGridLayout(frame);
        inside->setContentsMargins(4, 1, 4, 1);
        inside->addWidget(label);
        m_cells[cell] = label;
        grid->addWidget(frame, 1 + static_cast<int>(cell) / 2, 1 + static_cast<int>(cell) % 2);
    }
}

void ConfusionTable::show(const std::optional<evaluate::Confusion>& shown)
{
    const evaluate::Confusion confusion = shown.value_or(evaluate::Confusion{});
    const std::array counts{confusion.truePositive,
                            confusion.falseNegative,
                            confusion.falsePositive,
                            confusion.trueNegative};
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
        m_cells[cell]->setText(shown ? countText(counts[cell]) : QStringLiteral("–"));
    }
}

} // namespace spall::ui
