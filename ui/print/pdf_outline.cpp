// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/pdf_outline.h"

#include <QRegularExpression>

#include <optional>

namespace spall::ui::print {

namespace {

/// What of a finished PDF an update has to know.
struct Anatomy {
    qint64 crossReference = 0; ///< where the last table of positions lies
    int size = 0;              ///< objects, the free one included
    int root = 0;
    QByteArray catalogue; ///< inside of the root's dictionary
    QByteArray trailer;   ///< inside of the trailer's dictionary
    std::vector<int> pages;
};

int numberAfter(const QByteArray& text, const QByteArray& key)
{
    const QRegularExpression pattern(QString::fromLatin1(key) + QStringLiteral("\\s+(\\d+)"));
    const auto match = pattern.match(QString::fromLatin1(text));
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

/// The dictionary of an object: what stands between "<<" and the last ">>".
std::optional<QByteArray> dictionaryOf(const QByteArray& pdf, int object)
{
    const QByteArray head = "\n" + QByteArray::number(object) + " 0 obj";
    const qsizetype start = pdf.indexOf(head);
    const qsizetype end = start < 0 ? -1 : pdf.indexOf("endobj", start);
    const qsizetype open = end < 0 ? -1 : pdf.indexOf("<<", start);
    const qsizetype close = end < 0 ? -1 : pdf.lastIndexOf(">>", end);
    if (open < 0 || open > end || close < open) {
        return std::nullopt;
    }
    return pdf.mid(open + 2, close - open - 2);
}

std::vector<int> pagesOf(const QByteArray& pageTree)
{
    std::vector<int> pages;
    const qsizetype kids = pageTree.indexOf("/Kids");
    const qsizetype end = kids < 0 ? -1 : pageTree.indexOf(']', kids);
    if (end < 0) {
        return pages;
    }
    static const QRegularExpression reference(QStringLiteral("(\\d+)\\s+0\\s+R"));
    auto matches = reference.globalMatch(QString::fromLatin1(pageTree.mid(kids, end - kids)));
    while (matches.hasNext()) {
        pages.push_back(matches.next().captured(1).toInt());
    }
    return pages;
}

std::optional<Anatomy> anatomyOf(const QByteArray& pdf)
{
    Anatomy found;
    const qsizetype trailer = pdf.lastIndexOf("trailer");
    const qsizetype start = pdf.lastIndexOf("startxref");
    const qsizetype open = trailer < 0 ? -1 : pdf.indexOf("<<", trailer);
    const qsizetype close = start < 0 ? -1 : pdf.lastIndexOf(">>", start);
    if (open < 0 || close < open) {
        return std::nullopt;
    }
    found.trailer = pdf.mid(open + 2, close - open - 2);
    found.crossReference = numberAfter(pdf.mid(start), "startxref");
    found.size = numberAfter(found.trailer, "/Size");
    found.root = numberAfter(found.trailer, "/Root");
    const auto catalogue = dictionaryOf(pdf, found.root);
    if (!catalogue || found.size == 0) {
        return std::nullopt;
    }
    found.catalogue = *catalogue;
    const auto pageTree = dictionaryOf(pdf, numberAfter(found.catalogue, "/Pages"));
    if (!pageTree) {
        return std::nullopt;
    }
    found.pages = pagesOf(*pageTree);
    return found;
}

/// A text string in UTF-16 with its byte order mark (7.9.2.2), as hexadecimal digits.
QByteArray textString(const QString& text)
{
    QByteArray digits = "FEFF";
    for (const QChar letter : text) {
        digits += QByteArray::number(letter.unicode(), 16).rightJustified(4, '0').toUpper();
    }
    return "<" + digits + ">";
}

QByteArray reference(int object)
{
    return QByteArray::number(object) + " 0 R";
}

/// New objects behind the old ones, with the table of their positions.
class Update {
public:
    Update(QByteArray pdf, Anatomy anatomy) : m_pdf(std::move(pdf)), m_anatomy(std::move(anatomy))
    {
        if (!m_pdf.endsWith('\n')) {
            m_pdf += '\n';
        }
    }

    void add(int object, const QByteArray& dictionary)
    {
        m_positions.emplace_back(object, m_pdf.size());
        m_pdf += QByteArray::number(object) + " 0 obj\n<<" + dictionary + ">>\nendobj\n";
    }

    [[nodiscard]] QByteArray finish(int size)
    {
        const qsizetype table = m_pdf.size();
        m_pdf += "xref\n";
        for (const auto& [object, position] : m_positions) {
            m_pdf += QByteArray::number(object) + " 1\n" +
                     QByteArray::number(position).rightJustified(10, '0') + " 00000 n \n";
        }
        QByteArray trailer = m_anatomy.trailer;
        trailer.replace("/Size " + QByteArray::number(m_anatomy.size),
                        "/Size " + QByteArray::number(size));
        m_pdf += "trailer\n<<" + trailer + "/Prev " + QByteArray::number(m_anatomy.crossReference) +
                 "\n>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
        return std::move(m_pdf);
    }

private:
    QByteArray m_pdf;
    Anatomy m_anatomy;
    std::vector<std::pair<int, qsizetype>> m_positions;
};

} // namespace

QByteArray
withOutline(QByteArray pdf, const std::vector<Bookmark>& bookmarks, const QByteArray& language)
{
    const auto anatomy = anatomyOf(pdf);
    if (!anatomy || bookmarks.empty()) {
        return pdf;
    }
    const int outline = anatomy->size;
    const int first = outline + 1;
    const auto count = static_cast<int>(bookmarks.size());
    Update update(std::move(pdf), *anatomy);
    update.add(anatomy->root,
               anatomy->catalogue + "/Outlines " + reference(outline) +
                   "\n/PageMode /UseOutlines\n/Lang (" + language + ")\n");
    update.add(outline,
               "/Type /Outlines /First " + reference(first) + " /Last " +
                   reference(first + count - 1) + " /Count " + QByteArray::number(count));
    for (int i = 0; i < count; ++i) {
        const Bookmark& bookmark = bookmarks[static_cast<std::size_t>(i)];
        const auto page = static_cast<std::size_t>(bookmark.page);
        if (page >= anatomy->pages.size()) {
            continue;
        }
        QByteArray item = "/Title " + textString(bookmark.text) + " /Parent " + reference(outline);
        item += " /Dest [" + reference(anatomy->pages[page]) + " /XYZ 0 " +
                QByteArray::number(bookmark.top, 'f', 1) + " null]";
        item += i > 0 ? " /Prev " + reference(first + i - 1) : QByteArray();
        item += i + 1 < count ? " /Next " + reference(first + i + 1) : QByteArray();
        update.add(first + i, item);
    }
    return update.finish(first + count);
}

} // namespace spall::ui::print
