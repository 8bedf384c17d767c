// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/analysis.h"
#include "core/pipeline/detectability.h"
#include "core/pipeline/recalibrate.h"
#include "core/pipeline/truth.h"
#include "core/signal/simulate.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace spall;

namespace {

/// A simulated machine whose file hash is made up, so that it counts as one file.
pipeline::Input simulated(double healthySeconds, double faultySeconds, const char* name, Seed seed)
{
    signal::SimulationOptions options;
    options.healthyDuration = Seconds{healthySeconds};
    options.faultyDuration = Seconds{faultySeconds};
    options.firstLevel = Decibel{0.0};
    options.lastLevel = Decibel{6.0};
    options.seed = seed;
    auto simulation = signal::simulateBearing(options);
    simulation.recording.provenance.path = name;
    simulation.recording.provenance.sha256 = name;
    return {std::make_shared<const signal::Recording>(std::move(simulation.recording)),
            0,
            faultySeconds > 0.0 ? pipeline::Role::Faulty : pipeline::Role::Healthy};
}

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

} // namespace

/// The walk on simulated recordings, with the real engine: train once, then ask.
class WalkTest : public QObject {
    Q_OBJECT

    pipeline::Input m_healthy = simulated(8.0, 0.0, "healthy", Seed{1});
    pipeline::Input m_faulty = simulated(0.5, 6.0, "faulty", Seed{2});
    pipeline::TrainSettings m_settings;
    pipeline::ModelPtr m_model;

    [[nodiscard]] pipeline::ScoredPtr scored(const pipeline::Input& input) const
    {
        pipeline::ScoreOptions options;
        options.plainMethods = true;
        auto result = pipeline::scoreRecording(*m_model, input, options, {});
        return result ? *result : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.epochs = 3;
        const auto model = pipeline::trainModel(std::span{&m_healthy, 1}, m_settings, {});
        QVERIFY2(model.has_value(), model ? "" : sentence(model.error()).c_str());
        m_model = *model;
    }

    void theModelKnowsWhatItLearned()
    {
        QCOMPARE(m_model->learned.size(), std::size_t{1});
        const auto& part = m_model->learned.front();
        QCOMPARE(part.learn.first, SampleIndex{0});
        QVERIFY(part.unseen.first >= part.learn.last + m_settings.window.length);
        QVERIFY(m_model->calibrateWindows > 0);
        QCOMPARE(m_model->calibration.healthy.rec.size(),
                 m_model->calibration.healthy.critic.size());
        QCOMPARE(m_model->plain.size(), score::plainMethodNames().size());
    }

    void healthyScoresAreStandardised()
    {
        for (const auto* calibration : {&m_model->calibration, &m_model->untrained}) {
            const auto& scores = calibration->healthy.rec;
            QVERIFY(std::abs(mean(scores)) < 1e-9);
            std::vector<double> squares(scores.size());
            std::transform(scores.begin(), scores.end(), squares.begin(), [](double score) {
                return score * score;
            });
            QVERIFY(std::abs(mean(squares) - 1.0) < 1e-9);
        }
        // The scale is that of unseen windows, not of those that the statistics come from.
        const auto healthy = scored(m_healthy);
        std::vector<double> unseen;
        std::vector<double> learned;
        for (std::size_t at = 0; at < healthy->windows.size(); ++at) {
            (healthy->learned[at] == 0 ? unseen : learned).push_back(healthy->channels.rec[at]);
        }
        QVERIFY(std::abs(mean(unseen)) < 1.0);
        QVERIFY(mean(learned) < mean(unseen));
    }

    void faultyWindowsScoreAboveUnseenHealthyOnes()
    {
        const auto healthy = scored(m_healthy);
        const auto faulty = scored(m_faulty);
        QVERIFY(healthy && faulty);
        QCOMPARE(healthy->channels.rec.size(), healthy->windows.size());
        std::vector<double> unseen;
        for (std::size_t at = 0; at < healthy->windows.size(); ++at) {
            if (healthy->learned[at] == 0) {
                unseen.push_back(healthy->channels.rec[at]);
            }
        }
        QVERIFY(!unseen.empty());
        const double worst = *std::max_element(unseen.begin(), unseen.end());
        const auto& last = faulty->channels.rec;
        QVERIFY(*std::min_element(last.end() - 10, last.end()) > worst);
    }

    void aWindowScoresTheSameInAnyCutOfTheFile()
    {
        const auto whole = scored(m_faulty);
        QVERIFY(whole);
        signal::Recording cut = *m_faulty.recording;
        auto& samples = cut.channels.front().samples.edit();
        const SampleIndex from = 4 * m_settings.window.step;
        samples.erase(samples.begin(), samples.begin() + from);
        samples.resize(samples.size() - 5000);
        const pipeline::Input part{
            std::make_shared<const signal::Recording>(std::move(cut)), 0, pipeline::Role::Faulty};
        const auto again = scored(part);
        QVERIFY(again);
        for (std::size_t at = 0; at < again->windows.size(); ++at) {
            QVERIFY(std::abs(again->channels.rec[at] - whole->channels.rec[at + 4]) <= 1e-6);
            QVERIFY(std::abs(again->channels.critic[at] - whole->channels.critic[at + 4]) <= 1e-6);
        }
    }

    void aSavedModelScoresTheSame()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath("m.spall").toStdString();
        QVERIFY(pipeline::saveModel(path, *m_model).has_value());
        const auto loaded = pipeline::loadModel(path);
        QVERIFY2(loaded.has_value(), loaded ? "" : sentence(loaded.error()).c_str());
        const auto before = scored(m_faulty);
        pipeline::ScoreOptions options;
        options.plainMethods = true;
        const auto after = pipeline::scoreRecording(**loaded, m_faulty, options, {});
        QVERIFY(after.has_value());
        QCOMPARE((*after)->channels.rec, before->channels.rec);
        QCOMPARE((*after)->channels.critic, before->channels.critic);
        QVERIFY((*after)->plain == before->plain);
        QCOMPARE((*loaded)->decision, m_model->decision);
    }

    /// A third of the time of a training is its calibration, which told of itself five times only.
    void theSameSeedGivesTheSameScoresAndTheCalibrationTellsHowFarItIs()
    {
        std::vector<std::int64_t> told;
        pipeline::Observer observer;
        observer.progress = [&told](const Progress& progress) {
            if (progress.stage == Stage::Calibrate) {
                told.push_back(progress.done);
                QVERIFY(progress.done < progress.total);
            }
        };
        const auto again = pipeline::trainModel(std::span{&m_healthy, 1}, m_settings, observer);
        QVERIFY(again.has_value());
        QVERIFY(told.size() > 100);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        const auto first = pipeline::scoreRecording(*m_model, m_faulty, {}, {});
        const auto second = pipeline::scoreRecording(**again, m_faulty, {}, {});
        QVERIFY(first && second);
        QCOMPARE((*first)->channels.rec, (*second)->channels.rec);
    }

    void whatWasLearnedIsNeverReportedOn()
    {
        const auto healthy = scored(m_healthy);
        const auto truth = pipeline::truthOfWindows(*healthy, {});
        const auto& part = m_model->learned.front();
        for (std::size_t at = 0; at < truth.size(); ++at) {
            const bool isUnseen = healthy->windows[at].first >= part.unseen.first;
            QCOMPARE(static_cast<int>(truth[at]), isUnseen ? 0 : -1);
        }
    }

    void everyMethodIsJudgedOnTheSameWindows()
    {
        const std::vector<pipeline::ScoredPtr> all{scored(m_healthy), scored(m_faulty)};
        const auto evaluation = pipeline::evaluate(*m_model, all, {}, m_model->decision);
        QVERIFY2(evaluation.has_value(), evaluation ? "" : sentence(evaluation.error()).c_str());
        QCOMPARE(evaluation->methods.size(), score::plainMethodNames().size() + 4);
        const auto& ours = evaluation->methods.front().metrics.confusion;
        for (const auto& method : evaluation->methods) {
            const auto& theirs = method.metrics.confusion;
            QCOMPARE(theirs.truePositive + theirs.falseNegative,
                     ours.truePositive + ours.falseNegative);
            QCOMPARE(theirs.falsePositive + theirs.trueNegative,
                     ours.falsePositive + ours.trueNegative);
            QVERIFY(!method.thresholdSource.empty());
        }
        QVERIFY(evaluation->methods.front().auroc > 0.9);
        const auto random =
            std::find_if(evaluation->methods.begin(),
                         evaluation->methods.end(),
                         [](const auto& method) { return method.name == "random"; });
        QVERIFY(random->auroc > 0.35 && random->auroc < 0.65);
        QVERIFY(!evaluation->verdict.empty());
    }

    void plantedFaultsAreFoundTheMoreTheStrongerTheyAre()
    {
        const auto faults = pipeline::syntheticFaults(
            *m_model, signal::knownBearings().front(), Rpm{1797.0}, Seed{3});
        pipeline::DetectabilityOptions options;
        options.levels = {Decibel{6.0}, Decibel{-40.0}};
        options.windowsPerFault = 20;
        options.decision = m_model->decision;
        const auto results =
            pipeline::detectability(*m_model, std::span{&m_healthy, 1}, faults, options, {});
        QVERIFY2(results.has_value(), results ? "" : sentence(results.error()).c_str());
        const auto& ours = results->front();
        QCOMPARE(ours.name, std::string("spall"));
        QVERIFY(ours.levels[0].auroc > 0.95);
        QVERIFY(ours.levels[1].auroc < 0.65); // 1 % of the healthy deviation: nobody can see it
        QVERIFY(ours.levels[0].recallMin <= ours.levels[0].recall);
    }

    void whatIsNotKnownOfAMachineIsTheUsual()
    {
        const auto usual = pipeline::syntheticFaults(*m_model, pipeline::Machine{}, Seed{3});
        const auto spelled = pipeline::syntheticFaults(
            *m_model, signal::knownBearings().front(), Rpm{1797.0}, Seed{3});
        const auto slow =
            pipeline::syntheticFaults(*m_model, pipeline::Machine{{}, Rpm{600.0}}, Seed{3});
        QCOMPARE(usual.size(), spelled.size());
        QVERIFY(usual.front().samples == spelled.front().samples);
        QVERIFY(usual.front().samples != slow.front().samples);
        const auto named = signal::parseBearing("6205"); // what the command line took by name
        QVERIFY(named && *named == signal::knownBearings().front());
    }

    void aRecordingBelowTheModelsRateIsRefused()
    {
        signal::Recording slow = *m_faulty.recording;
        slow.rate.value = Hertz{m_model->rate.value / 2.0};
        const pipeline::Input input{
            std::make_shared<const signal::Recording>(std::move(slow)), 0, pipeline::Role::Faulty};
        const auto refused = pipeline::scoreRecording(*m_model, input, {}, {});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::RateTooLow);
    }

    void tooShortARecordingIsRefusedWithASentence()
    {
        const auto tiny = simulated(0.8, 0.0, "tiny", Seed{4});
        const auto refused = pipeline::trainModel(std::span{&tiny, 1}, m_settings, {});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::TooFewSamples);
        QVERIFY(!refused.error().hint.empty());
    }

    void aStopRequestEndsTheTraining()
    {
        std::stop_source source;
        pipeline::Observer observer;
        observer.stop = source.get_token();
        int steps = 0;
        observer.step = [&](const train::StepReport&) {
            ++steps;
            source.request_stop();
        };
        const auto stopped = pipeline::trainModel(std::span{&m_healthy, 1}, m_settings, observer);
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(steps >= 1 && steps <= 2);
    }

    void aStopRequestEndsTheRecalibration()
    {
        std::stop_source source;
        source.request_stop();
        pipeline::Observer observer;
        observer.stop = source.get_token();
        const auto stopped = pipeline::recalibrate(*m_model, std::span{&m_healthy, 1}, observer);
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    /// Earlier builds kept a critic for the untrained copy too, on the windows that were learned;
    /// beside as many new scores as another recording has it would be taken for damage.
    void aRecalibratedModelOfAnEarlierBuildComesBack()
    {
        pipeline::Model earlier = *m_model;
        earlier.untrained.healthy.critic.assign(earlier.untrained.healthy.rec.size(), 0.5);
        const auto other = simulated(7.0, 0.0, "another bearing", Seed{3});
        const auto fresh = pipeline::recalibrate(earlier, std::span{&other, 1}, {});
        QVERIFY2(fresh.has_value(), fresh ? "" : sentence(fresh.error()).c_str());
        QTemporaryDir folder;
        const auto path = folder.filePath("m.spall").toStdString();
        QVERIFY(pipeline::saveModel(path, **fresh).has_value());
        const auto loaded = pipeline::loadModel(path);
        QVERIFY2(loaded.has_value(), loaded ? "" : sentence(loaded.error()).c_str());
        QCOMPARE((*loaded)->calibration.healthy.rec.size(),
                 (*loaded)->calibration.healthy.critic.size());
        QCOMPARE((*loaded)->plain.size(), m_model->plain.size());
    }

    /// The limit "one healthy recording" went when the threshold was made of one other recording.
    void aRecalibratedModelKnowsWhatItsThresholdRestsOn()
    {
        const auto other = simulated(7.0, 0.0, "another bearing", Seed{3});
        const auto fresh = pipeline::recalibrate(*m_model, std::span{&other, 1}, {});
        QVERIFY2(fresh.has_value(), fresh ? "" : sentence(fresh.error()).c_str());
        QCOMPARE((*fresh)->learned.size(), m_model->learned.size() + 1);
        QVERIFY((*fresh)->learned.back().isForCalibration);
        QVERIFY(!(*fresh)->learned.front().isForCalibration);
        const auto again = pipeline::recalibrate(**fresh, std::span{&other, 1}, {});
        QVERIFY(again.has_value());
        QCOMPARE((*again)->learned.size(), m_model->learned.size() + 1); // in place of the last
    }

    /// Twice the same signal was on both sides of a cross-fit and counted as twice as much.
    void theSameHealthySignalIsNotLearnedTwice()
    {
        const std::vector<pipeline::Input> twice{m_healthy, m_healthy};
        const auto model = pipeline::trainModel(twice, m_model->settings, {});
        QVERIFY(!model.has_value());
        QCOMPARE(model.error().code, ErrorCode::Usage);
    }

    void windowsWithHolesBetweenThemAreNotLearnedFrom()
    {
        pipeline::TrainSettings settings = m_model->settings;
        settings.window.step = settings.window.length + 1;
        const auto model = pipeline::trainModel(std::span{&m_healthy, 1}, settings, {});
        QVERIFY(!model.has_value());
        QCOMPARE(model.error().code, ErrorCode::Usage);
    }

    void anOlderModelIsRefusedWithASentence()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath("old.spall").toStdString();
        QVERIFY(saveArchive(path, {"model", 2, {}, {}}).has_value());
        const auto refused = pipeline::loadModel(path);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::VersionMismatch);
        QVERIFY(!refused.error().hint.empty());
    }

    void aFileOfAnotherKindIsNoModel()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath("x.spall").toStdString();
        QVERIFY(saveArchive(path, {"session", 1, {}, {}}).has_value());
        const auto refused = pipeline::loadModel(path);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::UnknownFormat);
    }
};

QTEST_GUILESS_MAIN(WalkTest)
#include "walk_test.moc"
