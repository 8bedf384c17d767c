// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/policy.h"

#include <QTest>

namespace spall::detect {

class PolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void policiesReadBackAsWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("value");
        QTest::newRow("manual") << QByteArray("manual:2.5") << int(PolicyKind::Manual) << 2.5;
        QTest::newRow("negative") << QByteArray("manual:-1e-3") << int(PolicyKind::Manual) << -1e-3;
        QTest::newRow("f1") << QByteArray("f1") << int(PolicyKind::BestF1) << 0.0;
        QTest::newRow("far") << QByteArray("far:0.02") << int(PolicyKind::FalseAlarmRate) << 0.02;
        QTest::newRow("hour") << QByteArray("per-hour:1") << int(PolicyKind::AlarmsPerHour) << 1.0;
        QTest::newRow("third") << QByteArray("far:0.3333333333333333")
                               << int(PolicyKind::FalseAlarmRate) << 1.0 / 3.0;
    }

    void policiesReadBackAsWritten()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(double, value);
        const auto policy = parsePolicy(text.toStdString());
        QVERIFY(policy.has_value());
        QCOMPARE(int(policy->kind), kind);
        QCOMPARE(policy->value, value);
        QVERIFY(parsePolicy(toString(*policy)).value() == *policy);
    }

    void otherTextIsNoPolicy_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"",
                                 "f2",
                                 "far",
                                 "far:",
                                 "far:0",
                                 "far:1",
                                 "far:-0.1",
                                 "far:0,02",
                                 "per-hour:0",
                                 "per-hour:inf",
                                 "manual:nan",
                                 "manual:x",
                                 ":1",
                                 "far:0.02 x"}) {
            QTest::newRow(*text == '\0' ? "empty" : text) << QByteArray(text);
        }
    }

    void otherTextIsNoPolicy()
    {
        QFETCH(QByteArray, text);
        const auto policy = parsePolicy(text.toStdString());
        QVERIFY(!policy.has_value());
        QCOMPARE(policy.error().code, ErrorCode::Usage);
        QVERIFY(policy.error().where.find(text.toStdString()) != std::string::npos);
    }

    void hysteresisReadsBackAsWritten()
    {
        const auto rule = parseHysteresis("3/5");
        QVERIFY(rule.has_value());
        QCOMPARE(rule->need, 3);
        QCOMPARE(rule->of, 5);
        QCOMPARE(toString(*rule), std::string("3/5"));
    }

    void impossibleHysteresisIsRefused()
    {
        for (const char* text :
             {"", "3", "5/3", "0/5", "-1/2", "1/1001", "a/b", "1/2/3", "1.5/2"}) {
            const auto rule = parseHysteresis(text);
            QVERIFY2(!rule.has_value(), text);
            QCOMPARE(rule.error().code, ErrorCode::Usage);
        }
    }
};

} // namespace spall::detect

QTEST_GUILESS_MAIN(spall::detect::PolicyTest)
#include "policy_test.moc"
