// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import_choice.h"
#include "core/io/set_checks.h"
#include "core/io/survey.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

namespace spall::io {

/// What is said about several files, and what a user says about files of a kind.
class SetChecksTest : public QObject {
    Q_OBJECT

private:
    static SetMember member(const char* name, double rate, double rms, bool isHealthy)
    {
        SetMember member;
        member.name = name;
        member.rate = Hertz{rate};
        member.levels.rms = rms;
        member.levels.crest = 4.5;
        member.levels.kurtosis = 3.1;
        member.isHealthy = isHealthy;
        member.isFaulty = !isHealthy;
        return member;
    }

    static bool isTold(const std::vector<SetMember>& members, const char* part)
    {
        const auto sentences = doubtsBetween(members);
        return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
            return sentence.find(part) != std::string::npos;
        });
    }

    static std::filesystem::path fixture(const char* name)
    {
        return std::filesystem::path{SPALL_SOURCE_DIR "/tests/data/io"} / name;
    }

private Q_SLOTS:
    void recordingsThatGoTogetherAreLeftInPeace()
    {
        QVERIFY(doubtsBetween(std::vector{member("a", 12'000, 1.0, true),
                                          member("b", 12'000, 2.5, true),
                                          member("c", 12'000, 20.0, false)})
                    .empty());
        QVERIFY(doubtsBetween({}).empty());
    }

    void whatDoesNotGoTogetherIsTold()
    {
        QVERIFY(isTold({member("a", 48'000, 1, true), member("b", 12'000, 1, false)},
                       "half the lower rate"));
        QVERIFY(isTold({member("a", 12'000, 1, true), member("b", 12'000, 9.9, true)},
                       "as g and m/s2 do"));
        QVERIFY(isTold({member("a", 12'000, 1, true), member("b", 12'000, 100, true)},
                       "factor of 100"));
        auto inG = member("a", 12'000, 1, true);
        auto inVolts = member("b", 12'000, 1, false);
        inG.unit = "g";
        inVolts.unit = "V";
        QVERIFY(isTold({inG, inVolts}, "bring them to one unit"));
        auto knocked = member("a", 12'000, 1, true);
        knocked.levels.crest = 30.0;
        knocked.levels.kurtosis = 12.0;
        QVERIFY(isTold({knocked}, "transients"));
        knocked.isHealthy = false;
        QVERIFY(!isTold({knocked}, "transients"));
    }

    void aChoiceIsLaidOverFilesOfTheKind()
    {
        std::string kind;
        ReadOptions options;
        options.choose = [&kind](const std::string& asked) {
            kind = asked;
            return ImportChoice{"channel 2", Hertz{5000}, Rpm{900}, 2.0, "g"};
        };
        const auto plain = readFrom(fixture("noise.flac"));
        const auto chosen = readFrom(fixture("noise.flac"), options);
        QVERIFY2(chosen, qPrintable(sentenceOf(chosen)));
        QCOMPARE(kind, std::string{"FLAC|channel #,channel #"});
        QCOMPARE((*chosen)->mainChannel, 1);
        QCOMPARE((*chosen)->rate.value.value, 5000.0);
        QCOMPARE((*chosen)->rate.source, signal::Source::Argument);
        QCOMPARE((*chosen)->shaftSpeed->value.value, 900.0);
        QCOMPARE((*chosen)->channels[0].unit, std::string{"g"});
        QCOMPARE((*chosen)->channels[1].samples[7], 2.0 * (*plain)->channels[1].samples[7]);
        QVERIFY(isScaleUnknown(**plain)); // in the words of the reader
        QVERIFY(!isScaleUnknown(**chosen));
    }

    void aSurveyNamesEveryVariable()
    {
        const auto survey = surveyFile(fixture("names_beside_data.mat"));
        QVERIFY(survey);
        const auto named = [&](const char* title) {
            return std::find_if(survey->variables.begin(),
                                survey->variables.end(),
                                [&](const SurveyedVariable& v) { return v.title == title; });
        };
        QVERIFY(named("vibration_1") != survey->variables.end());
        QCOMPARE(named("vibration_1")->taken, TakenFor::Signal);
        QCOMPARE(named("vibration_1")->name, std::string{"N09_M07.Y(2).Data"});
        QCOMPARE(named("vibration_1")->shape, std::string{"301 samples"});
        QCOMPARE(named("vibration_1")->unit, std::string{"g"});
        QCOMPARE(named("fast")->taken, TakenFor::Axis);
        QVERIFY(named("vibration_1")->likeness > named("phase_current_1")->likeness);
        const auto missing = surveyFile("/nowhere/at/all.mat");
        QVERIFY(!missing);
    }

    /// Two columns of one name could not be told apart where a user picks one.
    void aSurveyNumbersRepeatedNames()
    {
        TestFolder folder;
        const auto survey = surveyFile(folder.write(
            "a.csv", "Acc,Acc\n" + QByteArray{"0.5,1\n-0.25,2\n0.75,-3\n"}.repeated(50)));
        QVERIFY(survey);
        QCOMPARE(survey->variables.size(), std::size_t{2});
        QCOMPARE(survey->variables[0].name, std::string{"Acc"});
        QCOMPARE(survey->variables[1].name, std::string{"Acc 2"});
        QCOMPARE(survey->variables[1].taken, TakenFor::Signal);
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::SetChecksTest)
#include "set_checks_test.moc"
