// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report_choices_card.h"

#include "core/signal/bearing.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace spall::ui {

ReportChoicesCard::ReportChoicesCard(Workbench& bench, QWidget* parent)
    : Card(tr("Report"), parent),
      m_bench(bench),
      m_title(new QLineEdit(this)),
      m_machine(new QLineEdit(this)),
      m_company(new QLineEdit(this)),
      m_logo(new QPushButton(this)),
      m_noLogo(new QPushButton(tr("None"), this)),
      m_bearing(new QComboBox(this)),
      m_language(new QComboBox(this)),
      m_paper(new QComboBox(this)),
      m_logoPath(bench.settings.logoPath())
{
    body()->setSpacing(4);
    makeTexts();
    makeLogo();
    makeLists();
    setLogo(m_logoPath);
    connect(m_company, &QLineEdit::textChanged, this, &ReportChoicesCard::remember);
    Document& document = m_bench.document;
    for (QLineEdit* line : {m_title, m_machine}) {
        connect(line, &QLineEdit::textEdited, this, [this, &document] {
            document.setReportNames(
                {m_title->text().toStdString(), m_machine->text().toStdString()});
        });
        connect(line, &QLineEdit::editingFinished, &document, &Document::endGesture);
    }
    connect(&document, &Document::reportNamesChanged, this, [this] {
        showNames();
        Q_EMIT changed();
    });
    for (QComboBox* box : {m_language, m_paper}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ReportChoicesCard::remember);
    }
    connect(m_bearing, &QComboBox::activated, this, &ReportChoicesCard::setBearing);
    connect(&document, &Document::machineChanged, this, [this] {
        showBearing();
        Q_EMIT changed();
    });
}

void ReportChoicesCard::addField(const QString& name, QWidget* field, const QString& toolTip)
{
    auto* label = new QLabel(name, this);
    setLook(label, "muted");
    label->setBuddy(field);
    label->setToolTip(toolTip);
    field->setToolTip(toolTip);
    field->setAccessibleName(name);
    body()->addSpacing(4);
    body()->addWidget(label);
    body()->addWidget(field);
}

void ReportChoicesCard::makeTexts()
{
    m_title->setPlaceholderText(tr("Bearing vibration report"));
    m_machine->setPlaceholderText(tr("Pump 7, drive end"));
    m_company->setText(m_bench.settings.company());
    showNames();
    addField(tr("Title"), m_title, tr("At the head of the first page"));
    addField(tr("Machine"), m_machine, tr("Where the recordings come from"));
    addField(tr("Company"), m_company, tr("At the head and the foot; remembered"));
}

void ReportChoicesCard::showNames()
{
    const pipeline::ReportNames& names = m_bench.document.reportNames();
    for (const auto& [line, name] : {std::pair{m_title, names.title}, {m_machine, names.machine}}) {
        if (line->text().toStdString() != name) { // else the cursor would jump while typing
            line->setText(QString::fromStdString(name));
        }
    }
}

void ReportChoicesCard::makeLogo()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_logo, 1);
    layout->addWidget(m_noLogo);
    m_logo->setAccessibleName(tr("Choose a logo"));
    m_noLogo->setAccessibleName(tr("Take the logo away"));
    connect(m_logo, &QPushButton::clicked, this, &ReportChoicesCard::chooseLogo);
    connect(m_noLogo, &QPushButton::clicked, this, [this] { setLogo({}); });
    addField(tr("Logo"), row, tr("PNG, JPEG or SVG; remembered"));
}

void ReportChoicesCard::makeLists()
{
    m_bearing->addItem(tr("not known"), QString());
    for (const signal::BearingGeometry& bearing : signal::knownBearings()) {
        const QString name = QString::fromStdString(bearing.name);
        m_bearing->addItem(name, name);
    }
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("中文"), QStringLiteral("zh"));
    m_paper->addItem(tr("A4"), QStringLiteral("a4"));
    m_paper->addItem(tr("Letter"), QStringLiteral("letter"));
    const auto choose = [](QComboBox* box, const QString& value) {
        box->setCurrentIndex(std::max(0, box->findData(value)));
    };
    showBearing();
    choose(m_language, m_bench.settings.reportLanguage());
    choose(m_paper, m_bench.settings.reportPaper());
    addField(tr("Bearing"),
             m_bearing,
             tr("Its geometry tells the frequencies at which a damaged part would strike"));
    addField(tr("Language"), m_language, tr("Of the report, not of the window"));
    addField(tr("Paper"), m_paper, tr("Size of the pages"));
}

void ReportChoicesCard::showBearing()
{
    const auto& bearing = m_bench.document.bearing();
    const QString name = bearing ? QString::fromStdString(bearing->name) : QString();
    if (m_bearing->findData(name) < 0) { // one whose geometry the user stated
        m_bearing->addItem(name, name);
    }
    m_bearing->setCurrentIndex(m_bearing->findData(name));
}

void ReportChoicesCard::setBearing()
{
    const std::string name = m_bearing->currentData().toString().toStdString();
    const auto& present = m_bench.document.bearing();
    if (!present || present->name != name) {
        const auto bearing = signal::parseBearing(name);
        m_bench.document.setBearing(bearing ? std::optional{*bearing} : std::nullopt);
    }
}

void ReportChoicesCard::chooseLogo()
{
    auto* dialog = new QFileDialog(this,
                                   tr("Choose a logo"),
                                   QFileInfo(m_logoPath).absolutePath(),
                                   tr("Pictures (*.png *.jpg *.jpeg *.svg)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportChoicesCard::setLogo);
    dialog->open();
}

void ReportChoicesCard::setLogo(const QString& path)
{
    m_logoPath = path;
    m_logo->setText(path.isEmpty() ? tr("Choose…") : QFileInfo(path).fileName());
    m_noLogo->setVisible(!path.isEmpty());
    remember();
}

void ReportChoicesCard::remember()
{
    SettingsStore& settings = m_bench.settings;
    settings.setCompany(m_company->text());
    settings.setLogoPath(m_logoPath);
    if (const QString code = m_language->currentData().toString();
        code != settings.reportLanguage()) { // else it goes on to follow the window
        settings.setReportLanguage(code);
    }
    settings.setReportPaper(m_paper->currentData().toString());
    Q_EMIT changed();
}

ReportWish ReportChoicesCard::wish() const
{
    ReportWish wish;
    wish.choices.title = m_title->text().toStdString();
    wish.choices.machine = m_machine->text().toStdString();
    wish.choices.company = m_company->text().toStdString();
    wish.choices.language =
        report::parseLanguage(m_language->currentData().toString().toStdString())
            .value_or(report::Language::English);
    wish.choices.paper = report::parsePaper(m_paper->currentData().toString().toStdString())
                             .value_or(report::Paper::A4);
    wish.logoPath = m_logoPath;
    return wish;
}

} // namespace spall::ui
