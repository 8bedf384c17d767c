// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/method_bars.h"

#include "core/score/plain_methods.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace spall::ui {

namespace {

constexpr int kRow = 16;
constexpr int kNameWidth = 132;
constexpr int kValueWidth = 38;
constexpr int kBarHeight = 7;

bool isOurs(const pipeline::MethodResult& method)
{
    return method.name == "spall";
}

} // namespace

QString methodName(const std::string& name)
{
    return saidText(score::methodTitle(name));
}

MethodBars::MethodBars(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Recall of this model and of the plain methods"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MethodBars::show(std::shared_ptr<const pipeline::Evaluation> evaluation)
{
    m_evaluation = std::move(evaluation);
    updateGeometry();
    update();
}

QSize MethodBars::sizeHint() const
{
    const auto rows = m_evaluation ? static_cast<int>(m_evaluation->methods.size()) : 0;
    return {kNameWidth + kValueWidth + 60, rows * kRow};
}

void MethodBars::paintEvent(QPaintEvent*)
{
    if (!m_evaluation) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect row(0, 0, width(), kRow);
    for (const pipeline::MethodResult& method : m_evaluation->methods) {
        paintMethod(painter, method, row);
        row.translate(0, kRow);
    }
}

void MethodBars::paintMethod(QPainter& painter,
                             const pipeline::MethodResult& method,
                             const QRect& row) const
{
    const Theme& theme = Theme::instance();
    const bool ours = isOurs(method);
    painter.setFont(theme.font(TextSize::Small, ours ? QFont::DemiBold : QFont::Normal));
    painter.setPen(theme.colour(Ink::Text));
    const QString name =
        painter.fontMetrics().elidedText(methodName(method.name), Qt::ElideRight, kNameWidth - 6);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, name);
    const auto& recall = method.metrics.recall;
    painter.setFont(theme.font(TextSize::Small, QFont::DemiBold));
    painter.drawText(row,
                     Qt::AlignRight | Qt::AlignVCenter,
                     recall ? QLocale().toString(recall->value, 'f', 2) : QStringLiteral("–"));
    const QRectF groove(kNameWidth,
                        row.center().y() - kBarHeight / 2.0,
                        row.width() - kNameWidth - kValueWidth,
                        kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Ink::Field));
    painter.drawRoundedRect(groove, 2.0, 2.0);
    if (!recall) {
        return;
    }
    QRectF bar = groove;
    bar.setWidth(groove.width() * std::clamp(recall->value, 0.0, 1.0));
    QColor fill = theme.colour(ours ? Ink::Reconstruction : Ink::TextMuted);
    fill.setAlphaF(ours ? 1.0F : 0.55F);
    painter.setBrush(fill);
    painter.drawRoundedRect(bar, 2.0, 2.0);
    painter.setPen(QPen(theme.colour(Ink::Text), 1));
    const double middle = groove.center().y();
    painter.drawLine(QPointF(groove.left() + groove.width() * recall->low, middle),
                     QPointF(groove.left() + groove.width() * recall->high, middle));
}

bool MethodBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_evaluation) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = help->pos().y() / kRow;
    if (row < 0 || row >= static_cast<int>(m_evaluation->methods.size())) {
        QToolTip::hideText();
        return true;
    }
    const pipeline::MethodResult& method = m_evaluation->methods[static_cast<std::size_t>(row)];
    QString text = methodName(method.name);
    if (method.metrics.recall) {
        text += tr("\nrecall %1 (%2)")
                    .arg(percentText(method.metrics.recall->value),
                         intervalText(*method.metrics.recall));
    }
    if (method.metrics.falseAlarmRate) {
        text += tr("\nfalse alarms %1 (%2)")
                    .arg(percentText(method.metrics.falseAlarmRate->value),
                         intervalText(*method.metrics.falseAlarmRate));
    }
    if (method.auroc) {
        text += tr("\nAUROC %1").arg(QLocale().toString(*method.auroc, 'f', 3));
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace spall::ui
