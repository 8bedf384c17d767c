// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/label_panel.h"

#include "ui/plot/time_text.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <cmath>
#include <filesystem>
#include <utility>

namespace spall::ui {

std::string labelFile(const Entry& entry)
{
    return std::filesystem::path(entry.input.recording->provenance.path).filename().string();
}

std::vector<std::pair<std::size_t, io::Label>> labelsOf(const Document& document,
                                                        const Entry& entry)
{
    std::vector<std::pair<std::size_t, io::Label>> labels;
    const std::string file = labelFile(entry);
    for (std::size_t at = 0; at < document.labels().size(); ++at) {
        if (document.labels()[at].file == file) {
            labels.emplace_back(at, document.labels()[at]);
        }
    }
    return labels;
}

LabelPanel::LabelPanel(Document& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_list(new QListWidget),
      m_hint(new QLabel(tr("Drag on the signal with Shift held to label a stretch.")))
{
    m_hint->setWordWrap(true);
    setLook(m_hint, "muted");
    m_list->setAccessibleName(tr("Labels"));
    m_list->setToolTip(tr("Double click goes there, Delete removes the label."));
    m_list->setMaximumHeight(110);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    column->addWidget(m_hint);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this](const QListWidgetItem* item) {
        const QPointF ends = item->data(Qt::UserRole + 1).toPointF();
        Q_EMIT stretchRequested({ends.x(), ends.y()});
    });
    connect(&m_document, &Document::labelsChanged, this, &LabelPanel::rebuild);
    connect(&m_document, &Document::currentChanged, this, &LabelPanel::rebuild);
    rebuild();
}

void LabelPanel::rebuild()
{
    m_list->clear();
    if (const Entry* entry = m_document.current()) {
        const Hertz rate = entry->input.recording->rate.value;
        for (const auto& [at, label] : labelsOf(m_document, *entry)) {
            const double first = duration(label.range.first, rate).value;
            auto* item =
                new QListWidgetItem(QStringLiteral("%1   %2   %3")
                                        .arg(clockText(first),
                                             durationText(duration(label.range.size(), rate)),
                                             QString::fromStdString(label.name)));
            item->setData(Qt::UserRole, static_cast<qulonglong>(at));
            item->setData(Qt::UserRole + 1, QPointF(first, duration(label.range.last, rate).value));
            m_list->addItem(item);
        }
    }
    m_list->setVisible(m_list->count() > 0);
}

void LabelPanel::addLabel(TimeRange stretch, const QString& name)
{
    const Entry* entry = m_document.current();
    if (!entry || name.trimmed().isEmpty()) {
        return;
    }
    const double rate = entry->input.recording->rate.value.value;
    const SampleRange range{std::llround(stretch.first * rate), std::llround(stretch.last * rate)};
    std::vector<io::Label> labels = m_document.labels();
    labels.push_back({labelFile(*entry), range, name.trimmed().toStdString()});
    m_document.setLabels(std::move(labels), tr("label %1").arg(name.trimmed()));
    m_document.endGesture();
}

void LabelPanel::askForLabel(TimeRange stretch, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(
        tr("healthy"), this, [this, stretch] { addLabel(stretch, QStringLiteral("healthy")); });
    menu->addAction(
        tr("faulty"), this, [this, stretch] { addLabel(stretch, QStringLiteral("faulty")); });
    auto* text = new QLineEdit;
    text->setPlaceholderText(tr("another name…"));
    auto* free = new QWidgetAction(menu);
    free->setDefaultWidget(text);
    menu->addAction(free);
    connect(text, &QLineEdit::returnPressed, this, [this, menu, text, stretch] {
        addLabel(stretch, text->text());
        menu->close();
    });
    menu->popup(at);
}

void LabelPanel::removeSelected()
{
    std::vector<io::Label> labels = m_document.labels();
    if (const QListWidgetItem* item = m_list->currentItem()) {
        labels.erase(labels.begin() + item->data(Qt::UserRole).toLongLong());
        m_document.setLabels(std::move(labels), tr("remove label"));
        m_document.endGesture();
    }
}

void LabelPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        removeSelected();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace spall::ui
