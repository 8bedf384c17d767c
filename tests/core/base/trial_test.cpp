// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/trial.h"

#include <QTest>

#include <csignal>
#include <stdexcept>
#include <thread>

namespace spall {

namespace {

void work(const std::string& argument)
{
    if (argument == "crashes") {
        std::raise(SIGSEGV);
    } else if (argument == "throws") {
        throw std::runtime_error(argument);
    } else if (argument == "hangs") {
        for (;;) {
            std::this_thread::yield();
        }
    }
}

} // namespace

class TrialTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutPreparationEverythingSurvives() { QVERIFY(survivesTrial("crashes", {})); }

    void aCrashIsFoundOutAndCostsNothing()
    {
        prepareTrials(&work);
        QVERIFY(survivesTrial("is fine", {}));
        QVERIFY(!survivesTrial("crashes", {}));
        QVERIFY(survivesTrial("is fine again", {}));
        QVERIFY(survivesTrial("throws", {})); // the asking process meets it, and says what
    }

    void oneThatHangsEndsWhenItIsStopped()
    {
        std::stop_source stop;
        std::jthread later([&stop] { stop.request_stop(); });
        QVERIFY(!survivesTrial("hangs", stop.get_token()));
        QVERIFY(survivesTrial("is fine", {}));
    }
};

} // namespace spall

QTEST_GUILESS_MAIN(spall::TrialTest)
#include "trial_test.moc"
