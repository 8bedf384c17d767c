// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/pipeline/explain.h"
#include "core/report/alarm_view.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace spall;
using namespace spall::report;
using State = FaultReading::State;

namespace {

constexpr double kRate = 12000.0;
constexpr double kPi = 3.14159265358979;

signal::FaultFrequencies frequencies()
{
    return signal::faultFrequencies(signal::knownBearings().front(), Rpm{1797.0});
}

/// Noise with a ringing impact at every strike.
std::vector<double> strikes(double hertz, double amplitude, std::size_t count = 24000)
{
    RandomEngine engine = makeEngine(Seed{5});
    std::vector<double> samples(count);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double time = static_cast<double>(i) / kRate;
        const double since = hertz > 0.0 ? std::fmod(time, 1.0 / hertz) : 1.0;
        samples[i] = 0.1 * normal(engine) +
                     amplitude * std::exp(-900.0 * since) * std::sin(2.0 * kPi * 3000.0 * since);
    }
    return samples;
}

pipeline::ScoredRecording scoredOf(std::vector<double> samples)
{
    auto recording = std::make_shared<signal::Recording>();
    recording->rate = {Hertz{kRate}, signal::Source::File, ""};
    recording->shaftSpeed = signal::Attributed<Rpm>{Rpm{1797.0}, signal::Source::File, ""};
    recording->channels.push_back({"DE_time", "g", std::move(samples)});
    pipeline::ScoredRecording scored;
    const SampleCount count = recording->sampleCount();
    scored.recording = std::move(recording);
    for (SampleIndex first = 0; first + 2048 <= count; first += 512) {
        scored.windows.push_back({first, first + 2048});
    }
    return scored;
}

pipeline::Decision wholeAlarm(const pipeline::ScoredRecording& scored)
{
    pipeline::Decision decision;
    decision.fused = std::make_shared<const std::vector<double>>(scored.windows.size(), 5.0);
    decision.alarms.assign(scored.windows.size(), 1);
    decision.events = detect::findEvents(decision.alarms, decision.scores(), scored.windows);
    return decision;
}

FaultReading readingOf(double hertz, double amplitude)
{
    const auto scored = scoredOf(strikes(hertz, amplitude));
    const auto views =
        alarmViews(scored, wholeAlarm(scored), {signal::knownBearings().front(), {}}, 5);
    return views.empty() ? FaultReading{} : views.front().reading;
}

} // namespace

class AlarmViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStrikingRateNamesTheFamily()
    {
        const FaultReading reading = readingOf(frequencies().outerRace.value, 1.0);
        QCOMPARE(reading.state, State::Read);
        QVERIFY(reading.hasFamily());
        QCOMPARE(reading.family.kind, signal::FaultKind::OuterRace);
        QVERIFY(std::abs(reading.family.found.value - frequencies().outerRace.value) < 1.0);
    }

    // The report looked at two seconds around the peak, the window at the whole run: for one alarm
    // the one found nothing and the other named the outer race.
    void theReportNamesWhatTheWindowNames()
    {
        auto samples = strikes(frequencies().outerRace.value, 1.0, 72000);
        const auto calm = strikes(0.0, 0.0, 72000);
        std::copy(calm.begin() + 24000, calm.begin() + 48000, samples.begin() + 24000);
        auto scored = std::make_shared<pipeline::ScoredRecording>(scoredOf(std::move(samples)));
        scored->channels.rec.assign(scored->windows.size(), 5.0);
        scored->channels.critic.assign(scored->windows.size(), 0.0);
        scored->channels.rec[scored->windows.size() / 2] = 9.0;
        pipeline::ExplainInput input;
        input.scored = scored;
        input.decision.fused = std::make_shared<const std::vector<double>>(scored->channels.rec);
        input.decision.alarms.assign(scored->windows.size(), 1);
        input.decision.events =
            detect::findEvents(input.decision.alarms, input.decision.scores(), scored->windows);
        input.threshold = 3.0;
        input.window = input.decision.events.front().peakWindow;
        input.machine = {signal::knownBearings().front(), Rpm{1797.0}};
        const auto shown = pipeline::explain(input, {});
        const auto printed = alarmViews(*scored, input.decision, input.machine, 1);
        QVERIFY(shown && shown->family);
        QCOMPARE(printed.size(), std::size_t{1});
        const FaultReading& reading = printed.front().reading;
        QCOMPARE(shown->family->families.front().kind, signal::FaultKind::OuterRace);
        QVERIFY(reading.hasFamily());
        QCOMPARE(reading.family.kind, shown->family->families.front().kind);
        QCOMPARE(reading.certainty, shown->family->certainty);
        QCOMPARE(printed.front().band.low.value, shown->envelope->band.low.value);
        QCOMPARE(printed.front().band.high.value, shown->envelope->band.high.value);
    }

    void noiseIsNoFamily()
    {
        const FaultReading reading = readingOf(0.0, 0.0);
        QCOMPARE(reading.state, State::Read);
        QVERIFY(!reading.hasFamily());
    }

    void withoutSpeedOrBearingNothingIsRead()
    {
        auto scored = scoredOf(strikes(100.0, 1.0));
        const auto decision = wholeAlarm(scored);
        QCOMPARE(alarmViews(scored, decision, {}, 1)[0].reading.state, State::NoBearing);
        auto recording = std::make_shared<signal::Recording>(*scored.recording);
        recording->shaftSpeed.reset();
        scored.recording = recording;
        QCOMPARE(
            alarmViews(scored, decision, {signal::knownBearings().front(), {}}, 1)[0].reading.state,
            State::NoSpeed);
    }

    void theHighestEventsComeFirst()
    {
        const auto scored = scoredOf(strikes(100.0, 1.0));
        pipeline::Decision decision;
        std::vector<double> scores(scored.windows.size(), 0.0);
        decision.alarms.assign(scored.windows.size(), 0);
        for (const auto& [at, score] : {std::pair{2, 3.0}, {20, 9.0}, {38, 6.0}}) {
            scores[static_cast<std::size_t>(at)] = score;
            decision.alarms[static_cast<std::size_t>(at)] = 1;
        }
        decision.fused = std::make_shared<const std::vector<double>>(std::move(scores));
        decision.events = detect::findEvents(decision.alarms, decision.scores(), scored.windows);
        QCOMPARE(decision.events.size(), std::size_t{3});
        const auto views = alarmViews(scored, decision, {}, 2);
        QCOMPARE(views.size(), std::size_t{2});
        QCOMPARE(views[0].event, std::size_t{1});
        QCOMPARE(views[1].event, std::size_t{2});
        QCOMPARE(views[0].waveform.size(), std::size_t{2048});
        QCOMPARE(views[0].waveform[0], scored.recording->channels[0].samples[20 * 512]);
    }

    void aShortRecordingIsPicturedWithoutAnEnvelope()
    {
        auto scored = scoredOf(std::vector<double>(40, 0.5));
        scored.windows = {{0, 40}};
        const auto views =
            alarmViews(scored, wholeAlarm(scored), {signal::knownBearings().front(), {}}, 1);
        QCOMPARE(views.size(), std::size_t{1});
        QVERIFY(views[0].envelope.values.empty());
        QCOMPARE(views[0].reading.state, State::TooShort);
    }
};

QTEST_GUILESS_MAIN(AlarmViewTest)
#include "alarm_view_test.moc"
