// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report_page.h"

#include "ui/pages/notice_bar.h"
#include "ui/pages/report_choices_card.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/card.h"
#include "ui/theme/theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace spall::ui {

namespace {

constexpr int kPreviewDpi = 96;
constexpr int kDelayMilliseconds = 400;
constexpr int kChoicesWidth = 290;

QString pagesText(int pages)
{
    return pages == 1 ? ReportPage::tr("1 page") : ReportPage::tr("%1 pages").arg(pages);
}

} // namespace

ReportPage::ReportPage(Workbench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_notice(new NoticeBar(this))
{
    m_later.setSingleShot(true);
    m_later.setInterval(kDelayMilliseconds);
    auto* right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_notice);
    right->addWidget(makePreview(), 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(makeChoices());
    layout->addLayout(right, 1);

    connect(&m_later, &QTimer::timeout, this, &ReportPage::refresh);
    const Document& document = m_bench.document;
    connect(&document, &Document::judgementChanged, this, &ReportPage::refreshSoon);
    connect(&document, &Document::modelChanged, this, &ReportPage::refreshSoon);
    connect(&m_bench.detectability, &DetectabilityJob::done, this, &ReportPage::refreshSoon);
    connect(m_choices, &ReportChoicesCard::changed, this, &ReportPage::refreshSoon);
    connect(&m_bench.reports, &ReportJobs::previewed, this, &ReportPage::showPages);
    connect(&m_bench.reports, &ReportJobs::exported, this, &ReportPage::showExported);
    connect(&m_bench.reports, &ReportJobs::failed, this, [this](const Error& error) {
        m_export->setEnabled(true);
        m_notice->say(errorTitle(error.code), errorText(error), tr("Save elsewhere…"));
    });
    connect(m_notice, &NoticeBar::actionChosen, this, &ReportPage::chooseExport);
}

QWidget* ReportPage::makeChoices()
{
    m_choices = new ReportChoicesCard(m_bench, this);
    auto* card = m_choices;
    card->setFixedWidth(kChoicesWidth);
    m_contents = new QLabel(card);
    m_contents->setWordWrap(true);
    m_contents->setTextFormat(Qt::RichText);
    m_export = new QPushButton(tr("Export…"), card);
    setLook(m_export, "primary");
    m_result = new QLabel(card);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_open = new QPushButton(tr("Open it"), card);
    setLook(m_open, "link");
    m_result->hide();
    m_open->hide();
    connect(m_export, &QPushButton::clicked, this, &ReportPage::chooseExport);
    connect(m_open, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_path));
    });
    card->body()->addSpacing(8);
    card->body()->addWidget(m_contents);
    card->body()->addSpacing(8);
    card->body()->addWidget(m_export);
    card->body()->addWidget(m_result);
    card->body()->addWidget(m_open);
    card->body()->addStretch();
    return card;
}

QWidget* ReportPage::makePreview()
{
    auto* card = new Card(tr("Preview"), this);
    m_pageCount = new QLabel(card);
    setLook(m_pageCount, "muted");
    card->headingLine()->addWidget(m_pageCount);
    auto* scroll = new QScrollArea(card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_paper = new QWidget(scroll);
    setLook(m_paper, "paper");
    m_pages = new QVBoxLayout(m_paper);
    m_pages->setSpacing(14);
    m_pages->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    scroll->setWidget(m_paper);
    card->body()->addWidget(scroll);
    return card;
}

void ReportPage::refreshSoon()
{
    m_isStale = true;
    m_hasChanged = true;
    if (std::exchange(m_isCurrent, false)) {
        Q_EMIT outdated();
    }
    m_contents->setText(contents());
    if (isVisible()) {
        m_later.start();
    }
}

void ReportPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        m_later.start();
    }
}

void ReportPage::refresh()
{
    if (m_bench.reports.canCompose()) {
        m_isStale = false;
        m_bench.reports.preview(m_choices->wish(),
                                static_cast<int>(kPreviewDpi * devicePixelRatioF()));
    }
}

QString ReportPage::contents() const
{
    const Document& document = m_bench.document;
    const auto scored = static_cast<std::int64_t>(document.scored().size());
    const auto all = static_cast<std::int64_t>(document.entries().size());
    std::size_t events = 0;
    for (const pipeline::Decision& decision : document.judgement().decisions) {
        events += decision.events.size();
    }
    const Judgement& judgement = document.judgement();
    QString text = tr("<b>%1</b> of %2 recordings are scored and in the report, with <b>%3</b> "
                      "events. What decides: <b>%4</b>.")
                       .arg(countText(scored),
                            countText(all),
                            countText(static_cast<std::int64_t>(events)),
                            limitText(judgement.threshold.value, judgement.dual));
    text += QStringLiteral("<br><br>");
    text += tr(
        "It tells the path and hash of each recording, how the model was trained, the numbers with "
        "their intervals and what they cannot show. It does not contain the samples.");
    return text;
}

void ReportPage::showPages(const std::vector<QImage>& pages)
{
    m_notice->clear();
    while (QLayoutItem* item = m_pages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int number = 0;
    for (const QImage& page : pages) {
        auto* label = new QLabel(m_paper);
        QPixmap pixmap = QPixmap::fromImage(page);
        pixmap.setDevicePixelRatio(devicePixelRatioF());
        label->setPixmap(pixmap);
        label->setAccessibleName(tr("Page %1").arg(++number));
        m_pages->addWidget(label, 0, Qt::AlignHCenter);
    }
    m_pageCount->setText(pagesText(static_cast<int>(pages.size())));
}

void ReportPage::chooseExport()
{
    const QString proposed =
        QDir(m_bench.settings.lastFolder()).filePath(QStringLiteral("spall-report.pdf"));
    auto* dialog =
        new QFileDialog(this,
                        tr("Export the report"),
                        proposed,
                        tr("PDF (*.pdf);;One page of HTML (*.html);;Data and tables (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(proposed);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        const qsizetype start = filter.indexOf(QLatin1String("*.")) + 2;
        dialog->setDefaultSuffix(filter.mid(start, filter.indexOf(QLatin1Char(')')) - start));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ReportPage::exportTo);
    dialog->open();
}

void ReportPage::exportTo(const QString& path)
{
    m_notice->clear();
    m_hasChanged = false;
    m_export->setEnabled(false);
    m_bench.reports.exportReport(m_choices->wish(), path);
}

void ReportPage::showExported(const QString& path, int pages)
{
    m_path = path;
    m_isCurrent = !m_hasChanged;
    m_bench.settings.setLastFolderOf(path);
    m_export->setEnabled(true);
    const QString written = QDir::toNativeSeparators(path);
    m_result->setText(pages > 0 ? tr("Written: %1 (%2)").arg(written, pagesText(pages))
                                : tr("Written: %1").arg(written));
    m_result->show();
    m_open->show();
    Q_EMIT exported();
}

} // namespace spall::ui
