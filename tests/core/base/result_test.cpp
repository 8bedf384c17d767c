// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <QTest>

using spall::ErrorCode;
using spall::exitCode;
using spall::fail;
using spall::Result;
using spall::sentence;

class ResultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failuresTravelUp();
    void sentencesLeaveOutWhatIsNotKnown();
    void exitCodesAreThoseOfTheCommandLine();
};

void ResultTest::failuresTravelUp()
{
    const auto inner = []() -> Result<int> {
        return fail(ErrorCode::TooFewSamples, "too short", "a.mat", "take a longer one");
    };
    const auto outer = [&]() -> Result<std::string> {
        auto value = inner();
        if (!value) {
            return fail(std::move(value.error()));
        }
        return std::to_string(*value);
    };
    const auto result = outer();
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::TooFewSamples);
    QCOMPARE(result.error().where, std::string{"a.mat"});
}

void ResultTest::sentencesLeaveOutWhatIsNotKnown()
{
    QCOMPARE(sentence({ErrorCode::Usage, "what", "where", "hint"}),
             std::string{"what (where): hint"});
    QCOMPARE(sentence({ErrorCode::Usage, "what", "", "hint"}), std::string{"what: hint"});
    QCOMPARE(sentence({ErrorCode::Usage, "what", "where", ""}), std::string{"what (where)"});
    QCOMPARE(sentence({ErrorCode::Usage, "what", "", ""}), std::string{"what"});
}

void ResultTest::exitCodesAreThoseOfTheCommandLine()
{
    QCOMPARE(exitCode(ErrorCode::Usage), 2);
    QCOMPARE(exitCode(ErrorCode::FileUnreadable), 3);
    QCOMPARE(exitCode(ErrorCode::UnknownFormat), 3);
    QCOMPARE(exitCode(ErrorCode::TooFewSamples), 4);
    QCOMPARE(exitCode(ErrorCode::RateTooLow), 4);
    QCOMPARE(exitCode(ErrorCode::NotEnoughMemory), 4);
    QCOMPARE(exitCode(ErrorCode::Internal), 5);
    QCOMPARE(exitCode(ErrorCode::Cancelled), 130);
}

QTEST_GUILESS_MAIN(ResultTest)
#include "result_test.moc"
