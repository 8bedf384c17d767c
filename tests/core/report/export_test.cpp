// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_csv.h"
#include "core/report/report_html.h"
#include "core/report/report_json.h"
#include "tests/core/report/sample_findings.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <limits>

using namespace spall;
using namespace spall::report;
using nlohmann::json;

namespace {

Findings withUnknownNumbers()
{
    Findings findings = sample::findings(sample::healthyAndFaulty());
    const double nan = std::numeric_limits<double>::quiet_NaN();
    auto model = std::make_shared<pipeline::Model>(*findings.model);
    model->history.epochs[0].heldBackCycle = nan;
    model->history.windowsPerSecond = nan;
    findings.model = model;
    findings.recordings[0].decision.scores[3] = nan;
    findings.threshold.value = nan;
    findings.evaluation.methods[1].auroc = nan;
    findings.evaluation.methods[0].metrics.falseAlarmsPerHour.reset();
    return findings;
}

bool saysNan(const std::string& text)
{
    const QString words = QString::fromStdString(text).toLower();
    return words.contains(QRegularExpression(QStringLiteral("\\b(nan|inf)\\b")));
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jsonHoldsWhatTheNumbersCameFrom()
    {
        const Findings findings = sample::findings(sample::healthyAndFaulty());
        const json document = json::parse(toJsonText(describe(findings)));
        const json& data = document.at("data");
        QCOMPARE(document.at("date").get<std::string>(), findings.date);
        QCOMPARE(data.at("model").at("seed").get<int>(), 7);
        QCOMPARE(data.at("model").at("parameters").at("E").get<int>(), 2675684);
        QCOMPARE(data.at("model").at("losses").size(), std::size_t{30});
        QCOMPARE(data.at("decision").at("threshold").get<double>(), 2.0);
        QCOMPARE(data.at("decision").at("policy").get<std::string>(), std::string("far:0.02"));
        QCOMPARE(data.at("methods").at(0).at("recall").at("value").get<double>(),
                 findings.evaluation.methods[0].metrics.recall->value);
        const json& faulty = data.at("recordings").at(1);
        QCOMPARE(faulty.at("sha256").get<std::string>(), std::string(64, 'a'));
        QCOMPARE(faulty.at("rate_source").get<std::string>(), std::string("shaft harmonics"));
        QCOMPARE(faulty.at("windows").at("score").get<std::vector<double>>(),
                 findings.recordings[1].decision.scores);
    }

    void theSameFindingsGiveTheSameBytes()
    {
        const auto made = [] {
            return describe(sample::findings(sample::healthyAndFaulty()));
        };
        QCOMPARE(toJsonText(made()), toJsonText(made()));
        QCOMPARE(toHtml(made()), toHtml(made()));
    }

    void nothingUnknownIsPrintedAsANumber()
    {
        const Report report = describe(withUnknownNumbers());
        QVERIFY(!saysNan(toHtml(report)));
        QVERIFY(!saysNan(scoresCsv(report)));
        QVERIFY(!saysNan(methodsCsv(report)));
        const json document = json::parse(toJsonText(report));
        QVERIFY(document.at("data").at("decision").at("threshold").is_null());
        QVERIFY(QString::fromStdString(toHtml(report)).contains("not known"));
    }

    void htmlIsWellFormedAndLoadsNothing()
    {
        Findings findings = sample::findings(sample::healthyAndFaulty());
        findings.choices.title = "Pump <7> & \"fan\"";
        QString html = QString::fromStdString(toHtml(describe(findings)));
        QVERIFY(!html.contains("http"));
        QVERIFY(!html.contains("Pump <7>"));
        // The head's meta tags are the only elements that HTML leaves open.
        html.remove(QRegularExpression(QStringLiteral("<meta[^>]*>|<!DOCTYPE html>")));
        QXmlStreamReader reader(html);
        int figures = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            figures += reader.isStartElement() && reader.name() == QLatin1String("svg") ? 1 : 0;
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(figures >= 7);
    }

    void theLogoIsInsideTheHtml()
    {
        Findings findings = sample::findings(sample::healthyAndFaulty());
        findings.choices.company = "Mill & Co";
        findings.choices.logo = Picture{std::string("\x89PNG\r\n\x1a\n", 8), "image/png"};
        const QString html = QString::fromStdString(toHtml(describe(findings)));
        QVERIFY(html.contains("Mill &amp; Co"));
        QVERIFY(html.contains("src=\"data:image/png;base64,iVBORw0KGgo=\""));
    }

    void pathsRolesDecisionAndLabelsCanBuildTheSessionAgain()
    {
        Findings findings = sample::findings(sample::healthyAndFaulty());
        findings.modelPath = "models/pump.spall";
        findings.labels = {{"IR007_0_105.mat", {0, 4096}, "faulty"}};
        const json data = json::parse(toJsonText(describe(findings))).at("data");
        QCOMPARE(data.at("model").at("path").get<std::string>(), findings.modelPath);
        QCOMPARE(data.at("labels").at(0).at("end").get<int>(), 4096);
        QCOMPARE(data.at("recordings").at(1).at("role").get<std::string>(), std::string("faulty"));
        QCOMPARE(data.at("recordings").at(1).at("channel_index").get<int>(), 0);
        for (const char* key :
             {"policy", "fusion", "lambda", "hysteresis", "smoothing_s", "dual"}) {
            QVERIFY2(data.at("decision").contains(key), key);
        }
    }

    void csvHasALineForEachWindowAndQuotesNames()
    {
        std::vector<sample::Wanted> wanted = sample::healthyAndFaulty();
        wanted[1].path = "records/a, \"b\".mat";
        const Findings findings = sample::findings(wanted);
        const QStringList lines =
            QString::fromStdString(scoresCsv(describe(findings))).trimmed().split('\n');
        const std::size_t windows = findings.recordings[0].scored->windows.size() +
                                    findings.recordings[1].scored->windows.size();
        QCOMPARE(lines.size(), static_cast<qsizetype>(windows) + 1);
        QVERIFY(lines.last().startsWith("\"records/a, \"\"b\"\".mat\","));
        QCOMPARE(lines[1].split(',').size(), qsizetype{8});
        QCOMPARE(lines[1].split(',')[5].toDouble(), findings.recordings[0].decision.scores[0]);
    }

    void bytesThatAreNoTextDoNotStopTheExport()
    {
        std::vector<sample::Wanted> wanted = sample::healthyAndFaulty();
        wanted[0].path = "records/\xff\xfe.mat";
        const Report report = describe(sample::findings(wanted));
        QVERIFY(json::accept(toJsonText(report)));
    }

    void dataIsWrittenIntoAFolderThatIsMade()
    {
        const QTemporaryDir folder;
        const auto target = std::filesystem::path(folder.path().toStdString()) / "new" / "data";
        QVERIFY(writeData(target, describe(sample::findings(sample::healthyAndFaulty()))));
        for (const char* name : {"report.json", "scores.csv", "alarms.csv", "methods.csv"}) {
            QVERIFY2(std::filesystem::file_size(target / name) > 50, name);
        }
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "file";
        QVERIFY(writeHtml(file, describe(sample::findings({}))));
        const Status written = writeData(file / "data", describe(sample::findings({})));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
