// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/guarded.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace spall::ui {

/// Runs short work of a panel (a spectrum, a summary) in the thread pool. `work` owns all that it
/// needs; `done` gets the result on the thread of `receiver`, unless that is gone by then.
template <typename T>
void inBackground(QObject* receiver,
                  std::function<Result<T>()> work,
                  std::function<void(Result<T>)> done)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->future().then(receiver, std::move(done));
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->start();
        promise->addResult(guarded(work));
        promise->finish();
    });
}

} // namespace spall::ui
