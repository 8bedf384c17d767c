// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/machine_choice.h"

#include "ui/text/messages.h"

#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolTip>

namespace spall::ui {

namespace {
constexpr int kBearingWidth = 158;   ///< "SKF 6205-2RS JEM"
constexpr int kSpeedWidth = 84;      ///< "1797 r/min" too
constexpr double kFastest = 60000.0; ///< rpm
} // namespace

MachineChoice::MachineChoice(Focus& focus, QWidget* parent)
    : QWidget(parent), m_focus(focus), m_bearing(new QComboBox), m_speed(new QDoubleSpinBox)
{
    m_bearing->setEditable(true);
    m_bearing->setInsertPolicy(QComboBox::NoInsert);
    m_bearing->setAccessibleName(tr("Bearing"));
    m_bearing->setToolTip(tr("The bearing of this machine: its geometry says at which frequencies "
                             "a defect would strike. Choose one, type part of a name such as "
                             "6205, or the number of elements, their diameter, the pitch diameter "
                             "and the contact angle, such as 9,7.94,39.04,0."));
    m_bearing->addItem(QString());
    for (const signal::BearingGeometry& bearing : signal::knownBearings()) {
        m_bearing->addItem(QString::fromStdString(bearing.name));
    }
    m_bearing->lineEdit()->setPlaceholderText(tr("Which bearing?"));
    m_bearing->lineEdit()->setAccessibleName(m_bearing->accessibleName());
    m_bearing->completer()->setFilterMode(Qt::MatchContains);
    m_bearing->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_bearing->setFixedWidth(kBearingWidth);
    m_speed->setRange(0.0, kFastest);
    m_speed->setDecimals(0);
    m_speed->setSuffix(tr(" rpm"));
    m_speed->setSpecialValueText(tr("rpm?"));
    m_speed->setKeyboardTracking(false);
    m_speed->setFixedWidth(kSpeedWidth);
    m_speed->setAccessibleName(tr("Shaft speed"));
    m_speed->setToolTip(tr("Shaft speed of this recording; the lines move with it. 0: as the file "
                           "says."));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_bearing);
    row->addWidget(m_speed);
    connect(m_bearing, &QComboBox::activated, this, &MachineChoice::chooseBearing);
    connect(
        m_bearing->lineEdit(), &QLineEdit::editingFinished, this, &MachineChoice::chooseBearing);
    connect(m_speed, &QDoubleSpinBox::valueChanged, &focus, [&focus](double speed) {
        focus.setSpeed(Rpm{speed});
    });
    connect(&focus, &Focus::machineChanged, this, &MachineChoice::showMachine);
    showMachine();
}

void MachineChoice::chooseBearing()
{
    const QString text = m_bearing->currentText().trimmed();
    if (text.isEmpty()) {
        m_focus.document().setBearing(std::nullopt);
        return;
    }
    const auto bearing = signal::parseBearing(text.toStdString());
    if (!bearing) {
        QToolTip::showText(m_bearing->mapToGlobal(QPoint(0, m_bearing->height())),
                           errorText(bearing.error()),
                           m_bearing);
        showMachine();
        return;
    }
    m_focus.document().setBearing(*bearing);
    showMachine(); // its whole name, where part of it was typed
}

void MachineChoice::showMachine()
{
    const QSignalBlocker silent(m_speed);
    const QSignalBlocker silentBearing(m_bearing);
    const pipeline::Machine& machine = m_focus.machine();
    m_speed->setValue(machine.speed.value_or(Rpm{0.0}).value);
    const QString name =
        machine.bearing ? QString::fromStdString(machine.bearing->name) : QString();
    m_bearing->setCurrentIndex(m_bearing->findText(name));
    m_bearing->setEditText(name);
    // The start of a long name is what tells it; later, for a chosen completion is put in last.
    QMetaObject::invokeMethod(
        m_bearing, [this] { m_bearing->lineEdit()->setCursorPosition(0); }, Qt::QueuedConnection);
}

} // namespace spall::ui
