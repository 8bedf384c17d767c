// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"
#include "tests/core/report/sample_findings.h"

#include <QTest>

using namespace spall;
using namespace spall::report;

namespace {

/// The sample recordings as a user would hand them over, with a model whose healthy scores are
/// standard normal.
ReportInput sampleInput()
{
    const Findings findings = sample::findings(sample::healthyAndFaulty());
    auto model = std::make_shared<pipeline::Model>(*findings.model);
    model->settings.window = {2048, 512};
    RandomEngine engine = makeEngine(Seed{11});
    for (int i = 0; i < 400; ++i) {
        model->calibration.healthy.rec.push_back(0.8 * normal(engine));
        model->calibration.healthy.critic.push_back(0.0);
    }
    model->calibration.independentWindows = 100.0;
    model->calibration.duration = Seconds{17.0};
    ReportInput input;
    input.model = model;
    for (const JudgedRecording& judged : findings.recordings) {
        input.scored.push_back(judged.scored);
    }
    input.date = "2026-11-23";
    input.choices.title = "Pump 7";
    return input;
}

} // namespace

class ComposeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theReportAgreesWithTheWalk()
    {
        const ReportInput input = sampleInput();
        const auto threshold =
            pipeline::chooseThreshold(*input.model, input.decision, input.scored);
        const auto evaluation =
            pipeline::evaluate(*input.model, input.scored, input.labels, input.decision);
        const Result<Report> report = compose(input);
        QVERIFY(threshold && evaluation && report);
        QCOMPARE(report->title, input.choices.title);
        QCOMPARE(report->data.at("decision").at("threshold").get<double>(), threshold->value);
        const auto& recall = evaluation->methods[0].metrics.recall;
        QCOMPARE(report->data.at("methods").at(0).at("recall").at("value").get<double>(),
                 recall->value);
        QVERIFY(report->verdict.find(percent(recall->value)) != std::string::npos);
        QCOMPARE(report->data.at("recordings").at(0).at("alarmed").at("trials").get<std::int64_t>(),
                 evaluation->files[0].alarmed.trials);
    }

    void bestF1ReportsOnlyOnWindowsItWasNotChosenOn()
    {
        ReportInput input = sampleInput();
        const Result<Report> all = compose(input);
        input.decision.policy.kind = detect::PolicyKind::BestF1;
        const Result<Report> half = compose(input);
        QVERIFY(all && half);
        const auto trials = [](const Report& report) {
            return report.data.at("methods").at(0).at("recall").at("trials").get<std::int64_t>();
        };
        QVERIFY(trials(*half) > 0 && 2 * trials(*half) <= trials(*all) + 1);
        QVERIFY(half->data.at("roc").size() < all->data.at("roc").size());
    }

    void aFleetWithoutItsSamplesGivesTheSameNumbers()
    {
        const ReportInput input = sampleInput();
        const auto threshold =
            pipeline::chooseThreshold(*input.model, input.decision, input.scored);
        QVERIFY(threshold);
        std::vector<JudgedRecording> light;
        for (const pipeline::ScoredPtr& scored : input.scored) {
            light.push_back(withoutSamples(judge(
                scored, input.decision, threshold->value, {input.bearing, {}}, mostPictured(2))));
            QVERIFY(light.back().scored->recording->channels[0].samples.empty());
            QVERIFY(light.back().samples > 0);
        }
        const Result<Report> whole = compose(input);
        const Result<Report> fleet = composeJudged(input, *threshold, std::move(light));
        QVERIFY(whole && fleet);
        QCOMPARE(fleet->verdict, whole->verdict);
        QVERIFY(fleet->data == whole->data);
    }

    /// A speed stated in the window stayed there: the report said that it was not known, and named
    /// no fault family.
    void aStatedSpeedIsTheReportsToo()
    {
        ReportInput input = sampleInput();
        auto unsaid = std::make_shared<pipeline::ScoredRecording>(*input.scored.back());
        auto recording = std::make_shared<signal::Recording>(*unsaid->recording);
        recording->shaftSpeed.reset();
        unsaid->recording = recording;
        input.scored.back() = unsaid;
        input.bearing = signal::knownBearings().front();
        const auto stated = [&] {
            const Result<Report> report = compose(input);
            return report ? report->data.at("recordings").back().at("rpm") : nlohmann::json();
        };
        QVERIFY(stated().is_null());
        input.speeds = {std::nullopt, Rpm{1750.0}};
        QCOMPARE(stated().get<double>(), 1750.0);
        const Result<Report> report = compose(input);
        QVERIFY(report && report->session.recordings.back().speed);
    }

    /// A recording whose labels say nothing of its health was told to be learned from.
    void whatIsNotJudgedIsNotToldToBeLearned()
    {
        ReportInput input = sampleInput();
        auto unknown = std::make_shared<pipeline::ScoredRecording>(*input.scored.back());
        std::fill(unknown->learned.begin(), unknown->learned.end(), char{0});
        input.scored.back() = unknown;
        const std::string file = fileName(unknown->recording->provenance.path);
        input.labels = {{file, {0, 1'000'000'000}, "somebody knocked"}};
        const Result<Report> report = compose(input);
        QVERIFY(report);
        for (const Section& section : report->sections) {
            for (const Block& block : section.blocks) {
                if (const auto* said = std::get_if<Paragraph>(&block)) {
                    QVERIFY(said->text.find("was learned from") == std::string::npos);
                }
            }
        }
    }

    void nothingToReportOnIsSaid()
    {
        ReportInput input = sampleInput();
        input.scored.clear();
        const Result<Report> report = compose(input);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(ComposeTest)
#include "compose_test.moc"
