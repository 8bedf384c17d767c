// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"
#include "ui/jobs/guarded.h"

#include <QObject>
#include <QString>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace spall::ui {

/// Names one job of a runner; never used twice.
using JobNumber = quint64;

/// One worker thread that runs jobs in the order given. A job is a function of values: it may touch
/// neither the document nor a widget. Its result is handed over on the runner's own thread. Lives
/// on the main thread; the destructor stops what runs and waits for it.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    /// Queues `work`; `done` gets its result on the thread of this object, unless the job is
    /// dropped.
    template <typename T>
    JobNumber start(const QString& what,
                    std::function<Result<T>(const pipeline::Observer&)> work,
                    std::function<void(Result<T>)> done)
    {
        return enqueue(what,
                       [work = std::move(work),
                        done = std::move(done)](const pipeline::Observer& observer) -> Delivery {
                           auto result = std::make_shared<Result<T>>(inTurn<T>(work, observer));
                           std::optional<Error> error;
                           if (!result->has_value()) {
                               error = result->error();
                           }
                           return {error, [done, result] {
                                       done(std::move(*result));
                                   }};
                       });
    }

    /// Asks one job to end; its result still arrives.
    void requestStop(JobNumber number);
    /// Asks one job to be content with what it has so far (`Observer::enough`).
    void requestEnough(JobNumber number);
    /// Asks one job to end; its result is thrown away, even if it is on its way already.
    void drop(JobNumber number);
    void dropAll();
    /// Waits until all that was started has been done; the results arrive as ever.
    void wait();

    /// The job that runs or waits longest; 0 when there is none.
    [[nodiscard]] JobNumber current() const;
    [[nodiscard]] bool isBusy() const { return !m_jobs.empty(); }
    [[nodiscard]] QString what(JobNumber number) const;

Q_SIGNALS:
    void started(quint64 number, const QString& what);
    /// At most 20 a second; the last one before `finished` is never lost.
    void progressed(quint64 number, const spall::Progress& progress);
    /// Steps in the order made, none lost, in batches of at most 20 a second.
    void stepped(quint64 number, const std::vector<spall::train::StepReport>& steps);
    /// Comes for every job; the error is unset when it went well.
    void finished(quint64 number, const std::optional<spall::Error>& error);

private:
    struct Delivery {
        std::optional<Error> error;
        std::function<void()> hand;
    };
    using Work = std::function<Delivery(const pipeline::Observer&)>;
    struct Mailbox; // shared between the two threads, guarded by its own mutex

    struct Job {
        JobNumber number;
        QString what;
        std::stop_source stop;
        std::stop_source enough;
        bool isDropped = false;
    };

    /// A job stopped before its turn does not begin.
    template <typename T>
    static Result<T> inTurn(const std::function<Result<T>(const pipeline::Observer&)>& work,
                            const pipeline::Observer& observer)
    {
        if (observer.stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped before it began");
        }
        return guarded([&] { return work(observer); });
    }

    JobNumber enqueue(const QString& what, Work work);
    [[nodiscard]] Job* find(JobNumber number);
    void announce(JobNumber number);
    void readMail();
    void deliver(JobNumber number, const Delivery& delivery);

    // Main thread only.
    std::vector<Job> m_jobs;
    JobNumber m_last = 0;
    QTimer m_poll;
    // Both threads.
    std::shared_ptr<Mailbox> m_mailbox;
    // The worker object lives on the thread and carries the queue of calls.
    QThread m_thread;
    QObject* m_worker = nullptr;
};

} // namespace spall::ui
