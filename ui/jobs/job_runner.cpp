// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_runner.h"

#include "core/base/platform.h"

#include <QMutex>
#include <QMutexLocker>

#include <algorithm>

namespace spall::ui {

namespace {

constexpr int kPollMilliseconds = 50;

} // namespace

/// What the worker leaves for the main thread to fetch.
struct JobRunner::Mailbox {
    QMutex mutex;
    JobNumber number = 0;
    std::optional<Progress> progress;
    std::vector<train::StepReport> steps;
};

JobRunner::JobRunner(QObject* parent)
    : QObject(parent), m_mailbox(std::make_shared<Mailbox>()), m_worker(new QObject)
{
    m_poll.setInterval(kPollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, &JobRunner::readMail);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    // The window goes first: the worker takes what it leaves. The priority of a thread alone means
    // nothing to the usual scheduler of Linux.
    connect(&m_thread, &QThread::started, m_worker, [] { giveWay(); });
    m_thread.start(QThread::LowPriority);
}

JobRunner::~JobRunner()
{
    for (Job& job : m_jobs) {
        job.stop.request_stop();
    }
    m_thread.quit();
    m_thread.wait();
}

JobNumber JobRunner::enqueue(const QString& what, Work work)
{
    const JobNumber number = ++m_last;
    m_jobs.push_back({number, what, {}, {}, false});
    m_poll.start();
    QMetaObject::invokeMethod(
        m_worker,
        [this,
         number,
         work = std::move(work),
         stop = m_jobs.back().stop.get_token(),
         enough = m_jobs.back().enough.get_token(),
         mailbox = m_mailbox] {
            QMetaObject::invokeMethod(
                this, [this, number] { announce(number); }, Qt::QueuedConnection);
            pipeline::Observer observer;
            observer.stop = stop;
            observer.enough = enough;
            observer.progress = [mailbox, number](const Progress& progress) {
                const QMutexLocker lock(&mailbox->mutex);
                mailbox->number = number;
                mailbox->progress = progress;
            };
            observer.step = [mailbox, number](const train::StepReport& step) {
                const QMutexLocker lock(&mailbox->mutex);
                mailbox->number = number;
                mailbox->steps.push_back(step);
            };
            QMetaObject::invokeMethod(
                this,
                [this, number, delivery = work(observer)] { deliver(number, delivery); },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    return number;
}

JobRunner::Job* JobRunner::find(JobNumber number)
{
    const auto at = std::find_if(
        m_jobs.begin(), m_jobs.end(), [number](const Job& job) { return job.number == number; });
    return at == m_jobs.end() ? nullptr : &*at;
}

void JobRunner::requestStop(JobNumber number)
{
    if (Job* job = find(number)) {
        job->stop.request_stop();
    }
}

void JobRunner::requestEnough(JobNumber number)
{
    if (Job* job = find(number)) {
        job->enough.request_stop();
    }
}

void JobRunner::drop(JobNumber number)
{
    if (Job* job = find(number)) {
        job->isDropped = true;
        job->stop.request_stop();
    }
}

void JobRunner::dropAll()
{
    for (Job& job : m_jobs) {
        job.isDropped = true;
        job.stop.request_stop();
    }
}

void JobRunner::wait()
{
    QMetaObject::invokeMethod(
        m_worker, [] {}, Qt::BlockingQueuedConnection);
}

JobNumber JobRunner::current() const
{
    return m_jobs.empty() ? 0 : m_jobs.front().number;
}

QString JobRunner::what(JobNumber number) const
{
    for (const Job& job : m_jobs) {
        if (job.number == number) {
            return job.what;
        }
    }
    return {};
}

void JobRunner::announce(JobNumber number)
{
    if (const Job* job = find(number); job && !job->isDropped) {
        Q_EMIT started(number, job->what);
    }
}

void JobRunner::readMail()
{
    std::optional<Progress> progress;
    std::vector<train::StepReport> steps;
    JobNumber number = 0;
    {
        const QMutexLocker lock(&m_mailbox->mutex);
        number = m_mailbox->number;
        progress.swap(m_mailbox->progress);
        steps.swap(m_mailbox->steps);
    }
    const Job* job = find(number);
    if (!job || job->isDropped) {
        return;
    }
    if (progress) {
        Q_EMIT progressed(number, *progress);
    }
    if (!steps.empty()) {
        Q_EMIT stepped(number, steps);
    }
}

void JobRunner::deliver(JobNumber number, const Delivery& delivery)
{
    readMail();
    const Job* found = find(number);
    if (!found) {
        return;
    }
    const bool isDropped = found->isDropped;
    std::erase_if(m_jobs, [number](const Job& job) { return job.number == number; });
    if (m_jobs.empty()) {
        m_poll.stop();
    }
    if (!isDropped) {
        delivery.hand();
    }
    Q_EMIT finished(number, delivery.error);
}

} // namespace spall::ui
