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

const nlohmann::json& cases()
{
    static const nlohmann::json json = [] {
        std::ifstream file{SPALL_SOURCE_DIR "/tests/data/oracle/nn.json"};
        return nlohmann::json::parse(file).at("modules");
    }();
    return json;
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
    void upsamplingIsATransposedConvolution();
    void parameterCountsAreThePublishedOnes();
    void anyLengthComesBackAsItWas_data();
    void anyLengthComesBackAsItWas();
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

void ModulesTest::parameterCountsAreThePublishedOnes()
{
    const auto counts = oracle::parameterCounts("article");
    QCOMPARE(counts.encoder, std::int64_t{2675684});
    QCOMPARE(counts.generator, std::int64_t{4278657});
    QCOMPARE(counts.signalCritic, std::int64_t{595201});
}

void ModulesTest::anyLengthComesBackAsItWas_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<int>("length");
    for (const QString& preset : {QStringLiteral("spall"), QStringLiteral("article-conv")}) {
        for (const int length : {64, 65, 1000, 2047, 2048}) {
            QTest::newRow(qPrintable(QString("%1 %2").arg(preset).arg(length))) << preset << length;
        }
    }
}

void ModulesTest::anyLengthComesBackAsItWas()
{
    QFETCH(const QString, preset);
    QFETCH(const int, length);
    QVERIFY(oracle::keepsLength(preset.toStdString(), length));
}

QTEST_GUILESS_MAIN(ModulesTest)
#include "modules_test.moc"
