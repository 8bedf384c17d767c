// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"
#include "core/report/sections.h"
#include "tests/core/report/sample_findings.h"

#include <QTest>

#include <algorithm>

using namespace spall;
using namespace spall::report;
using pipeline::Role;
using sample::Wanted;

namespace {

QString plain(const std::string& text)
{
    return QString::fromStdString(text).replace(QChar(0x00A0), QLatin1Char(' '));
}

Wanted unknown(double seconds, double meanScore)
{
    return {"pump7.wav", Role::Unknown, seconds, meanScore, 0.0, signal::Source::File};
}

const Table& tableTitled(const Section& section, const std::string& title)
{
    for (const Block& block : section.blocks) {
        const Table* table = std::get_if<Table>(&block);
        if (table != nullptr && table->title == title) {
            return *table;
        }
    }
    static const Table none;
    return none;
}

std::string factOf(const Section& section, const std::string& name)
{
    for (const Block& block : section.blocks) {
        const Table* table = std::get_if<Table>(&block);
        if (table == nullptr || table->kind != Table::Kind::Facts) {
            continue;
        }
        for (const auto& row : table->rows) {
            if (row[0] == name) {
                return row[1];
            }
        }
    }
    return {};
}

} // namespace

class SectionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theVerdictOnAnUnknownRecordingNamesItAndItsInterval()
    {
        const Findings findings = sample::findings({unknown(10.0, 7.0)});
        const evaluate::Rate& rate = findings.recordings[0].alarmed;
        const QString said = plain(verdict(findings));
        QVERIFY2(said.contains("pump7.wav departs from the healthy bearing"), qPrintable(said));
        QVERIFY2(said.contains(plain(intervalText(rate))), qPrintable(said));
        QVERIFY2(said.contains("a healthy bearing gives about 2.0 %"), qPrintable(said));
    }

    void aQuietRecordingIsNotCalledFaulty()
    {
        const QString said = plain(verdict(sample::findings({unknown(60.0, -1.5)})));
        QVERIFY2(said.startsWith("No sign of a fault in pump7.wav"), qPrintable(said));
        QVERIFY2(!said.contains("cannot rule"), qPrintable(said));
    }

    void fewQuietWindowsDoNotRuleAFaultOut()
    {
        const QString said = plain(verdict(sample::findings({unknown(0.3, -1.5)})));
        QVERIFY2(said.contains("cannot rule a fault out"), qPrintable(said));
    }

    void withoutAnythingToCompareWithNothingIsClaimed()
    {
        Findings findings = sample::findings({unknown(5.0, 7.0)});
        findings.decision.policy = {detect::PolicyKind::Manual, 2.0};
        const QString said = plain(verdict(findings));
        QVERIFY2(said.contains("is not known"), qPrintable(said));
        QVERIFY2(!said.contains("fault"), qPrintable(said));
    }

    void measuredFalseAlarmsReplaceALowerPromise()
    {
        Findings findings = sample::findings(sample::healthyAndFaulty());
        findings.evaluation.methods[0].metrics.falseAlarmRate = evaluate::wilson(30, 100);
        QCOMPARE(expectedShare(findings).value().value, 0.3);
        findings.evaluation.methods[0].metrics.falseAlarmRate = evaluate::wilson(0, 100);
        QCOMPARE(expectedShare(findings).value().value, 0.02);
        QCOMPARE(expectedShare(findings).value().most, 0.02);
    }

    /// One alarmed window of a healthy bearing "departed", because 0 of the few healthy windows
    /// was taken for a share of exactly 0.
    void fewHealthyWindowsPromiseNoMoreThanTheirInterval()
    {
        Findings findings = sample::findings({unknown(5.0, 7.0)});
        findings.decision.policy = {detect::PolicyKind::Manual, 2.0};
        findings.evaluation.methods[0].metrics.falseAlarmRate = evaluate::wilson(0, 20);
        findings.recordings[0].alarmed = evaluate::wilson(2, 100);
        QVERIFY(findings.recordings[0].alarmed.low > 0.0);
        const QString quiet = plain(verdict(findings));
        QVERIFY2(quiet.contains("No sign"), qPrintable(quiet));
        QVERIFY2(quiet.contains("at most 16"), qPrintable(quiet));
        findings.recordings[0].alarmed = evaluate::wilson(60, 100);
        const QString loud = plain(verdict(findings));
        QVERIFY2(loud.contains("departs"), qPrintable(loud));
    }

    void knownRolesGiveRecallAndFalseAlarms()
    {
        const Findings findings = sample::findings(sample::healthyAndFaulty());
        const evaluate::Metrics& metrics = findings.evaluation.methods[0].metrics;
        const QString said = plain(verdict(findings));
        QVERIFY2(said.contains(plain(percent(metrics.recall->value))), qPrintable(said));
        QVERIFY2(said.contains(plain(intervalText(*metrics.falseAlarmRate))), qPrintable(said));
    }

    void missingSidesAreSaidNotGuessed()
    {
        Findings findings = sample::findings({sample::healthyAndFaulty()[0]});
        QVERIFY(plain(verdict(findings)).contains("no faulty recording was given"));
        QCOMPARE(plain(keyNumbers(findings)[0].value), "not known");
        findings.evaluation.methods.clear();
        QVERIFY(plain(verdict(findings)).startsWith("Nothing could be judged"));
    }

    void learnedWindowsAreNotJudged()
    {
        const Findings findings = sample::findings(sample::healthyAndFaulty());
        const JudgedRecording& healthy = findings.recordings[0];
        const auto unseen =
            std::count(healthy.scored->learned.begin(), healthy.scored->learned.end(), char{0});
        QCOMPARE(healthy.alarmed.trials, static_cast<std::int64_t>(unseen));
        QVERIFY(unseen > 0 && unseen < static_cast<long>(healthy.scored->windows.size()));
    }

    void theModelSectionSaysSeedParametersAndWhatStoppedIt()
    {
        const Section section = modelSection(sample::findings(sample::healthyAndFaulty()));
        QCOMPARE(plain(factOf(section, "Seed")), "7");
        QVERIFY(plain(factOf(section, "Parameters")).contains("encoder 2 675 684"));
        QVERIFY(plain(factOf(section, "What stopped it")).contains("10 epochs"));
        const Table& learned = tableTitled(section, "What it learned from");
        QCOMPARE(learned.rows.at(0).back(), std::string(64, 'a'));
    }

    void recordingsCarryHashRateAndItsSource()
    {
        const Section section = provenanceSection(sample::findings(sample::healthyAndFaulty()));
        const Table& table = std::get<Table>(section.blocks[1]);
        QCOMPARE(plain(table.rows[0][4]), "12 000 Hz, stated in the file");
        QCOMPARE(plain(table.rows[1][4]), "12 000 Hz, guessed from shaft harmonics");
        QVERIFY(plain(table.rows[0][5]).startsWith("1797 rpm"));
        const Table& files = tableTitled(section, "Files");
        QCOMPARE(files.rows[0][2], std::string(64, 'a'));
        QCOMPARE(files.rows[0][0], std::string("records/normal_0_97.mat"));
    }

    void everyMethodHasARowWithIntervals()
    {
        const Findings findings = sample::findings(sample::healthyAndFaulty());
        const Section section = methodsSection(findings);
        const Table& table = std::get<Table>(section.blocks.back());
        QCOMPARE(table.rows.size(), findings.evaluation.methods.size());
        QCOMPARE(table.rows[0][0], std::string("Spall (this model)"));
        QCOMPARE(table.rows[2][1], rateText(findings.evaluation.methods[2].metrics.recall));
    }

    void alarmsAreListedAndCappedWithASentence()
    {
        Findings findings = sample::findings(sample::healthyAndFaulty());
        findings.recordings[1].decision.events.assign(500, {{0, 2048}, 0, 1, 9.0, 0});
        const Section section = alarmsSection(findings);
        QCOMPARE(std::get<Table>(section.blocks[1]).rows.size(), std::size_t{120});
        QVERIFY(plain(std::get<Paragraph>(section.blocks[2]).text).contains("more rows"));
    }

    void eachPicturedAlarmHasWaveformEnvelopeAndReading()
    {
        const Findings findings = sample::findings(sample::healthyAndFaulty());
        const Section section = alarmsSection(findings);
        std::size_t rows = 0;
        for (const Block& block : section.blocks) {
            if (const auto* row = std::get_if<FigureRow>(&block)) {
                ++rows;
                QCOMPARE(row->figures.size(), std::size_t{2});
                QCOMPARE(row->figures[0].series[0].y.size(), std::size_t{2048});
                QVERIFY(plain(row->caption).contains("Score"));
            }
        }
        QCOMPARE(rows,
                 findings.recordings[0].pictured.size() + findings.recordings[1].pictured.size());
        QVERIFY(rows > 0);
    }

    /// The card counted the signal that was learned from as judged.
    void onlyJudgedSignalIsCounted()
    {
        const Findings findings =
            sample::findings({{"a.wav", Role::Unknown, 20.0, 7.0, 0.5, signal::Source::File}});
        const auto cards = keyNumbers(findings);
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const Card& one) {
            return one.name == findings.words(Phrase::CardWindows);
        });
        QVERIFY(card != cards.end());
        QVERIFY2(plain(card->note).startsWith("10."), card->note.c_str());
    }

    /// A reader warns of its guess, and the report said it in its own words beside it.
    void aGuessIsToldOnce()
    {
        Findings findings = sample::findings(sample::healthyAndFaulty());
        auto scored = std::make_shared<pipeline::ScoredRecording>(*findings.recordings[1].scored);
        auto recording = std::make_shared<signal::Recording>(*scored->recording);
        recording->warnings = {
            "The sampling rate of 12000 Hz is a guess: " + recording->rate.reason + "."};
        scored->recording = recording;
        findings.recordings[1].scored = scored;
        int told = 0;
        for (const Block& block : provenanceSection(findings).blocks) {
            const auto* paragraph = std::get_if<Paragraph>(&block);
            told += paragraph != nullptr && plain(paragraph->text).contains("is a guess") ? 1 : 0;
        }
        QCOMPARE(told, 1);
    }

    /// A curve through one point is an empty frame.
    void oneEpochHasNoCurve()
    {
        Findings findings = sample::findings(sample::healthyAndFaulty());
        const auto figures = [](const Section& section) {
            return std::count_if(
                section.blocks.begin(), section.blocks.end(), [](const Block& one) {
                    return std::holds_alternative<Figure>(one);
                });
        };
        QCOMPARE(figures(modelSection(findings)), 2L);
        auto model = std::make_shared<pipeline::Model>(*findings.model);
        model->history.epochs.resize(1);
        findings.model = model;
        QCOMPARE(figures(modelSection(findings)), 0L);
    }

    void pageOneNamesMachineRecordingBearingFaultAndDate()
    {
        Findings findings = sample::findings({unknown(10.0, 7.0)});
        findings.choices.machine = "Pump 7, drive end";
        findings.bearing = "SKF 6205";
        const Table facts = pageOneFacts(findings);
        QCOMPARE(facts.rows[0][1], findings.choices.machine);
        QVERIFY(plain(facts.rows[1][1]).startsWith("pump7.wav, 10.0 s"));
        QCOMPARE(facts.rows[2][1], findings.bearing);
        QVERIFY(plain(facts.rows[3][1]).startsWith("pump7.wav: "));
        QCOMPARE(facts.rows[4][1], findings.date);
    }

    void aFleetIsComparedOnPageOne()
    {
        std::vector<Wanted> wanted;
        for (int i = 0; i < 7; ++i) {
            wanted.push_back(unknown(10.0, i < 2 ? 7.0 : -1.5));
            wanted.back().path = "pump" + std::to_string(i) + ".wav";
        }
        const Report report = describe(sample::findings(wanted));
        QVERIFY(plain(report.verdict).startsWith("2 of 7 recordings depart"));
        QVERIFY(report.summary.has_value());
        QCOMPARE(report.summary->rows.size(), std::size_t{7});
        QVERIFY(report.summary->rows[0][1] == "pump0.wav" ||
                report.summary->rows[0][1] == "pump1.wav");
        QCOMPARE(plain(report.cards[0].value), "2 of 7");
        QVERIFY(!describe(sample::findings({unknown(5.0, 0.0)})).summary.has_value());
    }

    void theThresholdCurveMeetsTheNumbersAtTheThreshold()
    {
        const Findings findings = sample::findings(sample::healthyAndFaulty());
        const Section section = thresholdSection(findings);
        const Figure& curve = std::get<Figure>(section.blocks[1]);
        QCOMPARE(curve.series.size(), std::size_t{3}); // F1, false alarms, recall
        const Series& recall = curve.series[2];
        const auto at = std::lower_bound(recall.x.begin(), recall.x.end(), 2.0) - recall.x.begin();
        const double wanted = 100.0 * findings.evaluation.methods[0].metrics.recall->value;
        QVERIFY(std::abs(recall.y[static_cast<std::size_t>(at)] - wanted) < 1.0);
        QVERIFY(std::is_sorted(recall.y.rbegin(), recall.y.rend()));
    }

    void limitsAreSaidOnce()
    {
        Findings findings = sample::findings({unknown(5.0, 0.0)});
        findings.evaluation.limits.push_back(findings.evaluation.limits.front());
        const std::vector<std::string> all = limits(findings);
        QCOMPARE(std::count(all.begin(), all.end(), all.front()), 1L);
        QVERIFY(std::count(all.begin(), all.end(), findings.words(Phrase::ExtrapolatedThreshold)) ==
                1);
        QVERIFY(std::count(all.begin(), all.end(), findings.words(Phrase::NoFaultyRecordings)) ==
                1);
    }

    void channelsOfOneFileAreToldApart()
    {
        Findings findings = sample::findings({unknown(1.0, 0.0), unknown(1.0, 0.0)});
        QCOMPARE(nameOf(findings, 0), std::string("pump7.wav DE_time"));
        findings.recordings.pop_back();
        QCOMPARE(nameOf(findings, 0), std::string("pump7.wav"));
    }

    void theMostAlarmedUnknownRecordingIsThePicture()
    {
        std::vector<Wanted> wanted = sample::healthyAndFaulty();
        QCOMPARE(mostTelling(sample::findings(wanted)), 1);
        wanted.push_back(unknown(5.0, 0.0));
        wanted.push_back(unknown(5.0, 3.5));
        QCOMPARE(mostTelling(sample::findings(wanted)), 3);
        QCOMPARE(mostTelling(sample::findings({})), -1);
    }
};

QTEST_GUILESS_MAIN(SectionsTest)
#include "sections_test.moc"
