// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/control_line.h"

#include "ui/panels/flow_layout.h"
#include "ui/plot/spectrum_plot.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>

namespace spall::ui {

namespace {
constexpr int kMargins = 24;
}

ControlLine::ControlLine(QWidget* parent)
    : QWidget(parent), m_flow(new FlowLayout), m_note(new QLabel)
{
    setLook(m_note, "muted");
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->addLayout(m_flow, 1);
    row->addWidget(m_note);
}

/// The note gives way; the controls do not.
void ControlLine::fitNote()
{
    const int needed = m_flow->sizeHint().width() + m_note->sizeHint().width() + kMargins;
    m_note->setVisible(!m_note->text().isEmpty() && needed <= width());
    setToolTip(m_note->isVisible() ? QString() : m_note->text());
}

void ControlLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitNote();
}

void ControlLine::add(QWidget* control)
{
    m_flow->addWidget(control);
}

void ControlLine::addLabel(const QString& text)
{
    auto* label = new QLabel(text);
    setLook(label, "muted");
    add(label);
}

void ControlLine::setNote(const QString& text)
{
    m_note->setText(text);
    m_note->setToolTip(text);
    fitNote();
}

QComboBox* makeCursorChoice(SpectrumPlot& plot)
{
    auto* choice = new QComboBox;
    choice->setAccessibleName(SpectrumPlot::tr("Cursor"));
    choice->setToolTip(SpectrumPlot::tr(
        "What the cursor reads. Delta: click a place, then the difference from it. "
        "Harmonics: multiples of where the pointer is; a click holds them. "
        "Sidebands: click the middle, the pointer sets their distance."));
    choice->addItem(SpectrumPlot::tr("frequency"));
    choice->addItem(SpectrumPlot::tr("delta"));
    choice->addItem(SpectrumPlot::tr("harmonics"));
    choice->addItem(SpectrumPlot::tr("sidebands"));
    QObject::connect(choice, &QComboBox::currentIndexChanged, &plot, [&plot](int kind) {
        plot.setCursorKind(static_cast<CursorKind>(kind));
    });
    return choice;
}

QDoubleSpinBox* makeHertzBox(const QString& name)
{
    auto* box = new QDoubleSpinBox;
    box->setDecimals(0);
    box->setSingleStep(100.0);
    box->setSuffix(SpectrumPlot::tr(" Hz"));
    box->setAccessibleName(name);
    box->setKeyboardTracking(false);
    return box;
}

} // namespace spall::ui
