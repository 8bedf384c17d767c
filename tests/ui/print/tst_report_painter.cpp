// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_json.h"
#include "tests/core/report/sample_findings.h"
#include "ui/print/pdf_date.h"
#include "ui/print/report_painter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace spall;

namespace {

report::Report sampleReport()
{
    return report::describe(report::sample::findings(report::sample::healthyAndFaulty()));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Standard output of one of the poppler tools.
QString outputOf(const QString& tool, const QStringList& arguments)
{
    QProcess process;
    process.start(tool, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Text without white space: lines may break at any blank and after a dash.
QString flowing(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("[\\s\u00A0]")));
}

QString flowing(const std::string& text)
{
    return flowing(QString::fromStdString(text));
}

} // namespace

class ReportPainterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void theTextIsFoundAgain()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) {
            QSKIP("pdftotext is missing; the package poppler-utils has it");
        }
        const report::Report report = sampleReport();
        const Result<int> pages = writePdf(report, path());
        QVERIFY(pages);
        const QString text =
            flowing(outputOf(QStringLiteral("pdftotext"), {path(), QStringLiteral("-")}));
        QVERIFY2(text.contains(flowing(report.verdict)), qPrintable(text));
        for (const report::Section& section : report.sections) {
            QVERIFY2(text.contains(flowing(section.heading)), section.heading.c_str());
        }
        QVERIFY(text.contains(QStringLiteral("encoder2675684")));
        QVERIFY(text.contains(QStringLiteral("%1/%1").arg(*pages)));
    }

    void fontsAreEmbeddedAndTheTitleIsSet()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdffonts")).isEmpty()) {
            QSKIP("pdffonts is missing; the package poppler-utils has it");
        }
        report::Report report = sampleReport();
        report.title = "泵 7 轴承报告";
        QVERIFY(writePdf(report, path()));
        const QStringList lines =
            outputOf(QStringLiteral("pdffonts"), {path()}).trimmed().split(QLatin1Char('\n'));
        QVERIFY(lines.size() > 2);
        for (qsizetype i = 2; i < lines.size(); ++i) {
            // name, type, encoding, emb, sub, uni, object: emb is the sixth field from the right.
            const QStringList fields = lines[i].simplified().split(QLatin1Char(' '));
            QCOMPARE(fields.value(fields.size() - 5), QStringLiteral("yes"));
        }
        const QString info = outputOf(QStringLiteral("pdfinfo"), {path()});
        QVERIFY2(info.contains(QString::fromStdString(report.title)), qPrintable(info));
        QVERIFY2(info.contains(QStringLiteral("A4")), qPrintable(info));
    }

    void itIsQuickAndSmall()
    {
        const report::Report report = sampleReport();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(writePdf(report, path()));
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(QFileInfo(path()).size() < 600'000,
                 qPrintable(QString::number(QFileInfo(path()).size())));
    }

    void theSameReportGivesTheSameBytes()
    {
        const report::Report report = sampleReport();
        QVERIFY(writePdf(report, path()));
        const QByteArray first = contentOf(path());
        // A second later the clock, were it used, would show.
        QTRY_VERIFY_WITH_TIMEOUT(m_clock.elapsed() > 1100, 3000);
        QVERIFY(writePdf(report, path()));
        QVERIFY(!first.isEmpty());
        QVERIFY(contentOf(path()) == first);
    }

    void theDateIsTheReports()
    {
        const QByteArray pdf = "<< /CreationDate (D:20190102030405+01'00')\n>>";
        QCOMPARE(ui::print::withDate(pdf, "2026-11-23"),
                 QByteArray("<< /CreationDate (D:20261123000000+00'00')\n>>"));
        // With the clock at universal time Qt writes one letter for the zone. The date was a byte
        // short then, and every position in the file's table off by one.
        const QByteArray universal = "<< /CreationDate (D:20190102030405Z)\n>>";
        QCOMPARE(ui::print::withDate(universal, "2026-11-23"),
                 QByteArray("<< /CreationDate (D:20261123000000Z)\n>>"));
        QCOMPARE(ui::print::withDate(pdf, "soon").size(), pdf.size());
        QVERIFY(!ui::print::withDate(pdf, "soon").contains("2019"));
    }

    void everySectionHasABookmark()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftohtml")).isEmpty()) {
            QSKIP("pdftohtml is missing; the package poppler-utils has it");
        }
        const report::Report report = sampleReport();
        QVERIFY(writePdf(report, path()));
        QProcess process;
        process.start(
            QStringLiteral("pdftohtml"),
            {QStringLiteral("-xml"), QStringLiteral("-i"), QStringLiteral("-stdout"), path()});
        process.waitForFinished();
        QCOMPARE(process.readAllStandardError(), QByteArray()); // its tables are sound
        const QString xml = QString::fromUtf8(process.readAllStandardOutput());
        const QString outline = xml.mid(xml.indexOf(QLatin1String("<outline>")));
        for (const report::Section& section : report.sections) {
            QVERIFY2(outline.contains(QString::fromStdString(section.heading)),
                     section.heading.c_str());
        }
    }

    void chineseIsFoundAgainAndEmbedded()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) {
            QSKIP("pdftotext is missing; the package poppler-utils has it");
        }
        report::Findings findings = report::sample::findings(report::sample::healthyAndFaulty());
        findings.words = report::Words(report::Language::Chinese);
        findings.choices.language = report::Language::Chinese;
        findings.choices.paper = report::Paper::Letter;
        const report::Report report = report::describe(findings);
        QVERIFY(writePdf(report, path()));
        const QString text =
            flowing(outputOf(QStringLiteral("pdftotext"), {path(), QStringLiteral("-")}));
        QVERIFY2(text.contains(flowing(report.verdict)), qPrintable(text));
        for (const report::Section& section : report.sections) {
            QVERIFY2(text.contains(flowing(section.heading)), section.heading.c_str());
        }
        // A radical in a letter's place looks the same and is never found: "未⻅" for "未见".
        QString said = QString::fromStdString(report::toJsonText(report));
        for (const report::Wording& word : report::wordings(report::Language::Chinese)) {
            said += QString::fromUtf8(word.text.data(), static_cast<qsizetype>(word.text.size()));
        }
        for (const QChar letter : text) {
            if (letter.unicode() >= 0x2E80 && letter.unicode() <= 0xFAFF) {
                QVERIFY2(said.contains(letter), qPrintable(QString(letter)));
            }
        }
        const QString info = outputOf(QStringLiteral("pdfinfo"), {path()});
        QVERIFY2(info.contains(QStringLiteral("(letter)")), qPrintable(info));
    }

    void companyAndLogoAreOnPageOne()
    {
        report::Report report = sampleReport();
        const QImage without = ui::renderPages(report, 40).front();
        report.company = "Mill & Co";
        report.logo =
            report::Picture{"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>"
                            "<rect width='40' height='20' fill='#ff0000'/></svg>",
                            "image/svg+xml"};
        const QImage with = ui::renderPages(report, 40).front();
        int red = 0;
        for (int y = 0; y < with.height() / 5; ++y) {
            for (int x = with.width() / 2; x < with.width(); ++x) {
                red += with.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
            }
        }
        QVERIFY(red > 100);
        QVERIFY(with != without);
    }

    void thePreviewShowsTheSamePages()
    {
        const report::Report report = sampleReport();
        const Result<int> pages = writePdf(report, path());
        const std::vector<QImage> images = ui::renderPages(report, 40);
        QVERIFY(pages);
        QCOMPARE(static_cast<int>(images.size()), *pages);
        for (const QImage& image : images) {
            QCOMPARE(image.size(), QSize(331, 468));
            QVERIFY(inkShare(image) > 0.005);
        }
    }

    void nothingLeavesThePage()
    {
        report::Report report = sampleReport();
        report.title = std::string(300, 'W');
        report.cards[0].value = std::string(80, '8');
        report.sections[0].blocks.push_back(
            report::Table{{}, {std::string(200, 'H'), "b"}, {{std::string(900, 'x'), "1"}}, {}});
        for (const QImage& image : ui::renderPages(report, 60)) {
            const QRect margins = image.rect().adjusted(30, 25, -30, -20);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (!margins.contains(x, y)) {
                        QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
                    }
                }
            }
        }
    }

    void anEmptyReportIsOnePage()
    {
        report::Report report;
        report.title = "Empty";
        QCOMPARE(writePdf(report, path()).value_or(0), 1);
    }

    void unknownNumbersAreNotPainted()
    {
        report::Report report = sampleReport();
        const double nan = std::numeric_limits<double>::quiet_NaN();
        report.picture->series[0].y.assign(report.picture->series[0].y.size(), nan);
        report.picture->marks.push_back({true, nan, "nowhere", "threshold"});
        QVERIFY(writePdf(report, path()));
        if (!QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) {
            const QString text =
                outputOf(QStringLiteral("pdftotext"), {path(), QStringLiteral("-")});
            QVERIFY(!text.contains(QRegularExpression(QStringLiteral("\\b(nan|inf)\\b"))));
        }
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        const Result<int> pages =
            writePdf(sampleReport(), m_folder.filePath(QStringLiteral("no/r.pdf")));
        QVERIFY(!pages);
        QCOMPARE(pages.error().code, ErrorCode::WriteFailed);
    }

private:
    static Result<int> writePdf(const report::Report& report, const QString& path)
    {
        return ui::writePdf(report, path);
    }

    static double inkShare(const QImage& image)
    {
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                inked += image.pixelColor(x, y).lightness() < 200 ? 1 : 0;
            }
        }
        return static_cast<double>(inked) / (image.width() * image.height());
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("report.pdf")); }

    QTemporaryDir m_folder;
    QElapsedTimer m_clock = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
};

QTEST_MAIN(ReportPainterTest)
#include "tst_report_painter.moc"
