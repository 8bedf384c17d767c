// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/tickers.h"

#include "ui/plot/score_scale.h"
#include "ui/plot/time_text.h"
#include "ui/text/format.h"

#include <QFontMetricsF>
#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace spall::ui {

namespace {

constexpr double kNumberGap = 8.0; ///< between the numbers along an axis

double lengthOf(const QCPAxis& axis)
{
    const QCPAxisRect& area = *axis.axisRect();
    return axis.orientation() == Qt::Horizontal ? area.width() : area.height();
}

/// How far apart ticks with a label such as `text` must stand.
double roomFor(const QCPAxis& axis, const QString& text)
{
    const QFontMetricsF metrics(axis.tickLabelFont());
    return axis.orientation() == Qt::Horizontal ? metrics.horizontalAdvance(text) + kNumberGap
                                                : metrics.ascent();
}

/// Round steps of seconds, minutes and hours.
class TimeTicker : public QCPAxisTicker {
public:
    explicit TimeTicker(const QCPAxis& axis) : m_axis(axis) {}

protected:
    double getTickStep(const QCPRange& range) override
    {
        constexpr std::array kLong{60.0,
                                   120.0,
                                   300.0,
                                   600.0,
                                   900.0,
                                   1800.0,
                                   3600.0,
                                   7200.0,
                                   14400.0,
                                   43200.0,
                                   86400.0,
                                   432000.0,
                                   864000.0,
                                   2592000.0};
        constexpr double kMostTicks = 9.0;
        const double fitting = lengthOf(m_axis) / roomFor(m_axis, QStringLiteral("00:00.00"));
        const double exact = range.size() / std::clamp(fitting, 1.0, kMostTicks);
        m_longest = range.upper;
        m_step = exact <= 30.0 ? cleanMantissa(exact)
                               : *std::find_if(kLong.begin(),
                                               kLong.end() - 1,
                                               [exact](double step) { return step >= exact; });
        return m_step;
    }

    int getSubTickCount(double) override { return 0; }

    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return timeText(tick, m_step, m_longest);
    }

private:
    const QCPAxis& m_axis;
    double m_step = 1.0;
    double m_longest = 1.0;
};

/// Round numbers, written out as far as people read them: "12 500", not "1.25E+04", and "0.00005".
class NumberTicker : public QCPAxisTicker {
public:
    explicit NumberTicker(const QCPAxis& axis) : m_axis(axis) {}

protected:
    double getTickStep(const QCPRange& range) override
    {
        m_step = QCPAxisTicker::getTickStep(range);
        const double longest = std::max(std::abs(range.lower), std::abs(range.upper));
        const QString widest = getTickLabel(range.lower < 0.0 ? -longest : longest, {}, {}, 0);
        m_step = roomyStep(m_step, lengthOf(m_axis) / range.size(), roomFor(m_axis, widest));
        return m_step;
    }

    int getSubTickCount(double) override { return 0; }

    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override
    {
        constexpr double kLargest = 1e7;
        constexpr double kSmallestStep = 0.9e-5;
        const double shown = std::abs(tick) < 0.5 * m_step ? 0.0 : tick;
        if (m_step < kSmallestStep || std::abs(tick) >= kLargest) {
            return powerText(shown, 4);
        }
        const int decimals = decimalsOf(m_step);
        return decimals == 0 ? countText(std::llround(shown))
                             : locale.toString(shown, 'f', decimals);
    }

private:
    /// The fewest places after the point that write a step in full.
    static int decimalsOf(double step)
    {
        int decimals = 0;
        while (decimals < 6 && std::abs(step - std::round(step)) > 1e-6 * step) {
            step *= 10.0;
            ++decimals;
        }
        return decimals;
    }

    const QCPAxis& m_axis;
    double m_step = 1.0;
};

/// Round scores, the roundest first, as many as fit without crowding.
class ScoreTicker : public QCPAxisTicker {
public:
    explicit ScoreTicker(const QCPAxis& axis) : m_axis(axis) {}

protected:
    double getTickStep(const QCPRange&) override { return 1.0; }
    int getSubTickCount(double) override { return 0; }

    QVector<double> createTickVector(double, const QCPRange& range) override
    {
        constexpr std::array kRoundness{0.0,
                                        10.0,
                                        100.0,
                                        1000.0,
                                        10000.0,
                                        2.0,
                                        50.0,
                                        500.0,
                                        5000.0,
                                        5.0,
                                        1.0,
                                        20.0,
                                        200.0,
                                        -2.0,
                                        -5.0,
                                        3.0};
        const double fitting = lengthOf(m_axis) / roomFor(m_axis, QStringLiteral("1000"));
        const double gap = range.size() / std::clamp(fitting, 1.0, 1.0 * mTickCount);
        QVector<double> ticks;
        for (const double score : kRoundness) {
            const double place = score_scale::toAxis(score);
            const bool isClear =
                std::none_of(ticks.begin(), ticks.end(), [place, gap](double other) {
                    return std::abs(other - place) < gap;
                });
            if (range.contains(place) && isClear) {
                ticks.push_back(place);
            }
        }
        std::sort(ticks.begin(), ticks.end());
        return ticks;
    }

    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override
    {
        return locale.toString(std::round(score_scale::toScore(tick)), 'f', 0);
    }

private:
    const QCPAxis& m_axis;
};

} // namespace

double roomyStep(double step, double pixelsAUnit, double needed)
{
    constexpr std::array kMantissas{1.0, 2.0, 2.5, 5.0, 10.0};
    if (!(step > 0.0) || !(pixelsAUnit > 0.0)) {
        return step;
    }
    double magnitude = std::pow(10.0, std::floor(std::log10(step)));
    for (;; magnitude *= 10.0) {
        for (const double mantissa : kMantissas) {
            const double tried = mantissa * magnitude;
            if (tried >= step * 0.999 && tried * pixelsAUnit >= needed) {
                return tried;
            }
        }
    }
}

void useTimeTicks(QCPAxis& axis)
{
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new TimeTicker(axis)));
}

void useScoreTicks(QCPAxis& axis, int count)
{
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new ScoreTicker(axis)));
    axis.ticker()->setTickCount(count);
}

void useNumberTicks(QCPAxis& axis, int count)
{
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker(axis)));
    axis.ticker()->setTickCount(count);
}

} // namespace spall::ui
