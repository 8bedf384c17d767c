// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/windows.h"

#include <QTest>

#include <numeric>

using spall::ErrorCode;
using spall::SampleRange;
using spall::signal::cutWindows;
using spall::signal::Recording;
using spall::signal::Stretch;
using spall::signal::WindowOptions;

namespace {

/// Channel 1 holds its own sample indices, channel 0 zeros.
Stretch countingStretch(std::size_t count, SampleRange range)
{
    auto recording = std::make_shared<Recording>();
    recording->channels = {{"zero", "g", std::vector<double>(count)},
                           {"index", "g", std::vector<double>(count)}};
    auto& indices = recording->channels[1].samples.edit();
    std::iota(indices.begin(), indices.end(), 0.0);
    return {std::move(recording), 1, range};
}

} // namespace

class WindowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void windowsAreViewsOnTheirSamples();
    void everyWholeWindowIsCut_data();
    void everyWholeWindowIsCut();
    void aWindowHasTheSamePlaceInAnyPart();
    void shortStretchesAreRefused();
    void badOptionsAreRefused();
    void badStretchesAreRefused();
};

void WindowsTest::windowsAreViewsOnTheirSamples()
{
    const auto windows = cutWindows(countingStretch(300, {0, 300}), {.length = 100, .step = 50});
    QVERIFY(windows.has_value());
    QCOMPARE(windows->size(), 5);
    for (std::int64_t i = 0; i < windows->size(); ++i) {
        QCOMPARE(windows->range(i), (SampleRange{50 * i, 50 * i + 100}));
        QCOMPARE(windows->samples(i).size(), std::size_t{100});
        QCOMPARE(windows->samples(i).front(), static_cast<double>(50 * i));
        QCOMPARE(windows->samples(i).data(),
                 windows->stretch().recording->channels[1].samples.data() + 50 * i);
    }
}

void WindowsTest::everyWholeWindowIsCut_data()
{
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("start");
    QTest::newRow("exactly one") << qint64{0} << qint64{100} << 1 << qint64{0};
    QTest::newRow("one sample short of two") << qint64{0} << qint64{149} << 1 << qint64{0};
    QTest::newRow("two") << qint64{0} << qint64{150} << 2 << qint64{0};
    QTest::newRow("starts at a step") << qint64{100} << qint64{300} << 3 << qint64{100};
    QTest::newRow("starts between steps") << qint64{101} << qint64{300} << 2 << qint64{150};
}

void WindowsTest::everyWholeWindowIsCut()
{
    QFETCH(qint64, first);
    QFETCH(qint64, last);
    QFETCH(int, count);
    QFETCH(qint64, start);
    const auto windows =
        cutWindows(countingStretch(300, {first, last}), {.length = 100, .step = 50});
    QVERIFY(windows.has_value());
    QCOMPARE(windows->size(), count);
    QCOMPARE(windows->range(0).first, start);
}

void WindowsTest::aWindowHasTheSamePlaceInAnyPart()
{
    const WindowOptions options{.length = 128, .step = 32};
    const auto whole = cutWindows(countingStretch(2000, {0, 2000}), options);
    const auto part = cutWindows(countingStretch(2000, {517, 1490}), options);
    QVERIFY(whole.has_value() && part.has_value());
    std::int64_t same = 0;
    for (std::int64_t i = 0; i < whole->size(); ++i) {
        const auto place = whole->range(i);
        if (place.first >= 517 && place.last <= 1490) {
            QCOMPARE(part->range(same), place);
            ++same;
        }
    }
    QCOMPARE(part->size(), same);
}

void WindowsTest::shortStretchesAreRefused()
{
    for (const SampleRange range : {SampleRange{0, 99}, {1, 101}, {50, 50}}) {
        const auto windows = cutWindows(countingStretch(300, range), {.length = 100, .step = 50});
        QVERIFY(!windows.has_value());
        QCOMPARE(windows.error().code, ErrorCode::TooFewSamples);
    }
}

void WindowsTest::badOptionsAreRefused()
{
    QCOMPARE(validate(WindowOptions{.length = 63, .step = 1}).error().code, ErrorCode::Usage);
    QCOMPARE(validate(WindowOptions{.length = 64, .step = 0}).error().code, ErrorCode::Usage);
    QVERIFY(validate(WindowOptions{.length = 64, .step = 1}).has_value());
    QVERIFY(validate(WindowOptions{}).has_value());
    const auto windows = cutWindows(countingStretch(300, {0, 300}), {.length = 100, .step = -5});
    QCOMPARE(windows.error().code, ErrorCode::Usage);
}

void WindowsTest::badStretchesAreRefused()
{
    const WindowOptions options{.length = 100, .step = 50};
    QCOMPARE(cutWindows(Stretch{}, options).error().code, ErrorCode::Usage);
    auto stretch = countingStretch(300, {0, 301});
    QCOMPARE(cutWindows(stretch, options).error().code, ErrorCode::Usage);
    stretch.range = {-1, 300};
    QCOMPARE(cutWindows(stretch, options).error().code, ErrorCode::Usage);
    stretch.range = {0, 300};
    stretch.channel = 2;
    QCOMPARE(cutWindows(stretch, options).error().code, ErrorCode::Usage);
}

QTEST_GUILESS_MAIN(WindowsTest)
#include "windows_test.moc"
