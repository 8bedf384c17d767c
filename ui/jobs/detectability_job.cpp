// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/detectability_job.h"

#include "core/pipeline/planted_faults.h"

#include <algorithm>

namespace spall::ui {

namespace {

using Results = std::vector<pipeline::DetectabilityResult>;

/// What is done on the analysis thread, from values alone.
struct Request {
    pipeline::ModelPtr model;
    std::vector<pipeline::Input> healthy;
    std::vector<pipeline::Input> faulty;
    DetectabilityJob::Faults faults;
    pipeline::Machine machine;
    detect::DecisionOptions decision;
};

Result<std::vector<pipeline::PlantedFault>> faultsOf(const Request& request)
{
    if (request.faults == DetectabilityJob::Faults::Recorded) {
        return pipeline::recordedFaults(*request.model, request.faulty);
    }
    pipeline::Machine machine = request.machine;
    const auto& stated = request.healthy.front().recording->shaftSpeed;
    if (!machine.speed && stated) {
        machine.speed = stated->value;
    }
    return pipeline::syntheticFaults(*request.model, machine, Seed{1});
}

Result<Results> detect(const Request& request, const pipeline::Observer& observer)
{
    const auto faults = faultsOf(request);
    if (!faults) {
        return fail(faults.error());
    }
    pipeline::DetectabilityOptions options;
    options.decision = request.decision;
    return pipeline::detectability(*request.model, request.healthy, *faults, options, observer);
}

} // namespace

DetectabilityJob::DetectabilityJob(Document& document, JobRunner& analysis, QObject* parent)
    : QObject(parent), m_document(document), m_analysis(analysis)
{
    connect(&m_analysis,
            &JobRunner::progressed,
            this,
            [this](JobNumber number, const Progress& progress) {
                if (number == m_job) {
                    Q_EMIT progressed(progress);
                }
            });
    for (const auto change :
         {&Document::modelChanged, &Document::recordingsChanged, &Document::machineChanged}) {
        connect(&m_document, change, this, &DetectabilityJob::forget);
    }
    connect(&m_document, &Document::decisionChanged, this, &DetectabilityJob::forgetOtherScores);
}

void DetectabilityJob::start(Faults faults, const pipeline::Machine& machine)
{
    if (isRunning() || !m_document.model()) {
        return;
    }
    m_decision = m_document.decision();
    Request request{m_document.model(), {}, {}, faults, machine, m_document.decision()};
    for (const pipeline::Input& input : m_document.inputs()) {
        if (input.role == pipeline::Role::Healthy) {
            request.healthy.push_back(input);
        } else if (input.role == pipeline::Role::Faulty) {
            request.faulty.push_back(input);
        }
    }
    if (request.healthy.empty() || (faults == Faults::Recorded && request.faulty.empty())) {
        Q_EMIT failed({ErrorCode::TooFewSamples,
                       request.healthy.empty() ? "no healthy recording is open"
                                               : "no faulty recording is open",
                       {},
                       "open one and say what it is"});
        return;
    }
    m_job = m_analysis.start<Results>(
        tr("planting faults"),
        [request = std::move(request)](const pipeline::Observer& observer) {
            return detect(request, observer);
        },
        [this](Result<Results> results) {
            m_job = 0;
            if (results) {
                m_results = std::move(*results);
                Q_EMIT done(m_results);
            } else {
                Q_EMIT failed(results.error());
            }
            Q_EMIT stateChanged();
        });
    Q_EMIT stateChanged();
}

/// What is on its way would be of a model or recordings that are there no more.
void DetectabilityJob::forget()
{
    if (!m_results.empty()) {
        m_results.clear();
        Q_EMIT forgotten();
    }
    if (isRunning()) {
        m_analysis.drop(m_job);
        m_job = 0;
        Q_EMIT stateChanged();
    }
}

/// Its threshold is its own: another threshold in the window changes nothing here.
void DetectabilityJob::forgetOtherScores()
{
    const detect::DecisionOptions& now = m_document.decision();
    if (now.fusion != m_decision.fusion || now.lambda != m_decision.lambda ||
        now.smoothing != m_decision.smoothing) {
        forget();
    }
}

void DetectabilityJob::stop()
{
    if (isRunning()) {
        m_analysis.requestStop(m_job);
    }
}

std::optional<Decibel> smallestCaught(const pipeline::DetectabilityResult& method, double recall)
{
    std::vector<pipeline::LevelResult> levels = method.levels;
    std::sort(levels.begin(), levels.end(), [](const auto& a, const auto& b) {
        return a.level.value > b.level.value;
    });
    std::optional<Decibel> smallest;
    for (std::size_t at = 0; at < levels.size(); ++at) {
        if (levels[at].recall >= recall) {
            smallest = levels[at].level;
            continue;
        }
        if (smallest && at > 0) {
            const auto& above = levels[at - 1];
            const double share = (above.recall - recall) / (above.recall - levels[at].recall);
            smallest->value =
                above.level.value + share * (levels[at].level.value - above.level.value);
        }
        break;
    }
    return smallest;
}

bool isLowestTried(const pipeline::DetectabilityResult& method, Decibel level)
{
    return std::all_of(method.levels.begin(), method.levels.end(), [level](const auto& tried) {
        return tried.level.value >= level.value;
    });
}

} // namespace spall::ui
