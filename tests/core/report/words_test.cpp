// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/threshold.h"
#include "core/pipeline/verdict.h"
#include "core/report/report_json.h"
#include "core/report/sentences.h"
#include "tests/core/report/sample_findings.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace spall;
using namespace spall::report;

namespace {

QSet<QString> holesOf(std::string_view text)
{
    QSet<QString> holes;
    static const QRegularExpression hole(QStringLiteral("\\{\\d\\}"));
    auto matches = hole.globalMatch(QString::fromUtf8(text.data(), static_cast<int>(text.size())));
    while (matches.hasNext()) {
        holes.insert(matches.next().captured());
    }
    return holes;
}

/// True when a text has a word of three or more Latin letters that no one would translate.
bool hasEnglish(const std::string& text)
{
    static const QRegularExpression names(QStringLiteral(
        "Spall|SHA-256|AUROC|AUPRC|VUS-PR|Wilson|JSON|BPFO|BPFI|BSF|FTF|RMS|PCA|ROC|rpm|DE_time|"
        "spall|band|MAT|[\\w/]+\\.(mat|wav)|a{64}|min"));
    QString left = QString::fromStdString(text);
    left.remove(names);
    return left.contains(QRegularExpression(QStringLiteral("[A-Za-z]{3,}")));
}

} // namespace

class WordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothTablesHoldEveryPhraseInOrder()
    {
        const auto english = wordings(Language::English);
        const auto chinese = wordings(Language::Chinese);
        QCOMPARE(english.size(), static_cast<std::size_t>(Phrase::Count));
        QCOMPARE(chinese.size(), english.size());
        for (std::size_t i = 0; i < english.size(); ++i) {
            QCOMPARE(static_cast<std::size_t>(english[i].phrase), i);
            QCOMPARE(static_cast<std::size_t>(chinese[i].phrase), i);
            QVERIFY(!english[i].text.empty() && !chinese[i].text.empty());
            QVERIFY2(holesOf(english[i].text) == holesOf(chinese[i].text),
                     std::string(english[i].text).c_str());
        }
    }

    void holesAreFilledInTheOrderOfTheirNumbers()
    {
        QCOMPARE(Words(Language::English)(Phrase::Of, {"2", "7"}), std::string("2 of 7"));
        QCOMPARE(Words(Language::English).windows(1), std::string("1 window"));
        QCOMPARE(Words(Language::English)(Phrase::Of, {"2"}), std::string("2 of "));
    }

    void languagesAndPapersAreNamedOrRefused()
    {
        QVERIFY(parseLanguage("zh") == Language::Chinese);
        QCOMPARE(parseLanguage("fr").error().code, ErrorCode::Usage);
        QVERIFY(parsePaper("letter") == Paper::Letter);
        QCOMPARE(parsePaper("a5").error().code, ErrorCode::Usage);
    }

    void sentencesOfOtherRoomsAreTranslated()
    {
        const Words chinese(Language::Chinese);
        std::vector<double> healthy;
        RandomEngine engine = makeEngine(Seed{3});
        for (int i = 0; i < 400; ++i) {
            healthy.push_back(normal(engine));
        }
        const auto threshold =
            detect::thresholdForFalseAlarmRate({healthy, 200.0, Seconds{60.0}}, 0.02);
        QVERIFY(threshold);
        std::vector<double> worse = healthy;
        for (double& score : worse) {
            score += 0.5;
        }
        const std::vector<pipeline::Comparison> methods{{"spall", healthy, worse},
                                                        {"band", healthy, healthy}};
        std::vector<std::string> said{threshold->source,
                                      pipeline::verdictOf(methods, 4.0, Seed{1}),
                                      "all 30 epochs are done",
                                      "The last line (17) is incomplete and was left out: x."};
        for (const std::string& sentence : said) {
            QVERIFY2(sentenceIn(chinese, sentence) != sentence, sentence.c_str());
            QCOMPARE(sentenceIn(Words(), sentence), sentence);
        }
        QCOMPARE(sentenceIn(chinese, "all 30 epochs are done"), std::string("30 轮全部完成"));
        QCOMPARE(sentenceIn(chinese, "nobody said this"), std::string("nobody said this"));
    }

    void aChineseReportIsChinese()
    {
        Findings findings = sample::findings(sample::healthyAndFaulty());
        findings.words = Words(Language::Chinese);
        findings.choices.language = Language::Chinese;
        auto model = std::make_shared<pipeline::Model>(*findings.model);
        model->weights.preset = nullptr; // keys of the preset are the same everywhere
        model->calibration.criticVerdict.clear();
        findings.model = model;
        findings.threshold.source = "set by hand";
        findings.evaluation.verdict =
            "No better and no worse than the best plain method, band (+0.001 area under the ROC "
            "curve, interval -0.010 to +0.012).";
        auto recording =
            std::make_shared<pipeline::ScoredRecording>(*findings.recordings[1].scored);
        auto named = std::make_shared<signal::Recording>(*recording->recording);
        named->rate.reason.clear();
        recording->recording = named;
        findings.recordings[1].scored = recording;
        const nlohmann::json document =
            nlohmann::json::parse(toJsonText(describe(findings))).at("sections");
        for (const auto& section : document) {
            for (const auto& block : section.at("blocks")) {
                if (block.contains("paragraph")) {
                    const auto text = block.at("paragraph").get<std::string>();
                    QVERIFY2(!hasEnglish(text), text.c_str());
                }
                if (block.contains("table")) {
                    for (const auto& head : block.at("table").at("heads")) {
                        QVERIFY2(!hasEnglish(head.get<std::string>()), head.dump().c_str());
                    }
                    for (const auto& row : block.at("table").at("rows")) {
                        for (const auto& cell : row) {
                            QVERIFY2(!hasEnglish(cell.get<std::string>()), cell.dump().c_str());
                        }
                    }
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
