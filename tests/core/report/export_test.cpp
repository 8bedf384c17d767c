// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_bytes.h"
#include "core/pipeline/session.h"
#include "core/report/report_csv.h"
#include "core/report/report_html.h"
#include "core/report/report_json.h"
#include "tests/core/report/sample_findings.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <array>
#include <filesystem>
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
    pipeline::Decision& decision = findings.recordings[0].decision;
    std::vector<double> scores = *decision.fused;
    scores[3] = nan;
    decision.fused = std::make_shared<const std::vector<double>>(std::move(scores));
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
                 *findings.recordings[1].decision.fused);
    }

    /// The JSON named recordings and model, but nothing could open it: everything had to be put
    /// together by hand again.
    void theSessionIsOpenedFromTheJson()
    {
        const QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        std::filesystem::create_directories(place / "records");
        for (const char* name : {"records/a.mat", "records/b.mat", "m.spall"}) {
            QVERIFY(writeFileAtomically(place / name, std::string(name)));
        }
        Findings findings = sample::findings(sample::healthyAndFaulty());
        const std::array names{"records/a.mat", "records/b.mat"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            auto scored =
                std::make_shared<pipeline::ScoredRecording>(*findings.recordings[i].scored);
            auto recording = std::make_shared<signal::Recording>(*scored->recording);
            recording->provenance.path = (place / names.at(i)).string();
            recording->provenance.sha256 = *sha256OfFile(place / names.at(i));
            recording->rate.source = i == 0 ? signal::Source::Argument : signal::Source::File;
            recording->shaftSpeed->source = recording->rate.source;
            scored->fileRate = Hertz{48000.0};
            scored->recording = recording;
            findings.recordings[i].scored = scored;
            findings.recordings[i].shaftSpeed = recording->shaftSpeed;
        }
        findings.modelPath = (place / "m.spall").string();
        findings.modelSha256 = *sha256OfFile(place / "m.spall");
        findings.bearing = "9,0.3126,1.537,0";
        findings.labels = {{"b.mat", {100, 2000}, "faulty"}};
        findings.decision.policy = {detect::PolicyKind::Manual, 3.25};
        findings.decision.lambda = 0.7;
        findings.decision.hysteresis = {3, 5};
        QVERIFY(writeJson(place / "report.json", describe(findings)));

        const auto session = pipeline::loadSession(place / "report.json");
        QVERIFY2(session, session ? "" : sentence(session.error()).c_str());
        QCOMPARE(session->recordings.size(), std::size_t{2});
        QCOMPARE(session->recordings[0].file.path, (place / "records/a.mat").string());
        QCOMPARE(session->recordings[0].file.sha256, *sha256OfFile(place / "records/a.mat"));
        QCOMPARE(session->recordings[0].channel, std::string("DE_time"));
        QCOMPARE(session->recordings[0].rate->value, 48000.0);
        QCOMPARE(session->recordings[0].speed->value, 1797.0);
        QVERIFY(!session->recordings[1].rate && !session->recordings[1].speed);
        QVERIFY(session->recordings[1].role == pipeline::Role::Faulty);
        QCOMPARE(session->model->sha256, findings.modelSha256);
        QCOMPARE(session->bearing, findings.bearing);
        QVERIFY(session->decision == findings.decision);
        QVERIFY(session->training == findings.model->settings);
        QCOMPARE(session->labels.size(), std::size_t{1});
        QVERIFY(session->labels[0].range == (SampleRange{100, 2000}));

        // Moved as a whole, everything is found again.
        const QTemporaryDir other;
        const auto moved = std::filesystem::path(other.path().toStdString()) / "moved";
        std::filesystem::rename(place, moved);
        const auto again = pipeline::loadSession(moved / "report.json");
        QVERIFY(again);
        QVERIFY(pipeline::whereIs(again->recordings[1].file, moved) == moved / "records/b.mat");
        QVERIFY(pipeline::whereIs(*again->model, moved) == moved / "m.spall");
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
        QCOMPARE(lines[1].split(',')[5].toDouble(), findings.recordings[0].decision.scores()[0]);
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
