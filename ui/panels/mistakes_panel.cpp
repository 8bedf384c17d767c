// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/mistakes_panel.h"

#include "ui/panels/mistakes_model.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace spall::ui {

MistakesPanel::MistakesPanel(Focus& focus, QWidget* parent)
    : DockPanel(focus, parent),
      m_model(new MistakesModel(this)),
      m_table(new QTableView),
      m_summary(new QLabel),
      m_empty(new QLabel),
      m_stack(new QStackedLayout)
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Misses and false alarms"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(MistakesModel::RecordingColumn,
                                                      QHeaderView::Stretch);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    setLook(m_empty, "muted");
    setLook(m_summary, "muted");
    m_summary->setContentsMargins(10, 0, 10, 0);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_summary);
    column->addLayout(m_stack, 1);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& at) { go(at.row()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& at) { go(at.row()); });
    connect(&focus.document(), &Document::judgementChanged, this, &MistakesPanel::showLater);
    connect(&focus.document(), &Document::labelsChanged, this, &MistakesPanel::showLater);
}

void MistakesPanel::compute()
{
    const Document& document = focus().document();
    m_model->setRows(mistakesIn(document));
    const auto& rows = m_model->rows();
    const auto missed = std::count_if(rows.begin(), rows.end(), [](const auto& row) {
        return row.mistake.kind == pipeline::MistakeKind::Missed;
    });
    m_summary->setText(
        tr("%1 missed · %2 false alarms at this threshold · click one to go there")
            .arg(countText(missed), countText(static_cast<std::int64_t>(rows.size()) - missed)));
    m_summary->setVisible(!rows.empty());
    const auto& metrics = document.judgement().metrics;
    m_empty->setText(!document.model() ? tr("There is no model yet, so nothing is judged.")
                     : metrics.falseAlarmRate && !metrics.recall
                         ? tr("No healthy window is alarmed. What is missed can be told once a "
                              "recording is marked faulty or a stretch is labelled.")
                     : metrics.recall || metrics.falseAlarmRate
                         ? tr("No mistakes at this threshold on what is open: nothing faulty is "
                              "missed, nothing healthy is alarmed.")
                         : tr("Nothing can be judged yet: say which recordings are healthy or "
                              "faulty, or label a stretch."));
    m_stack->setCurrentIndex(rows.empty() ? 1 : 0);
    Q_EMIT shown();
}

void MistakesPanel::go(int row)
{
    const auto& rows = m_model->rows();
    if (row >= 0 && row < static_cast<int>(rows.size())) {
        const MistakesModel::Row& chosen = rows[static_cast<std::size_t>(row)];
        focus().goTo(chosen.entry, chosen.mistake.peakWindow);
    }
}

} // namespace spall::ui
