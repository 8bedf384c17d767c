// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loss_chart.h"

#include "ui/text/format.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsSimpleTextItem>
#include <QLabel>
#include <QLineSeries>
#include <QPainter>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spall::ui {

namespace {

constexpr int kRawPoints = 240;
constexpr int kLinePoints = 120;
constexpr int kLabelSpace = 64;
constexpr double kLabelDistance = 14.0;
constexpr double kLineWidth = 1.8;
constexpr int kMarkerPixels = 3;
constexpr QSize kSmallestView{160, 84}; ///< curves and the numbers of both axes
constexpr int kTickSpace = 26;          ///< Qt Charts cuts the number of a tick that has less
constexpr int kMostTicks = 5;

/// Asks for no more than it must have, however large it was before.
class View : public QChartView {
public:
    using QChartView::QChartView;
    [[nodiscard]] QSize sizeHint() const override { return kSmallestView; }
};

QImage dot(const QColor& colour)
{
    QImage image(kMarkerPixels, kMarkerPixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(image.rect());
    return image;
}

/// 1, 2 or 5 times a power of ten, at least `least`.
double niceStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    const double lead = least / power;
    return power * (lead <= 1.0 ? 1.0 : lead <= 2.0 ? 2.0 : lead <= 5.0 ? 5.0 : 10.0);
}

} // namespace

LossChart::LossChart(const QString& title, std::vector<Curve> curves, QWidget* parent)
    : Card(title, parent),
      m_chart(new QChart),
      m_view(new View(m_chart, this)),
      m_words(new QLabel(this)),
      m_x(new QValueAxis(m_chart)),
      m_y(new QValueAxis(m_chart))
{
    for (Curve& curve : curves) {
        m_curves.push_back({std::move(curve),
                            {},
                            new QLineSeries(m_chart),
                            new QLineSeries(m_chart),
                            new QGraphicsSimpleTextItem(m_chart)});
    }
    makeChart();
    setLook(m_words, "muted");
    m_words->setWordWrap(true);
    body()->setSpacing(2);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_words);
    m_view->setAccessibleName(title);
    connect(&Theme::instance(), &Theme::changed, this, &LossChart::restyle);
    restyle();
    redraw();
}

void LossChart::makeChart()
{
    m_chart->legend()->hide();
    m_chart->setMargins(QMargins(0, 0, kLabelSpace, 0));
    m_chart->setBackgroundVisible(false);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_y, Qt::AlignLeft);
    for (Drawn& drawn : m_curves) {
        for (QLineSeries* series : {drawn.points, drawn.line}) {
            m_chart->addSeries(series);
            series->attachAxis(m_x);
            series->attachAxis(m_y);
        }
        drawn.label->setZValue(100);
    }
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTickAnchor(0.0);
    }
    m_x->setGridLineVisible(false);
    m_x->setLabelFormat(QStringLiteral("%g"));
    m_x->setTitleText(tr("epoch"));
    m_y->setLabelFormat(QStringLiteral("%.3g"));
    m_y->setLineVisible(false);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMinimumSize(kSmallestView);
    m_view->setFocusPolicy(Qt::NoFocus);
    // Not now: the chart is being laid out, and its curves still end where they did.
    connect(m_chart, &QChart::plotAreaChanged, this, &LossChart::fitTicks, Qt::QueuedConnection);
    connect(m_chart, &QChart::plotAreaChanged, this, &LossChart::placeLabels, Qt::QueuedConnection);
}

void LossChart::setSentence(const QString& sentence)
{
    m_words->setText(sentence);
    m_view->setAccessibleDescription(sentence);
    setToolTip(sentence);
}

void LossChart::setRoomy(bool isRoomy)
{
    m_words->setVisible(isRoomy);
    m_x->setTitleVisible(isRoomy);
}

void LossChart::setReference(double value)
{
    m_referenceValue = value;
    m_reference = new QLineSeries(m_chart);
    m_chart->addSeries(m_reference);
    m_reference->attachAxis(m_x);
    m_reference->attachAxis(m_y);
    restyle();
    redraw();
}

void LossChart::restyle()
{
    const Theme& theme = Theme::instance();
    m_view->setBackgroundBrush(theme.colour(Ink::Surface));
    for (Drawn& drawn : m_curves) {
        const QColor colour = theme.colour(drawn.curve.ink);
        QColor faint = colour;
        faint.setAlphaF(0.45F);
        drawn.points->setPen(Qt::NoPen);
        drawn.points->setLightMarker(dot(faint));
        drawn.points->setMarkerSize(kMarkerPixels);
        drawn.line->setPen(QPen(colour, kLineWidth));
        drawn.label->setText(drawn.curve.name);
        drawn.label->setBrush(colour);
        drawn.label->setFont(theme.font(TextSize::Small, QFont::DemiBold));
    }
    if (m_reference) {
        m_reference->setPen(QPen(theme.colour(Ink::TextMuted), 1.0, Qt::DashLine));
    }
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setLabelsBrush(theme.colour(Ink::TextMuted));
        axis->setLabelsFont(theme.font(TextSize::Small));
        axis->setTitleBrush(theme.colour(Ink::TextMuted));
        axis->setTitleFont(theme.font(TextSize::Small));
        axis->setGridLineColor(theme.colour(Ink::Grid));
        axis->setLinePenColor(theme.colour(Ink::Border));
    }
}

void LossChart::add(std::size_t curve, double epoch, double value)
{
    m_curves.at(curve).trace.add(epoch, value);
}

void LossChart::clear()
{
    for (Drawn& drawn : m_curves) {
        drawn.trace.clear();
    }
    redraw();
}

void LossChart::setEpochs(double epochs)
{
    m_epochs = std::max(1.0, epochs);
}

void LossChart::redraw()
{
    for (Drawn& drawn : m_curves) {
        drawn.points->replace(drawn.trace.raw(kRawPoints));
        drawn.line->replace(drawn.trace.smoothed(kLinePoints));
        drawn.label->setVisible(!drawn.trace.isEmpty());
    }
    fitRange();
    if (m_reference) {
        m_reference->replace({{0.0, m_referenceValue}, {m_epochs, m_referenceValue}});
    }
    const auto& first = m_curves.front().trace;
    setTrailing(first.isEmpty() ? QString()
                                : numberText(m_curves.front().line->points().last().y()));
    placeLabels();
}

void LossChart::fitRange()
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto take = [&low, &high](const QVector<QPointF>& points) {
        for (const QPointF& point : points) {
            low = std::min(low, point.y());
            high = std::max(high, point.y());
        }
    };
    for (const Drawn& drawn : m_curves) {
        take(drawn.line->points());
        // A lone wild step must not squeeze the curves flat: of the raw points the inner 98 %.
        QVector<QPointF> raw = drawn.points->points();
        std::sort(raw.begin(), raw.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
        const qsizetype cut = raw.size() / 100;
        take(raw.mid(cut, raw.size() - 2 * cut));
    }
    if (m_reference) {
        low = std::min(low, m_referenceValue);
        high = std::max(high, m_referenceValue);
    }
    if (!(low <= high)) {
        low = 0.0;
        high = 1.0;
    }
    if (high - low < 1e-9 + 1e-6 * std::fabs(high)) {
        low -= 0.5 * std::max(1e-3, std::fabs(low));
        high += 0.5 * std::max(1e-3, std::fabs(high));
    }
    m_y->setRange(low - 0.04 * (high - low), high + 0.08 * (high - low));
    m_x->setTickInterval(std::max(1.0, niceStep(m_epochs / 4.0)));
    m_x->setRange(0.0, m_epochs);
    fitTicks();
}

/// As many numbers on the y axis as its height has room for.
void LossChart::fitTicks()
{
    const double low = m_y->min();
    const double high = m_y->max();
    const auto count = [low, high](double step) {
        return static_cast<int>(std::floor(high / step) - std::ceil(low / step)) + 1;
    };
    const int most = std::max(2, static_cast<int>(m_chart->plotArea().height()) / kTickSpace);
    double step = niceStep((high - low) / kMostTicks);
    while (count(step) > most) {
        step = niceStep(1.5 * step);
    }
    // Ticks are summed up from the lowest; a hair more keeps the one at zero from reading -1e-17.
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step))));
    m_y->setTickAnchor(1e-9 * step);
    m_y->setLabelFormat(QStringLiteral("%.%1f").arg(decimals));
    m_y->setTickInterval(step);
}

/// Where a value lies on the chart now. Not `mapToPosition`: a series learns of a new plot area
/// only when it is drawn next, and a name placed after the old one is cut off.
QPointF LossChart::placeOf(QPointF value) const
{
    const QRectF area = m_chart->plotArea();
    const auto share = [](double at, const QValueAxis& axis) {
        return (at - axis.min()) / (axis.max() - axis.min());
    };
    return {area.left() + area.width() * share(value.x(), *m_x),
            area.bottom() - area.height() * share(value.y(), *m_y)};
}

void LossChart::placeLabels()
{
    struct Place {
        QGraphicsSimpleTextItem* label;
        QPointF at;
    };
    std::vector<Place> places;
    for (Drawn& drawn : m_curves) {
        if (!drawn.trace.isEmpty()) {
            places.push_back(
                {drawn.label, placeOf(drawn.line->points().last()) + QPointF(6.0, -8.0)});
        }
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return a.at.y() < b.at.y();
    });
    for (std::size_t i = 1; i < places.size(); ++i) {
        places[i].at.setY(std::max(places[i].at.y(), places[i - 1].at.y() + kLabelDistance));
    }
    for (const Place& place : places) {
        place.label->setPos(place.at);
    }
}

void LossChart::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    placeLabels();
}

} // namespace spall::ui
