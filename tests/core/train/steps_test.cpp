// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <fstream>

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
    // Losses: single precision. Weights: Adam's first step divides each gradient by its own size,
    // so that rounding of the smallest gradients shows at the size of a rate (3e-4 and 1e-3).
    QVERIFY2(difference.reconstruction <= 1e-5,
             qPrintable(QString::number(difference.reconstruction)));
    QVERIFY2(difference.criticLosses <= 1e-4, qPrintable(QString::number(difference.criticLosses)));
    QVERIFY2(difference.criticWeights <= 1e-4,
             qPrintable(QString::number(difference.criticWeights)));
    QVERIFY2(difference.generatorLosses <= 1e-4,
             qPrintable(QString::number(difference.generatorLosses)));
    QVERIFY2(difference.generatorWeights <= 1e-4,
             qPrintable(QString::number(difference.generatorWeights)));
}

QTEST_GUILESS_MAIN(StepsTest)
#include "steps_test.moc"
