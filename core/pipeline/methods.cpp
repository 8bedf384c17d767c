// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/methods.h"

namespace spall::pipeline {

Result<Methods> Methods::open(const Model& model, Which which)
{
    auto engine = train::engine();
    if (!engine) {
        return fail(engine.error());
    }
    Methods methods{model};
    auto networks = (*engine)->open(model.weights, model.front);
    if (!networks) {
        return fail(networks.error());
    }
    methods.m_networks = std::move(*networks);
    if (which == Which::Networks) {
        return methods;
    }
    const auto fresh = (*engine)->untrained(model.weights.preset, model.front, model.settings.seed);
    if (!fresh) {
        return fail(fresh.error());
    }
    auto untrained = (*engine)->open(*fresh, model.front);
    if (!untrained) {
        return fail(untrained.error());
    }
    methods.m_untrained = std::move(*untrained);
    return methods;
}

Result<score::ScoredBatch> Methods::scoreNetworks(const score::WindowBatch& batch,
                                                  const std::stop_token& stop) const
{
    return score::scoreBatch(m_model->front, *m_networks, m_model->calibration, batch, stop);
}

Result<std::map<std::string, std::vector<double>>>
Methods::scorePlain(const score::WindowBatch& batch, const std::stop_token& stop) const
{
    std::map<std::string, std::vector<double>> all;
    if (!m_untrained) {
        return all;
    }
    for (const CalibratedMethod& calibrated : m_model->plain) {
        auto scores = calibrated.method->score(batch, stop);
        if (!scores) {
            return fail(scores.error());
        }
        all[calibrated.method->name()] = std::move(*scores);
    }
    auto ghost = score::scoreReconstruction(
        m_model->front, *m_untrained, m_model->untrained.evidence, batch, stop);
    if (!ghost) {
        return fail(ghost.error());
    }
    all["untrained"] = std::move(ghost->channels.rec);
    return all;
}

} // namespace spall::pipeline
