// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/fleet.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace spall::report {

namespace {

/// The recordings of a fleet, shared out to workers one by one.
class Fleet {
public:
    Fleet(const pipeline::Model& model,
          const detect::Threshold& threshold,
          const FleetOptions& options,
          const OpenInput& open,
          const pipeline::Observer& observer)
        : m_model(model),
          m_threshold(threshold),
          m_options(options),
          m_open(open),
          m_observer(observer),
          m_judged(options.count),
          m_failures(options.count)
    {
    }

    Result<std::vector<JudgedRecording>> run()
    {
        const auto wanted = static_cast<std::size_t>(std::max(1, m_options.workers));
        {
            std::vector<std::jthread> workers;
            for (std::size_t i = 1; i < std::min(wanted, m_options.count); ++i) {
                workers.emplace_back([this] { work(); });
            }
            work();
        }
        for (const std::optional<Error>& failure : m_failures) {
            if (failure) {
                return fail(*failure);
            }
        }
        return std::move(m_judged);
    }

private:
    void work()
    {
        for (std::size_t at = m_next++; at < m_options.count && !m_hasFailed; at = m_next++) {
            auto judged = judgeOne(at);
            if (judged) {
                m_judged[at] = std::move(*judged);
            } else {
                m_failures[at] = judged.error();
                m_hasFailed = true;
            }
            tellDone();
        }
    }

    Result<JudgedRecording> judgeOne(std::size_t at)
    {
        const auto input = m_open(at);
        if (!input) {
            return fail(input.error());
        }
        pipeline::ScoreOptions scoring;
        scoring.step = m_options.step;
        scoring.plainMethods = true;
        scoring.reconstruction = isPicturedWhole();
        pipeline::Observer quiet;
        quiet.stop = m_observer.stop;
        auto scored = pipeline::scoreRecording(m_model, *input, scoring, quiet);
        if (!scored) {
            return fail(scored.error());
        }
        JudgedRecording judged = judge(std::move(*scored),
                                       m_options.decision,
                                       m_threshold.value,
                                       {m_options.bearing, std::nullopt},
                                       mostPictured(m_options.count));
        return isPicturedWhole() ? std::move(judged) : withoutSamples(std::move(judged));
    }

    /// Few recordings keep their samples for the pictures of whole windows.
    [[nodiscard]] bool isPicturedWhole() const { return !isFleet(m_options.count); }

    void tellDone()
    {
        const std::lock_guard lock{m_mutex};
        m_done += 1;
        tell(m_observer.progress,
             {Stage::Report, m_done, static_cast<std::int64_t>(m_options.count), {}});
    }

    const pipeline::Model& m_model;
    const detect::Threshold& m_threshold;
    const FleetOptions& m_options;
    const OpenInput& m_open;
    const pipeline::Observer& m_observer;
    std::vector<JudgedRecording> m_judged; // each worker writes its own places
    std::vector<std::optional<Error>> m_failures;
    std::atomic<std::size_t> m_next{0};
    std::atomic<bool> m_hasFailed{false};
    std::mutex m_mutex; // guards m_done and the observer's sink
    std::int64_t m_done = 0;
};

} // namespace

Result<std::vector<JudgedRecording>> judgeFleet(const pipeline::Model& model,
                                                const detect::Threshold& threshold,
                                                const FleetOptions& options,
                                                const OpenInput& open,
                                                const pipeline::Observer& observer)
{
    return Fleet(model, threshold, options, open, observer).run();
}

} // namespace spall::report
