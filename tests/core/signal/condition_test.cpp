// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/condition.h"
#include "core/signal/resample.h"

#include <QTest>

#include <cmath>
#include <limits>

using spall::ErrorCode;
using spall::Hertz;
using spall::Rpm;
using spall::signal::condition;
using spall::signal::Recording;
using spall::signal::RecordingPtr;
using spall::signal::Source;

namespace {

Recording makeRecording(double rate)
{
    Recording recording;
    std::vector<double> samples(400);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i] = std::sin(0.05 * static_cast<double>(i));
    }
    recording.channels = {{"DE", "g", samples}, {"FE", "g", samples}};
    recording.rate = {Hertz{rate}, Source::TimeColumn, "from the time column"};
    recording.shaftSpeed = {Rpm{1772.0}, Source::File, "stated"};
    recording.provenance = {"98.mat", "abc", "MAT v5"};
    recording.warnings = {"one channel clips"};
    recording.mainChannel = 1;
    return recording;
}

RecordingPtr shared(Recording recording)
{
    return std::make_shared<const Recording>(std::move(recording));
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class ConditionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutARateTheRecordingIsKept();
    void theSameRateIsNotCopied();
    void aRateThatDiffersByItsLastDigitIsTheSame();
    void aHigherRateIsBroughtDown();
    void aLowerRateIsRefusedWithTheWayOut();
    void samplesThatAreNoNumbersAreNamed_data();
    void samplesThatAreNoNumbersAreNamed();
    void anEmptyRecordingIsRefused();
};

void ConditionTest::withoutARateTheRecordingIsKept()
{
    const auto recording = shared(makeRecording(48000.0));
    const auto result = condition(recording, {});
    QVERIFY(result.has_value());
    QCOMPARE(result->get(), recording.get());
}

void ConditionTest::theSameRateIsNotCopied()
{
    const auto recording = shared(makeRecording(12000.0));
    const auto result = condition(recording, {.rate = Hertz{12000.0}});
    QVERIFY(result.has_value());
    QCOMPARE(result->get(), recording.get());
}

void ConditionTest::aRateThatDiffersByItsLastDigitIsTheSame()
{
    // 1/12000 s written with four digits reads as 12000.48 or 11999.04 Hz.
    for (const double rate : {12000.48, 11999.04}) {
        const auto recording = shared(makeRecording(rate));
        const auto result = condition(recording, {.rate = Hertz{12000.0}});
        QVERIFY(result.has_value());
        QCOMPARE(result->get(), recording.get());
    }
}

void ConditionTest::aHigherRateIsBroughtDown()
{
    const auto original = makeRecording(48000.0);
    const auto result = condition(shared(original), {.rate = Hertz{12000.0}});
    QVERIFY(result.has_value());
    const Recording& brought = **result;
    QCOMPARE(brought.rate.value.value, 12000.0);
    QCOMPARE(brought.rate.source, Source::TimeColumn);
    QVERIFY(contains(brought.rate.reason, "resampled from 48000 Hz"));
    QCOMPARE(brought.channels.size(), std::size_t{2});
    QCOMPARE(brought.sampleCount(), 100);
    QCOMPARE(brought.channels[1].name, std::string{"FE"});
    QCOMPARE(brought.channels[1].unit, std::string{"g"});
    const auto expected =
        spall::signal::resample(original.channels[1].samples, Hertz{48000.0}, Hertz{12000.0});
    QVERIFY(brought.channels[1].samples == *expected);
    QCOMPARE(brought.shaftSpeed->value.value, 1772.0);
    QCOMPARE(brought.provenance.sha256, std::string{"abc"});
    QVERIFY(brought.warnings == original.warnings);
    QCOMPARE(brought.mainChannel, 1);
}

void ConditionTest::aLowerRateIsRefusedWithTheWayOut()
{
    const auto result = condition(shared(makeRecording(12000.0)), {.rate = Hertz{48000.0}});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::RateTooLow);
    QVERIFY(contains(result.error().what, "12000 Hz"));
    QVERIFY(contains(result.error().what, "48000 Hz"));
    QVERIFY(contains(result.error().where, "98.mat"));
    QVERIFY(contains(result.error().hint, "train again with --resample 12000"));
}

void ConditionTest::samplesThatAreNoNumbersAreNamed_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("word");
    QTest::newRow("NaN") << std::nan("") << "not a number";
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << "infinite";
    QTest::newRow("minus infinity") << -std::numeric_limits<double>::infinity() << "infinite";
}

void ConditionTest::samplesThatAreNoNumbersAreNamed()
{
    QFETCH(double, value);
    QFETCH(QString, word);
    auto recording = makeRecording(12000.0);
    recording.channels[1].samples.edit()[123] = value;
    const auto result = condition(shared(recording), {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::NotFinite);
    QVERIFY(contains(result.error().what, "sample 123 of channel FE"));
    QVERIFY(contains(result.error().what, word.toStdString()));
}

void ConditionTest::anEmptyRecordingIsRefused()
{
    auto recording = makeRecording(12000.0);
    recording.channels.clear();
    const auto result = condition(shared(recording), {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::TooFewSamples);
}

QTEST_GUILESS_MAIN(ConditionTest)
#include "condition_test.moc"
