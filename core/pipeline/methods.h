// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/model.h"
#include "core/score/reconstructor.h"

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::pipeline {

/// Every method of a model with its networks open: one object scores a batch with all of them.
class Methods {
public:
    /// Which methods are asked for.
    enum class Which { Networks, All };

    /// Opens the networks, and with `All` the untrained copy too. errors: those of the engine.
    [[nodiscard]] static Result<Methods> open(const Model& model, Which which);

    /// The GAN's calibrated channels and reconstruction.
    [[nodiscard]] Result<score::ScoredBatch> scoreNetworks(const score::WindowBatch& batch,
                                                           const std::stop_token& stop) const;

    /// Scores of every plain method and of the untrained copy, by name; empty with `Networks`.
    [[nodiscard]] Result<std::map<std::string, std::vector<double>>>
    scorePlain(const score::WindowBatch& batch, const std::stop_token& stop) const;

    [[nodiscard]] const score::Reconstructor& networks() const { return *m_networks; }
    /// Only of an object opened with `All`.
    [[nodiscard]] const score::Reconstructor& untrained() const { return *m_untrained; }

private:
    explicit Methods(const Model& model) : m_model(&model) {}

    const Model* m_model; ///< outlives this object
    std::shared_ptr<const score::Reconstructor> m_networks;
    std::shared_ptr<const score::Reconstructor> m_untrained;
};

} // namespace spall::pipeline
