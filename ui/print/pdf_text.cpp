// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/pdf_text.h"

#include <QString>

#include <string_view>

namespace spall::ui::print {

namespace {

constexpr qsizetype kDigits = 4;

/// Radicals and the letters of the same shape, side by side: those for which Unicode knows no
/// normal form, or that of another script (Noto Sans CJK SC draws U+2F3E as U+6237, not U+6236).
constexpr std::u16string_view kRadicals =
    u"⺂乛⺃乚⺅亻⺉刂⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺠民⺡氵⺣灬"
    u"⺤爫⺦丬⺨犭⺭礻⺯糹⺰纟⺱罓⺹耂⺺肀⺾艹⻂衤⻅见⻆角⻈讠⻉贝⻋车⻌辶⻐钅"
    u"⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟"
    u"⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⼾户";

/// What a reader would type for a code point.
char16_t plainOf(char16_t code)
{
    constexpr char16_t kTabulator = 9;
    if (code == kTabulator) {
        return u' ';
    }
    if (const auto at = kRadicals.find(code); at != std::u16string_view::npos && at % 2 == 0) {
        return kRadicals[at + 1];
    }
    const bool isRadical = code >= 0x2E80 && code <= 0x2FDF;
    const bool isCompatibility = code >= 0xF900 && code <= 0xFAFF;
    if (!isRadical && !isCompatibility) {
        return code;
    }
    const QString plain = QString(QChar(code)).normalized(QString::NormalizationForm_KC);
    return plain.size() == 1 ? plain[0].unicode() : code;
}

/// Rewrites "<2F47>" and the like between two places of the file.
void rewrite(QByteArray& pdf, qsizetype start, qsizetype end)
{
    for (qsizetype at = pdf.indexOf('<', start); at >= 0 && at < end;
         at = pdf.indexOf('<', at + 1)) {
        if (at + kDigits + 1 >= end || pdf[at + kDigits + 1] != '>') {
            continue;
        }
        bool isNumber = false;
        const auto code = static_cast<char16_t>(pdf.mid(at + 1, kDigits).toUShort(&isNumber, 16));
        if (isNumber && plainOf(code) != code) {
            const QByteArray digits = QByteArray::number(plainOf(code), 16).toUpper();
            pdf.replace(at + 1, kDigits, digits.rightJustified(kDigits, '0'));
        }
    }
}

} // namespace

QByteArray withPlainText(QByteArray pdf)
{
    qsizetype list = pdf.indexOf("begincmap");
    while (list >= 0) {
        const qsizetype end = pdf.indexOf("endcmap", list);
        // The second range of Qt's tables lists code points in brackets; what stands before are
        // numbers of glyphs.
        const qsizetype bracket = pdf.indexOf('[', list);
        if (end < 0) {
            break;
        }
        if (bracket >= 0 && bracket < end) {
            rewrite(pdf, bracket, end);
        }
        list = pdf.indexOf("begincmap", end);
    }
    return pdf;
}

} // namespace spall::ui::print
