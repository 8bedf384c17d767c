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
    QTest::addColumn<QString>("preset");
    QTest::addColumn<int>("microBatch");
    QTest::newRow("spall, whole batch") << "spall" << 5;
    QTest::newRow("spall, two at a time") << "spall" << 2;
    QTest::newRow("spall, one at a time") << "spall" << 1;
    QTest::newRow("tadgan, whole batch") << "tadgan" << 5;
    QTest::newRow("tadgan, two at a time") << "tadgan" << 2;
}

void StepsTest::oneStepOfEachIsPyTorchs()
{
    QFETCH(const QString, preset);
    QFETCH(const int, microBatch);
    std::ifstream file{SPALL_SOURCE_DIR "/tests/data/oracle/nn_steps.json"};
    const auto difference =
        oracle::stepDifference(nlohmann::json::parse(file).at(preset.toStdString()), microBatch);
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
