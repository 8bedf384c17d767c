// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/time_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr double kMinute = 60.0;
constexpr double kHour = 3600.0;

int decimalsFor(double step)
{
    constexpr int kMost = 6;
    double scaled = step;
    for (int decimals = 0; decimals < kMost; ++decimals, scaled *= 10.0) {
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * std::max(1.0, scaled)) {
            return decimals;
        }
    }
    return kMost;
}

QString padded(double number, int decimals)
{
    const QString text = QLocale().toString(number, 'f', decimals);
    return number < 10.0 ? QLocale().zeroDigit() + text : text;
}

QString sexagesimal(double seconds, int decimals, bool hours, bool padMinutes)
{
    const double unit = std::pow(10.0, decimals);
    const double rounded = std::round(seconds * unit) / unit;
    const auto whole = static_cast<qint64>(std::floor(rounded / kMinute));
    const QString rest = padded(rounded - static_cast<double>(whole) * kMinute, decimals);
    if (!hours) {
        const auto minutes = static_cast<double>(whole);
        return (padMinutes ? padded(minutes, 0) : QLocale().toString(whole)) + QLatin1Char(':') +
               rest;
    }
    return QStringLiteral("%1:%2:%3")
        .arg(whole / 60)
        .arg(padded(static_cast<double>(whole % 60), 0), rest);
}

} // namespace

QString timeText(double seconds, double step, double longest)
{
    const int decimals = decimalsFor(step);
    const double shown = std::abs(seconds) < step * 1e-6 ? 0.0 : seconds;
    if (longest < kMinute) {
        return QCoreApplication::translate("TimeText", "%1 s")
            .arg(QLocale().toString(shown, 'f', decimals));
    }
    return sexagesimal(shown, decimals, longest >= kHour, false);
}

QString clockText(double seconds)
{
    return sexagesimal(seconds, 2, seconds >= kHour, true);
}

} // namespace spall::ui
