// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <fstream>

#include "module_oracle.h"

using namespace spall; // NOLINT: a test file

namespace {

// Single precision, sums of at most a few thousand terms of order one.
constexpr double kForward = 1e-5;
// A second derivative goes through twice as many products.
constexpr double kGradient = 1e-4;

const nlohmann::json& reference()
{
    static const nlohmann::json json = [] {
        std::ifstream file{SPALL_SOURCE_DIR "/tests/data/oracle/nn.json"};
        return nlohmann::json::parse(file);
    }();
    return json;
}

const nlohmann::json& cases()
{
    return reference().at("modules");
}

void addCases(const std::string& part)
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases().size(); ++i) {
        if (part.empty() || cases()[i].contains(part)) {
            QTest::newRow(cases()[i].at("name").get<std::string>().c_str()) << static_cast<int>(i);
        }
    }
}

} // namespace

class ModulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void forwardIsPyTorchs_data() { addCases({}); }
    void forwardIsPyTorchs();
    void gradientPenaltyIsPyTorchs_data() { addCases("penalty"); }
    void gradientPenaltyIsPyTorchs();
    void backwardIsPyTorchs_data() { addCases("gradients"); }
    void backwardIsPyTorchs();
    void theSpectralErrorIsThatOfStft();
    void upsamplingIsATransposedConvolution();
    void theLstmIsTheLibrarys_data();
    void theLstmIsTheLibrarys();
    void recomputedAttentionIsAttention_data();
    void recomputedAttentionIsAttention();
    void droppedWeightsAreTheSameInEveryPass();
    void parameterCountsAreThePublishedOnes();
    void anyShapeComesBackAsItWas_data();
    void anyShapeComesBackAsItWas();
};

void ModulesTest::forwardIsPyTorchs()
{
    QFETCH(const int, index);
    const double difference = oracle::forwardDifference(cases()[static_cast<std::size_t>(index)]);
    QVERIFY2(difference <= kForward, qPrintable(QString::number(difference)));
}

void ModulesTest::gradientPenaltyIsPyTorchs()
{
    QFETCH(const int, index);
    const auto difference = oracle::penaltyDifference(cases()[static_cast<std::size_t>(index)]);
    QVERIFY2(difference.value <= kForward, qPrintable(QString::number(difference.value)));
    QVERIFY2(difference.norm <= kForward, qPrintable(QString::number(difference.norm)));
    QVERIFY2(difference.gradient <= kGradient, qPrintable(QString::number(difference.gradient)));
}

void ModulesTest::upsamplingIsATransposedConvolution()
{
    for (const std::int64_t length : {1, 2, 7, 32}) {
        QVERIFY(oracle::upsamplingDifference(length) <= kForward);
    }
}

void ModulesTest::backwardIsPyTorchs()
{
    QFETCH(const int, index);
    const double difference = oracle::backwardDifference(cases()[static_cast<std::size_t>(index)]);
    QVERIFY2(difference <= kForward, qPrintable(QString::number(difference)));
}

void ModulesTest::theSpectralErrorIsThatOfStft()
{
    const auto difference = oracle::spectralDifference(reference().at("spectral"));
    QVERIFY2(difference.value <= kForward, qPrintable(QString::number(difference.value)));
    QVERIFY2(difference.gradient <= kForward, qPrintable(QString::number(difference.gradient)));
}

void ModulesTest::theLstmIsTheLibrarys_data()
{
    QTest::addColumn<int>("windows");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("units");
    QTest::newRow("one of each") << 1 << 1 << 1;
    QTest::newRow("less than a block") << 3 << 7 << 5;
    QTest::newRow("a block and some") << 19 << 33 << 20;
}

void ModulesTest::theLstmIsTheLibrarys()
{
    QFETCH(const int, windows);
    QFETCH(const int, steps);
    QFETCH(const int, units);
    const double difference = oracle::lstmDifference(windows, steps, units);
    QVERIFY2(difference <= kForward, qPrintable(QString::number(difference)));
}

void ModulesTest::recomputedAttentionIsAttention_data()
{
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("depth");
    QTest::newRow("one token") << 1 << 1;
    QTest::newRow("less than a block") << 5 << 3;
    QTest::newRow("whole blocks") << 64 << 16;
    QTest::newRow("odd") << 301 << 8;
}

void ModulesTest::recomputedAttentionIsAttention()
{
    QFETCH(const int, tokens);
    QFETCH(const int, depth);
    for (const double difference : oracle::attentionDifferences(tokens, depth)) {
        QVERIFY2(difference <= kForward, qPrintable(QString::number(difference)));
    }
}

void ModulesTest::droppedWeightsAreTheSameInEveryPass()
{
    auto differences = oracle::droppedAttentionDifferences();
    QVERIFY(differences.front() < 0.06); // 882 weights: four deviations of the dropped share
    differences.erase(differences.begin());
    for (const double difference : differences) {
        QVERIFY2(difference <= kForward, qPrintable(QString::number(difference)));
    }
}

void ModulesTest::parameterCountsAreThePublishedOnes()
{
    const auto article = oracle::parameterCounts("article", 2048);
    QCOMPARE(article.encoder, std::int64_t{2675684});
    QCOMPARE(article.generator, std::int64_t{4278657});
    QCOMPARE(article.signalCritic, std::int64_t{595201});
    const auto tadgan = oracle::parameterCounts("tadgan", 100);
    QCOMPARE(tadgan.encoder, std::int64_t{481620});
    QCOMPARE(tadgan.generator, std::int64_t{133787});
    QCOMPARE(tadgan.signalCritic, std::int64_t{67393});
    QCOMPARE(tadgan.latentCritic, std::int64_t{861});
}

void ModulesTest::anyShapeComesBackAsItWas_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("length");
    const auto add = [](const char* preset, int channels, int length) {
        QTest::newRow(qPrintable(QString("%1 %2x%3").arg(preset).arg(channels).arg(length)))
            << QString(preset) << channels << length;
    };
    for (const char* preset : {"spall", "article-conv", "tadgan", "article"}) {
        for (const int length : {64, 65, 1000, 2047}) {
            add(preset, 1, length);
        }
    }
    for (const char* preset : {"article-conv", "tadgan", "article"}) {
        for (int channels = 2; channels <= 8; ++channels) {
            add(preset, channels, 65);
        }
    }
}

void ModulesTest::anyShapeComesBackAsItWas()
{
    QFETCH(const QString, preset);
    QFETCH(const int, channels);
    QFETCH(const int, length);
    QVERIFY(oracle::keepsShape(preset.toStdString(), channels, length));
}

QTEST_GUILESS_MAIN(ModulesTest)
#include "modules_test.moc"
