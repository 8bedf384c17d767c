// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/axes.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <functional>

namespace spall::io {

/// Which columns are times and which were measured.
class AxesTest : public QObject {
    Q_OBJECT

private:
    static constexpr int kRows = 400;

    static double valueAt(int row) { return (row * 37 % 101 - 50) / 64.0; }

    static FoundVector
    vectorOf(const char* name, const char* unit, const std::function<double(int)>& value)
    {
        FoundVector vector{name, unit, {}, {}, {}};
        for (int row = 0; row < kRows; ++row) {
            vector.samples.push_back(value(row));
        }
        return vector;
    }

    /// The names that stay beside "acc", which always does.
    static QString signalsBeside(FoundVector vector)
    {
        FileContents contents;
        contents.vectors = {std::move(vector), vectorOf("acc", "", valueAt)};
        takeOutAxes(contents);
        QStringList names;
        for (const FoundVector& left : contents.vectors) {
            names += QString::fromStdString(left.name);
        }
        return names.join(' ');
    }

private Q_SLOTS:
    /// The X channel of a three-axis sensor vanished whenever its last sample lay above its first:
    /// "X Axis" is the name of a time axis too, and no more was asked of it.
    void anAxisOfASensorIsASignal()
    {
        TestFolder folder;
        for (const char* heading :
             {"X Axis (g),Y Axis (g),Z Axis (g)\n", "X Axis,Y Axis,Z Axis\n"}) {
            QByteArray text{heading};
            for (int row = 0; row < kRows; ++row) {
                text += QStringLiteral("%1,%2,%3\n")
                            .arg(valueAt(row) + (row == kRows - 1 ? 9.0 : 0.0))
                            .arg(valueAt(row + 7))
                            .arg(valueAt(row + 11))
                            .toUtf8();
            }
            const auto read = readFrom(folder.write("a.csv", text));
            QVERIFY2(read, qPrintable(sentenceOf(read)));
            QCOMPARE((*read)->channels.size(), std::size_t{3});
            QCOMPARE((*read)->channels[0].name, std::string{"X Axis"});
        }
    }

    void aTimeIsKnownByNameAndCourse_data()
    {
        QTest::addColumn<bool>("isTime");
        QTest::newRow("time") << true;
        QTest::newRow("t") << true;
        QTest::newRow("xaxis") << false;
        QTest::newRow("epoch") << false;
    }

    /// Times of unsteady steps; those of the names that fit other things as well have to be even.
    void aTimeIsKnownByNameAndCourse()
    {
        QFETCH(bool, isTime);
        const char* name = QTest::currentDataTag();
        const auto unsteady = [](int row) {
            return row * 0.001 + (row % 9 == 0 ? 0.0009 : 0.0);
        };
        const auto even = [](int row) {
            return row * 0.001;
        };
        const auto noise = [](int row) {
            return valueAt(row) + (row == kRows - 1 ? 9.0 : 0.0);
        };
        QCOMPARE(signalsBeside(vectorOf(name, "", even)), QStringLiteral("acc"));
        QCOMPARE(signalsBeside(vectorOf(name, "s", unsteady)), QStringLiteral("acc"));
        QCOMPARE(signalsBeside(vectorOf(name, "", unsteady)) == QLatin1String("acc"), isTime);
        // Any time name took a vibration out that ended higher than it began.
        QCOMPARE(signalsBeside(vectorOf(name, "", noise)),
                 QString::fromLatin1(name) + QStringLiteral(" acc"));
    }

    /// A slow push that was recorded in g was taken for a clock, and a speed in mm/s for the shaft.
    void whatIsMeasuredInAUnitOfVibrationStays()
    {
        const auto ramp = [](int row) {
            return row * 0.01;
        };
        QCOMPARE(signalsBeside(vectorOf("push", "", ramp)), QStringLiteral("acc"));
        QCOMPARE(signalsBeside(vectorOf("push", "g", ramp)), QStringLiteral("push acc"));
        QCOMPARE(signalsBeside(vectorOf("T", "m/s2", ramp)), QStringLiteral("T acc"));
        const auto shake = [](int row) {
            return 20.0 + valueAt(row);
        };
        QCOMPARE(signalsBeside(vectorOf("speed", "mm/s", shake)), QStringLiteral("speed acc"));
        // A unit that is stated for all that lies together is not that of the times.
        FoundVector times = vectorOf("t", "g", ramp);
        times.isUnitShared = true;
        QCOMPARE(signalsBeside(std::move(times)), QStringLiteral("acc"));
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::AxesTest)
#include "axes_test.moc"
