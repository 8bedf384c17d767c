// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_runner.h"

#include <QSignalSpy>
#include <QtTest>

#include <atomic>
#include <semaphore>
#include <thread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace spall::ui {

using pipeline::Observer;

class JobRunnerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resultsComeInOrderOnTheMainThread()
    {
        JobRunner runner;
        std::vector<int> results;
        for (int i = 0; i < 20; ++i) {
            runner.start<int>(
                QStringLiteral("job"),
                [i](const Observer&) -> Result<int> { return i; },
                [&results](Result<int> result) {
                    QCOMPARE(QThread::currentThread(), QCoreApplication::instance()->thread());
                    results.push_back(*result);
                });
        }
        QTRY_COMPARE(results.size(), std::size_t{20});
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(results[static_cast<std::size_t>(i)], i);
        }
        QVERIFY(!runner.isBusy());
    }

#ifdef Q_OS_LINUX
    /// A training took as much of the processor as the window, and frames lasted four times as
    /// long.
    void jobsGiveWayToTheWindow()
    {
        const auto niceness = [] {
            return getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)));
        };
        const int before = niceness();
        JobRunner runner;
        int ofJob = 0;
        int ofItsThread = 0;
        bool isDone = false;
        runner.start<int>(
            QStringLiteral("job"),
            [&](const Observer&) -> Result<int> {
                ofJob = niceness();
                std::thread([&] { ofItsThread = niceness(); }).join();
                return 0;
            },
            [&isDone](const Result<int>&) { isDone = true; });
        QTRY_VERIFY(isDone);
        QCOMPARE(niceness(), before); // the window's own is left alone
        QVERIFY(ofJob >= std::max(before, 10));
        QCOMPARE(ofItsThread, ofJob);
    }
#endif

    void noStepIsLostAndTheLastProgressArrives()
    {
        constexpr int kSteps = 5000;
        JobRunner runner;
        std::vector<std::int64_t> steps;
        Progress last;
        bool isDone = false;
        connect(&runner,
                &JobRunner::stepped,
                this,
                [&steps](quint64, const std::vector<train::StepReport>& batch) {
                    for (const auto& step : batch) {
                        steps.push_back(step.step);
                    }
                });
        QSignalSpy progressed(&runner, &JobRunner::progressed);
        connect(&runner, &JobRunner::progressed, this, [&](quint64, const Progress& progress) {
            QVERIFY(!isDone);
            last = progress;
        });
        runner.start<int>(
            QStringLiteral("steps"),
            [](const Observer& observer) -> Result<int> {
                for (int i = 1; i <= kSteps; ++i) {
                    train::StepReport step;
                    step.step = i;
                    observer.step(step);
                    observer.progress({Stage::Train, i, kSteps, {}});
                }
                return 0;
            },
            [&isDone](Result<int>) { isDone = true; });
        QTRY_VERIFY(isDone);
        QCOMPARE(steps.size(), static_cast<std::size_t>(kSteps));
        for (int i = 0; i < kSteps; ++i) {
            QCOMPARE(steps[static_cast<std::size_t>(i)], i + 1);
        }
        QCOMPARE(last.done, kSteps);
        QVERIFY2(progressed.count() < kSteps / 10, "progress is told at most 20 times a second");
    }

    void aStoppedJobHandsOverWhatItHas()
    {
        JobRunner runner;
        std::optional<Result<int>> result;
        const JobNumber number = runner.start<int>(
            QStringLiteral("endless"),
            [](const Observer& observer) -> Result<int> {
                while (!observer.stop.stop_requested()) {
                    std::this_thread::yield();
                }
                return fail(ErrorCode::Cancelled, "stopped");
            },
            [&result](Result<int> got) { result = std::move(got); });
        QSignalSpy started(&runner, &JobRunner::started);
        QTRY_COMPARE(started.count(), 1);
        runner.requestStop(number);
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->error().code, ErrorCode::Cancelled);
    }

    void aDroppedJobHandsOverNothing()
    {
        JobRunner runner;
        bool first = false;
        bool second = false;
        std::binary_semaphore mayEnd{0};
        const JobNumber dropped = runner.start<int>(
            QStringLiteral("dropped"),
            [&mayEnd](const Observer&) -> Result<int> {
                mayEnd.acquire();
                return 1;
            },
            [&first](Result<int>) { first = true; });
        runner.start<int>(
            QStringLiteral("kept"),
            [](const Observer&) -> Result<int> { return 2; },
            [&second](Result<int>) { second = true; });
        runner.drop(dropped);
        mayEnd.release();
        QTRY_VERIFY(second);
        QVERIFY(!first);
    }

    void aJobStoppedBeforeItsTurnDoesNotBegin()
    {
        JobRunner runner;
        std::binary_semaphore mayEnd{0};
        std::atomic<bool> begun{false};
        std::optional<Result<int>> result;
        runner.start<int>(
            QStringLiteral("first"),
            [&mayEnd](const Observer&) -> Result<int> {
                mayEnd.acquire();
                return 1;
            },
            [](Result<int>) {});
        const JobNumber second = runner.start<int>(
            QStringLiteral("second"),
            [&begun](const Observer&) -> Result<int> {
                begun = true;
                return 2;
            },
            [&result](Result<int> got) { result = std::move(got); });
        runner.requestStop(second);
        mayEnd.release();
        QTRY_VERIFY(result.has_value());
        QVERIFY(!begun);
        QCOMPARE(result->error().code, ErrorCode::Cancelled);
    }

    void anExceptionOfALibraryIsAFailure()
    {
        JobRunner runner;
        std::vector<ErrorCode> codes;
        const auto note = [&codes](Result<int> result) {
            codes.push_back(result.error().code);
        };
        runner.start<int>(
            QStringLiteral("memory"),
            [](const Observer&) -> Result<int> { throw std::bad_alloc(); },
            note);
        runner.start<int>(
            QStringLiteral("other"),
            [](const Observer&) -> Result<int> { throw std::runtime_error("broken"); },
            note);
        QTRY_COMPARE(codes.size(), std::size_t{2});
        QCOMPARE(codes[0], ErrorCode::NotEnoughMemory);
        QCOMPARE(codes[1], ErrorCode::Internal);
    }

    void whoWaitsFindsEverythingDone()
    {
        JobRunner runner;
        std::atomic<int> done{0};
        for (int i = 0; i < 3; ++i) {
            runner.start<int>(
                QStringLiteral("job"),
                [&done](const Observer&) -> Result<int> { return ++done; },
                [](const Result<int>&) {});
        }
        runner.wait();
        QCOMPARE(done.load(), 3);
        QVERIFY(runner.isBusy()); // the results are still on their way
        QTRY_VERIFY(!runner.isBusy());
    }

    void theDestructorStopsWhatRuns()
    {
        std::atomic<bool> ended{false};
        bool delivered = false;
        {
            JobRunner runner;
            std::binary_semaphore begun{0};
            runner.start<int>(
                QStringLiteral("endless"),
                [&](const Observer& observer) -> Result<int> {
                    begun.release();
                    while (!observer.stop.stop_requested()) {
                        std::this_thread::yield();
                    }
                    ended = true;
                    return 1;
                },
                [&delivered](Result<int>) { delivered = true; });
            begun.acquire();
        }
        QVERIFY(ended);
        QCoreApplication::processEvents();
        QVERIFY(!delivered);
    }
};

} // namespace spall::ui

QTEST_GUILESS_MAIN(spall::ui::JobRunnerTest)
#include "tst_job_runner.moc"
