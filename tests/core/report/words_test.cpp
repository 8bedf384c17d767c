// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/threshold.h"
#include "core/nn/preset.h"
#include "core/pipeline/verdict.h"
#include "core/report/report_json.h"
#include "core/report/sentences.h"
#include "core/report/sentences_table.h"
#include "core/report/terms.h"
#include "core/score/plain_methods.h"
#include "tests/core/report/sample_findings.h"

#include <QDirIterator>
#include <QFile>
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
        "Transformer|spall|band|MAT|[\\w/]+\\.(mat|wav)|a{64}|min"));
    QString left = QString::fromStdString(text);
    left.remove(names);
    return left.contains(QRegularExpression(QStringLiteral("[A-Za-z]{3,}")));
}

/// Every text of a JSON tree under its place; numbers and the names of keys are no texts.
void collectTexts(const nlohmann::json& node, const std::string& place, QMap<QString, QString>& out)
{
    if (node.is_string()) {
        out[QString::fromStdString(place)] = QString::fromStdString(node.get<std::string>());
    } else if (node.is_object()) {
        for (const auto& [key, child] : node.items()) {
            if (key != "style" && key != "axis" && key != "date" && key != "program") {
                collectTexts(child, place + "/" + key, out);
            }
        }
    } else if (node.is_array()) {
        for (std::size_t i = 0; i < node.size(); ++i) {
            collectTexts(node[i], place + "/" + std::to_string(i), out);
        }
    }
}

/// The sources of core but for the report, literals that stand beside each other joined, and what
/// changes in them written as "{}".
QString sourcesOfCore(const QString& room = {})
{
    QString text;
    QDirIterator files(QStringLiteral(SPALL_SOURCE_DIR "/core/") + room,
                       {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                       QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.fileName().contains(QLatin1String("/core/report/")) &&
            file.open(QIODevice::ReadOnly)) {
            text += QString::fromUtf8(file.readAll());
        }
    }
    static const QRegularExpression seam(QStringLiteral("(?<!\\\\)\"\\s*\\n\\s*\""));
    static const QRegularExpression hole(QStringLiteral("\\{:[^{}\"]*\\}"));
    return text.remove(seam).replace(hole, QStringLiteral("{}"));
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

    // Report, window and verdict each had names of their own for the methods: "PCA residual",
    // "PCA(100) residual"; "log spectrum distance", "Mahalanobis, spectrum".
    void everyMethodHasOneTitle()
    {
        const Words chinese(Language::Chinese);
        auto names = score::plainMethodNames();
        names.insert(names.end(), {"spall", "spall.rec", "spall.critic", "untrained"});
        for (const std::string& name : names) {
            const std::string title = score::methodTitle(name);
            QVERIFY2(title != name || name == "kurtosis", name.c_str());
            QCOMPARE(methodName(Words(), name), title);
            QVERIFY2(!hasEnglish(methodName(chinese, name)), name.c_str());
            if (score::isRival(name)) {
                const auto said =
                    pipeline::verdictOf(std::vector<pipeline::Comparison>{{"spall", {0.0}, {9.0}},
                                                                          {name, {0.0}, {9.0}}},
                                        1.0,
                                        Seed{1});
                QVERIFY2(said.find("the " + title) != std::string::npos, said.c_str());
                QVERIFY2(!hasEnglish(sentenceIn(chinese, said)), said.c_str());
            }
        }
        QCOMPARE(methodName(chinese, "mine"), std::string("mine"));
    }

    /// Sentences of the critic's trial, of the watchdog and of seven readers had been reworded, and
    /// stood in English in the middle of a Chinese report.
    void whatIsTranslatedIsStillSaid()
    {
        constexpr int kTelling = 6; // letters; less stands everywhere
        const QString core = sourcesOfCore();
        QVERIFY(core.size() > 100000);
        const auto whole = wholeSentences();
        const auto errors = errorSentences();
        const auto pieces = sentencePieces();
        std::vector<Sentence> all(whole.begin(), whole.end());
        all.insert(all.end(), errors.begin(), errors.end());
        all.insert(all.end(), pieces.begin(), pieces.end());
        for (const Sentence& sentence : all) {
            const QString said = QString::fromUtf8(sentence.said.data(),
                                                   static_cast<qsizetype>(sentence.said.size()));
            for (const QString& part : said.split(QStringLiteral("{}"))) {
                QVERIFY2(part.size() < kTelling || core.contains(part), qPrintable(said));
            }
            QCOMPARE(
                QByteArray(sentence.chinese.data(), static_cast<qsizetype>(sentence.chinese.size()))
                    .count("{}"),
                said.count(QStringLiteral("{}")));
        }
    }

    void everyWarningAndNoteIsTranslated()
    {
        static const QRegularExpression place(
            QStringLiteral("(?:warnings|notes|limits|sentences)\\.(?:push|emplace)_back\\(([^;]*);|"
                           "\\.warning = ([^;]*);|findTrouble\\(const [^}]*\\{([^}]*)\\}"));
        static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
        const Words chinese(Language::Chinese);
        int looked = 0;
        auto matches = place.globalMatch(sourcesOfCore());
        while (matches.hasNext()) {
            auto texts = literal.globalMatch(matches.next().captured(0));
            while (texts.hasNext()) {
                QString text = texts.next().captured(1);
                if (text.count(QLatin1Char(' ')) < 3 || text.startsWith(QLatin1String("it "))) {
                    continue; // a piece of a sentence
                }
                text.replace(QStringLiteral("{}"), QStringLiteral("7"));
                ++looked;
                QVERIFY2(sentenceIn(chinese, text.toStdString()) != text.toStdString(),
                         qPrintable(text));
            }
        }
        QVERIFY2(looked > 20, qPrintable(QString::number(looked)));
    }

    /// The window told in English what was wrong with a file.
    void everyErrorOfAReaderIsTranslated()
    {
        static const QRegularExpression place(
            QStringLiteral("(?:fail|Error)[({]\\s*ErrorCode::\\w+,([^;]*);"));
        static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
        const Words chinese(Language::Chinese);
        int looked = 0;
        auto matches = place.globalMatch(sourcesOfCore(QStringLiteral("io")));
        while (matches.hasNext()) {
            auto texts = literal.globalMatch(matches.next().captured(1));
            while (texts.hasNext()) {
                QString text = texts.next().captured(1);
                if (text.count(QLatin1Char(' ')) < 3) {
                    continue; // a piece of a sentence, or a name
                }
                text += text.endsWith(QLatin1Char(' ')) ? QStringLiteral("7") : QString();
                text.replace(QStringLiteral("{}"), QStringLiteral("7"));
                ++looked;
                QVERIFY2(sentenceIn(chinese, text.toStdString()) != text.toStdString(),
                         qPrintable(text));
            }
        }
        QVERIFY2(looked > 50, qPrintable(QString::number(looked)));
    }

    void whatStandsInASentenceIsTranslatedToo()
    {
        const Words chinese(Language::Chinese);
        const auto inChinese = [&](const char* text) {
            return QString::fromStdString(sentenceIn(chinese, text));
        };
        QCOMPARE(
            inChinese("The file disagrees with itself: the file states fs = 12000, but column 1 "
                      "rises by 0.0001 s a row."),
            QStringLiteral("文件自相矛盾：文件注明 fs = 12000，但第 1 列 每行递增 0.0001 s。"));
        for (
            const char* text :
            {"The sampling rate of 48000 Hz is a guess: there the harmonics of 1797 rpm fall on "
             "lines of the spectrum and the hum of 60 Hz mains stands at multiples of 120 Hz (with "
             "50 Hz mains it would be 40000 Hz); this contradicts a name: the layout is that of "
             "the MFPT fault set, published at 48828 Hz.",
             "the training went astray 3 times, at last so: A critic's values ran away for the 3rd "
             "time.",
             "Started anew, because the checkpoint cannot be gone on from: it belongs to another "
             "training.",
             "The last line (17) is incomplete and was left out: one column where the rows before "
             "have 2.",
             "2.5 false events an hour, extrapolated from the tail of 300 healthy windows over 60 "
             "s"}) {
            QString left = inChinese(text);
            left.remove(QRegularExpression(QStringLiteral("MFPT|rpm")));
            QVERIFY2(!hasEnglish(left.toStdString()), qPrintable(left));
        }
    }

    /// What other rooms say is said in their own words here, so that a word of theirs that nobody
    /// translates is found.
    void aChineseReportIsChinese()
    {
        Findings findings = sample::findings(sample::healthyAndFaulty());
        findings.words = Words(Language::Chinese);
        findings.choices.language = Language::Chinese;
        auto model = std::make_shared<pipeline::Model>(*findings.model);
        model->weights.preset = {
            {"1", nn::findPreset("spall")->summary}}; // keys are the same everywhere
        model->history.notes = {
            "A loss was no longer a number; went back to the end of epoch 3 with "
            "50 % of the learning rates."};
        findings.model = model;
        auto scored = std::make_shared<pipeline::ScoredRecording>(*findings.recordings[1].scored);
        auto recording = std::make_shared<signal::Recording>(*scored->recording);
        recording->warnings = {
            "The first column rises evenly and was taken for a counter, not a signal."};
        scored->recording = recording;
        findings.recordings[1].scored = scored;
        nlohmann::json document = nlohmann::json::parse(toJsonText(describe(findings)));
        document.erase("data"); // for programs, with names that are the same everywhere
        document.erase("language");
        document.erase("session");
        QMap<QString, QString> texts;
        collectTexts(document, "", texts);
        QVERIFY(texts.size() > 200);
        for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
            QVERIFY2(!hasEnglish(text.value().toStdString()),
                     qPrintable(text.key() + QStringLiteral(": ") + text.value()));
        }
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
