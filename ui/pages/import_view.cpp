// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import_view.h"

#include "core/io/import_choice.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleValidator>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace spall::ui {

namespace {

enum Column { Name, Size, Unit, Taken, ColumnCount };
constexpr int kAddress = Qt::UserRole;

QString takenText(io::TakenFor taken)
{
    switch (taken) {
    case io::TakenFor::Signal:
        return ImportView::tr("signal");
    case io::TakenFor::Axis:
        return ImportView::tr("time, count or speed");
    case io::TakenFor::Number:
        return ImportView::tr("number");
    case io::TakenFor::Text:
        return ImportView::tr("text");
    case io::TakenFor::Nothing:
        break;
    }
    return ImportView::tr("left out");
}

/// A field for a positive number; empty means what was found.
QLineEdit* numberField(double value, const QString& name, QWidget* parent)
{
    auto* field = new QLineEdit(parent);
    auto* valid = new QDoubleValidator(0.0, 1e12, 9, field);
    valid->setLocale(QLocale::c());
    field->setValidator(valid);
    field->setAccessibleName(name);
    if (value > 0.0) {
        field->setText(QLocale::c().toString(value, 'g', 10));
    }
    return field;
}

std::optional<double> numberIn(const QLineEdit& field)
{
    bool isNumber = false;
    const double value = QLocale::c().toDouble(field.text(), &isNumber);
    return isNumber && value > 0.0 ? std::optional(value) : std::nullopt;
}

} // namespace

ImportView::ImportView(Workbench& bench, int index, QWidget* parent)
    : QDialog(parent),
      m_bench(bench),
      m_recording(bench.document.entries().at(static_cast<std::size_t>(index)).input.recording),
      m_channel(bench.document.entries().at(static_cast<std::size_t>(index)).input.channel),
      m_before(bench.document.entries().at(static_cast<std::size_t>(index)).choice),
      m_tree(nullptr),
      m_chosen(nullptr),
      m_rate(nullptr),
      m_speed(nullptr),
      m_scale(nullptr),
      m_unit(nullptr),
      m_isRemembered(nullptr),
      m_problem(new QLabel(this))
{
    setLook(m_problem, "alarm");
    m_problem->setWordWrap(true);
    m_problem->hide();
    setAttribute(Qt::WA_DeleteOnClose);
    const QString path = QString::fromStdString(m_recording->provenance.path);
    setWindowTitle(tr("What is in %1").arg(QFileInfo(path).fileName()));
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTree());
    splitter->addWidget(makeForm());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Read it like this"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportView::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportView::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(QFontMetrics(font()).averageCharWidth() * 150, QFontMetrics(font()).height() * 28);
    startSurvey();
}

ImportView::~ImportView()
{
    m_bench.reading.drop(m_job);
}

QWidget* ImportView::makeTree()
{
    m_tree = new QTreeWidget(this);
    m_tree->setAccessibleName(tr("Variables of the file"));
    m_tree->setHeaderLabels({tr("Variable"), tr("Size"), tr("Unit"), tr("Taken for")});
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->setAlternatingRowColors(false);
    m_tree->setToolTip(tr("Select the signal to look at. A signal is a sequence of numbers that is "
                          "neither a time nor a count."));
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && !item->data(Name, kAddress).toString().isEmpty()) {
            m_chosen->setText(item->data(Name, kAddress).toString());
        }
    });
    return m_tree;
}

QWidget* ImportView::makeForm()
{
    auto* panel = new QWidget(this);
    auto* form = new QFormLayout(panel);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const signal::Channel& channel = m_recording->channels.at(static_cast<std::size_t>(m_channel));
    m_chosen = new QLabel(QString::fromStdString(channel.name), panel);
    m_chosen->setTextFormat(Qt::PlainText);
    m_chosen->setWordWrap(true);
    addRow(form, tr("Signal"), m_chosen, tr("select another in the list"));

    m_rate = numberField(m_recording->rate.value.value, tr("Sampling rate in hertz"), panel);
    addRow(
        form,
        tr("Sampling rate, Hz"),
        m_rate,
        tr("%1: %2").arg(sourceText(m_recording->rate.source), saidText(m_recording->rate.reason)));
    const auto& speed = m_recording->shaftSpeed;
    m_speed = numberField(speed ? speed->value.value : 0.0, tr("Shaft speed in rpm"), panel);
    addRow(form,
           tr("Shaft speed, rpm"),
           m_speed,
           speed ? tr("%1: %2").arg(sourceText(speed->source), saidText(speed->reason))
                 : tr("not known; defect frequencies need it"));
    const auto before = m_before ? m_before->scale : std::nullopt;
    m_scale = numberField(before.value_or(1.0), tr("Scale factor"), panel);
    addRow(form,
           tr("Multiply by"),
           m_scale,
           io::isScaleUnknown(*m_recording)
               ? tr("the file holds numbers of the converter: enter the value of full scale")
               : tr("from the numbers in the file to the unit below"));
    m_unit = new QComboBox(panel);
    m_unit->setEditable(true);
    m_unit->setAccessibleName(tr("Unit"));
    m_unit->addItems({QString(),
                      QStringLiteral("g"),
                      QStringLiteral("m/s²"),
                      QStringLiteral("mm/s"),
                      QStringLiteral("V")});
    m_unit->setCurrentText(QString::fromStdString(channel.unit));
    const bool isStated = m_before && !m_before->unit.empty();
    addRow(form,
           tr("Unit"),
           m_unit,
           isStated               ? tr("as you have stated it")
           : channel.unit.empty() ? tr("the file names none")
                                  : tr("as the file names it"));
    m_isRemembered = new QCheckBox(tr("For all files of this kind from now on"), panel);
    m_isRemembered->setToolTip(tr("Files of one kind have the same format and channels of the same "
                                  "names, apart from the numbers in them."));
    form->addRow(m_isRemembered);
    return panel;
}

void ImportView::addRow(QFormLayout* form,
                        const QString& title,
                        QWidget* field,
                        const QString& reason)
{
    form->addRow(title, field);
    auto* why = new QLabel(reason, this);
    why->setTextFormat(Qt::PlainText);
    why->setWordWrap(true);
    setLook(why, "muted");
    form->addRow(QString(), why);
}

void ImportView::startSurvey()
{
    const std::string path = m_recording->provenance.path;
    m_job = m_bench.reading.start<io::Survey>(
        tr("looking into %1").arg(QFileInfo(QString::fromStdString(path)).fileName()),
        [path](const pipeline::Observer& observer) { return io::surveyFile(path, observer.stop); },
        [this](const Result<io::Survey>& survey) {
            m_job = 0;
            show(survey);
        });
}

void ImportView::show(const Result<io::Survey>& survey)
{
    if (!survey) {
        new QTreeWidgetItem(m_tree, {errorText(survey.error())});
        return;
    }
    for (const io::SurveyedVariable& variable : survey->variables) {
        add(variable);
    }
    m_tree->expandAll();
}

/// The group that an address lies in, made when it is not there: "run.acc" is "acc" in "run".
QTreeWidgetItem* ImportView::parentFor(const QString& address)
{
    const qsizetype dot = address.lastIndexOf('.');
    if (dot <= 0) {
        return m_tree->invisibleRootItem();
    }
    const QString owner = address.left(dot);
    QTreeWidgetItem* above = parentFor(owner);
    const QString name = owner.mid(owner.lastIndexOf('.') + 1);
    for (int i = 0; i < above->childCount(); ++i) {
        if (above->child(i)->text(Name) == name) {
            return above->child(i);
        }
    }
    return new QTreeWidgetItem(above, {name});
}

void ImportView::add(const io::SurveyedVariable& variable)
{
    const QString address = QString::fromStdString(variable.name);
    const bool isGrouped = variable.taken != io::TakenFor::Nothing;
    QTreeWidgetItem* above = isGrouped ? parentFor(address) : m_tree->invisibleRootItem();
    const QString name = isGrouped ? address.mid(address.lastIndexOf('.') + 1) : address;
    auto* item = new QTreeWidgetItem(
        above,
        {variable.title.empty() ? name
                                : tr("%1 (%2)").arg(QString::fromStdString(variable.title), name),
         QString::fromStdString(variable.shape),
         QString::fromStdString(variable.unit),
         takenText(variable.taken)});
    if (variable.taken != io::TakenFor::Signal) {
        item->setForeground(Name, palette().placeholderText());
        return;
    }
    const QString shown = variable.title.empty() ? address : QString::fromStdString(variable.title);
    item->setData(Name, kAddress, shown);
    if (shown == m_chosen->text()) {
        m_tree->setCurrentItem(item);
    }
}

io::ImportChoice ImportView::choice() const
{
    io::ImportChoice choice;
    choice.channel = m_chosen->text().toStdString();
    const auto rate = numberIn(*m_rate);
    // What was stated before is stated again: the file is read anew, and says what it said.
    const auto isStated = [](const auto& value) {
        return value.source == signal::Source::Argument;
    };
    if (rate && (*rate != m_recording->rate.value.value || isStated(m_recording->rate))) {
        choice.rate = Hertz{*rate};
    }
    const auto speed = numberIn(*m_speed);
    if (speed && (!m_recording->shaftSpeed || *speed != m_recording->shaftSpeed->value.value ||
                  isStated(*m_recording->shaftSpeed))) {
        choice.shaftSpeed = Rpm{*speed};
    }
    choice.scale = numberIn(*m_scale);
    choice.unit = m_unit->currentText().trimmed().toStdString();
    return choice;
}

QLineEdit* ImportView::wrongField() const
{
    for (QLineEdit* field : {m_rate, m_speed, m_scale}) {
        if (!field->text().trimmed().isEmpty() && !numberIn(*field)) {
            return field;
        }
    }
    return nullptr;
}

void ImportView::accept()
{
    if (QLineEdit* field = wrongField()) {
        m_problem->setText(tr("%1 must be a number above 0. Empty means: as it was found.")
                               .arg(field->accessibleName()));
        m_problem->show();
        field->setFocus();
        field->selectAll();
        return;
    }
    const auto& entries = m_bench.document.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].input.recording != m_recording) {
            continue;
        }
        const io::ImportChoice chosen = choice();
        const auto& channels = m_recording->channels;
        const bool isKept = std::any_of(channels.begin(), channels.end(), [&](const auto& channel) {
            return channel.name == chosen.channel;
        });
        if (m_isRemembered->isChecked()) {
            m_bench.imports.remember(static_cast<int>(i), chosen);
        }
        m_bench.imports.readAgain(static_cast<int>(i),
                                  isKept ? QString() : QString::fromStdString(chosen.channel),
                                  chosen);
        break;
    }
    QDialog::accept();
}

} // namespace spall::ui
