// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>
#include <cstdlib>

namespace spall::ui {

namespace {

constexpr QChar kNarrowSpace{0x202F};
constexpr QChar kNoBreakSpace{0x00A0};

struct Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString withUnit(const QString& number, const QString& unit)
{
    return number + kNoBreakSpace + unit;
}

/// A fixed number of decimals, without the zeros that say nothing.
QString trimmed(double value, int decimals)
{
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(QLatin1Char('.'))) {
        while (text.endsWith(QLatin1Char('0'))) {
            text.chop(1);
        }
        if (text.endsWith(QLatin1Char('.'))) {
            text.chop(1);
        }
    }
    return text;
}

} // namespace

QString countText(std::int64_t count)
{
    QString digits = QString::number(std::llabs(count));
    for (auto at = digits.size() - 3; at > 0; at -= 3) {
        digits.insert(at, kNarrowSpace);
    }
    return count < 0 ? QChar(0x2212) + digits : digits;
}

QString numberText(double value)
{
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    const double size = std::fabs(value);
    if (size >= 1000.0 && size < 1e12) {
        return countText(std::llround(value));
    }
    QString text;
    if (size == 0.0) {
        text = QStringLiteral("0");
    } else if (size < 1e-4 || size >= 1e12) {
        return powerText(value, 3);
    } else {
        const int decimals = 2 - static_cast<int>(std::floor(std::log10(size)));
        text = QString::number(value, 'f', decimals < 0 ? 0 : decimals);
    }
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString powerText(double value, int figures)
{
    // "-1.25e+09" holds what rounding has made of the two parts.
    const QString plain = QString::number(value, 'e', figures - 1);
    const auto mark = plain.indexOf(QLatin1Char('e'));
    if (value == 0.0 || mark < 0) {
        return plain.left(1);
    }
    constexpr std::array<char16_t, 10> kRaised{
        0x2070, 0x00B9, 0x00B2, 0x00B3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
    const QString mantissa = trimmed(plain.left(mark).toDouble(), figures - 1);
    const int power = plain.mid(mark + 1).toInt();
    QString text = mantissa + QChar(0x00B7) + QStringLiteral("10");
    text += power < 0 ? QString(QChar(0x207B)) : QString();
    for (const QChar digit : QString::number(std::abs(power))) {
        text += QChar(kRaised[static_cast<std::size_t>(digit.digitValue())]);
    }
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString frequencyText(Hertz frequency)
{
    return frequency.value >= 1000.0
               ? withUnit(trimmed(frequency.value / 1000.0, 3), QStringLiteral("kHz"))
               : withUnit(trimmed(frequency.value, 1), QStringLiteral("Hz"));
}

QString durationText(Seconds duration)
{
    const double seconds = duration.value;
    if (!std::isfinite(seconds) || seconds < 0.0) {
        return QStringLiteral("–");
    }
    if (seconds == 0.0) {
        return withUnit(QStringLiteral("0"), QStringLiteral("s"));
    }
    if (seconds < 9.95) {
        return withUnit(QString::number(seconds, 'f', seconds < 0.995 ? 2 : 1),
                        QStringLiteral("s"));
    }
    const auto whole = std::llround(seconds);
    if (whole < 120) {
        return withUnit(QString::number(whole), QStringLiteral("s"));
    }
    const auto pair =
        [](long long large, const QString& largeUnit, long long small, const QString& unit) {
            return QStringLiteral("%1 %2").arg(
                withUnit(QString::number(large), largeUnit),
                withUnit(QStringLiteral("%1").arg(small, 2, 10, QLatin1Char('0')), unit));
        };
    if (whole < 3600) {
        return pair(whole / 60, Format::tr("min"), whole % 60, QStringLiteral("s"));
    }
    return pair(whole / 3600, QStringLiteral("h"), whole % 3600 / 60, Format::tr("min"));
}

QString percentText(double share)
{
    if (!std::isfinite(share)) {
        return QStringLiteral("–");
    }
    const double percent = 100.0 * share;
    const int decimals = percent > 0.0 && percent < 100.0 ? 1 : 0;
    return withUnit(QString::number(percent, 'f', decimals), QStringLiteral("%"));
}

QString intervalText(const evaluate::Rate& rate)
{
    return QStringLiteral("%1 – %2").arg(
        QString::number(100.0 * rate.low, 'f', 1),
        withUnit(QString::number(100.0 * rate.high, 'f', 1), QStringLiteral("%")));
}

QString speedText(Rpm speed)
{
    return withUnit(trimmed(speed.value, 0), Format::tr("rpm"));
}

QString ruleText(const detect::DualRule& rule)
{
    return Format::tr("reconstruction > %1 σ %2 critic > %3 σ")
        .arg(numberText(rule.rec),
             rule.both ? Format::tr("and") : Format::tr("or"),
             numberText(rule.critic));
}

QString limitText(double threshold, const std::optional<detect::DualRule>& dual)
{
    return dual ? ruleText(*dual) : Format::tr("threshold %1 σ").arg(numberText(threshold));
}

QString sourceText(signal::Source source)
{
    switch (source) {
    case signal::Source::File:
        return Format::tr("from the file");
    case signal::Source::Argument:
        return Format::tr("set by hand");
    case signal::Source::TimeColumn:
        return Format::tr("from the time column");
    case signal::Source::Name:
    case signal::Source::MainsLine:
    case signal::Source::ShaftHarmonics:
        return Format::tr("guessed");
    case signal::Source::Assumed:
        return Format::tr("assumed");
    }
    return {};
}

} // namespace spall::ui
