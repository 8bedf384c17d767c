// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <fstream>
#include <utility>
#include <vector>

#include "step_oracle.h"

using namespace spall; // NOLINT: a test file

class StepsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneStepOfEachIsPyTorchs_data();
    void oneStepOfEachIsPyTorchs();
};

void StepsTest::oneStepOfEachIsPyTorchs_data()
{
    QTest::addColumn<int>("microBatch");
    QTest::newRow("whole batch") << 5;
    QTest::newRow("two at a time") << 2;
    QTest::newRow("one at a time") << 1;
}

void StepsTest::oneStepOfEachIsPyTorchs()
{
    QFETCH(const int, microBatch);
    std::ifstream file{SPALL_SOURCE_DIR "/tests/data/oracle/nn.json"};
    const auto difference =
        oracle::stepDifference(nlohmann::json::parse(file).at("steps"), microBatch);
    const std::vector<std::pair<const char*, double>> distances{
        {"critic losses", difference.criticLosses},
        {"critic gradients", difference.criticGradients},
        {"critic weights", difference.criticWeights},
        {"generator losses", difference.generatorLosses},
        {"generator gradients", difference.generatorGradients},
        {"generator weights", difference.generatorWeights}};
    QVERIFY(difference.reconstruction <= 1e-5);
    for (const auto& [what, distance] : distances) {
        QVERIFY2(distance <= 1e-4, qPrintable(QString("%1 are off by %2").arg(what).arg(distance)));
    }
}

QTEST_GUILESS_MAIN(StepsTest)
#include "steps_test.moc"
